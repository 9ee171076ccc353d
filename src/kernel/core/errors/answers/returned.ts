import { nothingReturned } from "../../../../exercises/explain/nothing.ts";
import {
  badEntry,
  bareList,
  noEntries,
  noList,
  noObject,
  noW,
  ofForEach,
  PROMISE,
  returnFault,
  underAnotherName,
} from "../../../../exercises/explain/returned.ts";
import type { Mistake } from "../../../../exercises/mistake.ts";
import { ts, type TS } from "../../compiler/typescript.ts";
import { inWords, isListType } from "../words/kinds.ts";
import { nodeAt, type Scene, type Words } from "../words/scene.ts";
import { type Answer, answerAt, returnedBy } from "./answer.ts";

/** An answer that gives back what is not asked for, in the words of `check`. */
export function returnedWords({ program, diagnostic }: Scene): Words | undefined {
  const checker = program.getTypeChecker();
  const at = nodeAt(diagnostic);
  const answer = answerAt(checker, at);
  if (!answer || !at) return undefined;
  const { written, wanted, name } = answer;
  if (written.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword))
    return wordsOf(PROMISE, written.modifiers[0]!);
  const returned = returnedBy(written);
  const isNothing = returned.length === 0 && at === name;
  if (isNothing) return wordsOf(nothingReturned(written.getText()), written);
  const given = returned.find((one) => !checker.isTypeAssignableTo(checker.getTypeAtLocation(one), wanted));
  if (given === undefined || (at !== name && !isWithin(at, given) && !isWithin(given, at))) return undefined;
  const { fault, place = given } = faultOf(checker, answer, given);
  return fault && wordsOf(fault, place);
}

interface Found {
  readonly fault: Mistake | undefined;
  readonly place?: TS.Node;
}

function faultOf(checker: TS.TypeChecker, { wanted, states }: Answer, given: TS.Expression): Found {
  const type = checker.getTypeAtLocation(given);
  const kind = inWords(checker, checker.getBaseTypeOfLiteralType(type));
  if (type.getSymbol()?.name === "Promise") return { fault: PROMISE };
  if (!states) return { fault: ofValue(checker, type, wanted) };
  const isOfLists = isListType(checker, type) && isListType(checker, entryOf(checker, type) ?? type);
  if (isListType(checker, type))
    return { fault: bareList(isOfLists ? "a list of lists" : "a bare list", states) };
  if (type.getProperties().length === 0 || !(type.flags & ts.TypeFlags.Object))
    return { fault: kind === undefined ? undefined : noObject(kind, states) };
  return ofObject(checker, states, given);
}

/** A formula gives back one value, or a list of numbers. */
function ofValue(checker: TS.TypeChecker, type: TS.Type, wanted: TS.Type): Mistake | undefined {
  const [is, should] = [checker.getBaseTypeOfLiteralType(type), wanted].map((one) => inWords(checker, one));
  if (is === undefined || should === undefined || is === should) return undefined;
  return returnFault("another kind", `your function returns ${is}, and ${should} is asked for`);
}

function ofObject(checker: TS.TypeChecker, states: readonly string[], given: TS.Expression): Found {
  const type = checker.getTypeAtLocation(given);
  const names = type.getProperties().map(({ name }) => name);
  const others = names.filter((name) => name !== "w" && !states.includes(name));
  if (!names.includes("w"))
    return { fault: others.length === 1 ? underAnotherName("w", others[0]!, "w") : noW(names) };
  for (const name of ["w", ...states]) {
    const property = type.getProperty(name);
    const fault = property && ofPart(checker, name, checker.getTypeOfSymbol(property), given);
    const declared = property?.valueDeclaration;
    if (fault) return { fault, place: declared && isWithin(declared, given) ? declared : given };
  }
  return { fault: undefined };
}

/** What is wrong with a quantity, which is to be a list of numbers. */
function ofPart(checker: TS.TypeChecker, name: string, type: TS.Type, given: TS.Node): Mistake | undefined {
  const kindOf = (one: TS.Type) =>
    inWords(checker, checker.getBaseTypeOfLiteralType(one)) ?? "something else";
  if (type.flags & (ts.TypeFlags.Void | ts.TypeFlags.Undefined))
    return /forEach/.test(given.getText()) ? ofForEach(name, name) : noList(name, name, "undefined");
  if (type.flags & ts.TypeFlags.Any) return undefined;
  if (!isListType(checker, type)) return noList(name, name, kindOf(type));
  const entry = entryOf(checker, type);
  if (!entry || entry.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.Any)) return undefined;
  return entry.flags & ts.TypeFlags.Void ? noEntries(name, name) : badEntry(name, name, kindOf(entry));
}

function entryOf(checker: TS.TypeChecker, list: TS.Type): TS.Type | undefined {
  return checker.getIndexTypeOfType(list, ts.IndexKind.Number);
}

function wordsOf({ sentence, cure }: Mistake, at: TS.Node): Words {
  const start = at.getStart();
  return {
    reason: sentence!,
    ...(cure !== undefined && { help: cure.slice(0, 1).toLowerCase() + cure.slice(1).replace(/\.$/, "") }),
    place: { start, length: (ts.isArrowFunction(at) ? at.equalsGreaterThanToken.end : at.end) - start },
  };
}

function isWithin(node: TS.Node, whole: TS.Node): boolean {
  return node.getStart() >= whole.getStart() && node.end <= whole.end;
}
