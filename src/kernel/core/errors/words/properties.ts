import { ts, type TS } from "../../compiler/typescript.ts";
import { mistyped } from "../mistyped.ts";
import { calledOf, isKind } from "./kinds.ts";
import { sameWords } from "./same.ts";
import { listed, maxListed, nodeAt, quoted, type Scene, stretchOf, type Words } from "./scene.ts";

/** The compiler's code for a private name out of its class. */
const privateName = 18013;

/** What stands before a property is repeated up to this length. */
const longOwner = 30;

/** What lists and texts have in other languages, and how it is called here. */
const methodsOfPython: Readonly<Record<string, string>> = {
  append: "push(x)",
  add: "push(x)",
  remove: "filter((x) => x !== y)",
  contains: "includes(x)",
  len: "length",
  size: "length",
  count: "length",
  shape: "length",
  sum: "reduce((total, x) => total + x, 0)",
  mean: "reduce((total, x) => total + x, 0) / list.length",
  print: "log(x)",
  println: "log(x)",
  extend: "push(...others)",
  index: "indexOf(x)",
  insert: "splice(index, 0, x)",
  upper: "toUpperCase()",
  lower: "toLowerCase()",
  strip: "trim()",
  startswith: "startsWith(text)",
  endswith: "endsWith(text)",
  find: "indexOf(text)",
  strftime: "toISOString()",
};

/** `m["a"]` of a Map: what it holds is no property of it. */
export function mapWords({ diagnostic, message }: Scene): Words | undefined {
  const [, method] = /Did you mean to call '(?:.*\.)?(get|set)'/.exec(message) ?? [];
  const access = ts.findAncestor(nodeAt(diagnostic), ts.isElementAccessExpression);
  if (method === undefined || !access) return undefined;
  const [owner, key] = [access.expression.getText(), access.argumentExpression.getText()];
  return {
    reason: `\`${owner}\` holds its entries behind .get and .set, not as properties`,
    help: `write: ${owner}.${method}(${key}${method === "set" ? ", ..." : ""})`,
  };
}

/** A property that is not there. */
export function propertyWords({ program, diagnostic, message }: Scene): Words | undefined {
  const name = /Property '([^']+)'/.exec(message)?.[1] ?? "";
  const node = nodeAt(diagnostic);
  if (!node) return undefined;
  const checker = program.getTypeChecker();
  const { parent } = node;
  if (ts.isBindingElement(parent)) {
    const value = ts.findAncestor(parent, ts.isVariableDeclaration)?.initializer;
    if (!value) return undefined;
    const others = checker
      .getTypeAtLocation(value)
      .getProperties()
      .map((property) => property.name);
    return {
      reason: `nothing here is called \`${name}\``,
      ...helpAmong(name, others),
      covers: stretchOf(value),
    };
  }
  const byKey = ts.findAncestor(node, ts.isElementAccessExpression);
  if (name === "" && byKey) return keyWords(checker, byKey);
  const access = ts.isPropertyAccessExpression(parent)
    ? parent
    : ts.findAncestor(node, ts.isElementAccessExpression);
  if (access === undefined) return undefined;
  if (name.startsWith("#")) return sameWords[privateName];
  const type = checker.getTypeAtLocation(access.expression);
  const owner = access.expression.getText();
  const kind = calledOf(checker, type);
  const called = kind?.endsWith(` ${owner}`) ? undefined : kind;
  const names = type
    .getProperties()
    .map((property) => property.name)
    .filter((property) => !/^(__|#)/.test(property));
  const has = (one: TS.Type): boolean => checker.getPropertyOfType(one, name) !== undefined;
  const lacking = type.isUnion() && type.types.some(has) ? type.types.find((one) => !has(one)) : undefined;
  const maybe = lacking && calledOf(checker, lacking);
  if (maybe !== undefined)
    return {
      reason: `this may be ${maybe}, which has no \`${name}\``,
      help: "ask first what it is, with typeof or Array.isArray",
    };
  const isLong = owner.length > longOwner || owner.includes("\n");
  const reason = isLong
    ? `${called ?? "this"} has no \`${name}\``
    : `\`${owner}\` has no \`${name}\`${called === undefined ? "" : `: it is ${called}`}`;
  // What a class of the cell lacks is told once.
  const symbol = type.getSymbol();
  const isOfCell = symbol?.valueDeclaration?.getSourceFile() === diagnostic.file;
  const lackedBy =
    symbol && isOfCell && ts.isClassLike(symbol.valueDeclaration!)
      ? { cause: `${symbol.name} has no ${name}` }
      : {};
  const isThis = access.expression.kind === ts.SyntaxKind.ThisKeyword;
  if (isThis)
    return {
      reason: `the class has no \`${name}\``,
      help: `declare it at the top of the class: ${name}: number;`,
      ...lackedBy,
    };
  if (type.getConstructSignatures().length > 0 && instanceHas(checker, type, name))
    return {
      reason: `the class has no \`${name}\`: the objects made with it have`,
      help: `write: new ${owner}(...).${name}`,
    };
  const isReadonly = checker.isArrayType(type);
  const isFixed = names.includes("BYTES_PER_ELEMENT");
  const changes = isFixed
    ? /^(push|pop|shift|unshift|splice|concat|append)$/
    : /^(push|pop|shift|unshift|splice|sort|reverse|fill)$/;
  if ((isReadonly || isFixed) && changes.test(name))
    return {
      reason: `\`${owner}\` is a list that ${isFixed ? "keeps its length" : "cannot be changed"}`,
      help: `make a list of your own: const copy = [...${owner}]`,
    };
  if (isFixed && called === "a Buffer" && name in String.prototype)
    return { reason, help: `it holds bytes; its text has it: ${owner}.toString("utf8").${name}` };
  if (isGivenAValue(access) && names.length < maxListed)
    return {
      reason,
      help: `an object gets no new properties; write it where the object is made: { ${name}: ... }`,
    };
  if (name === "format" && names.includes("padStart"))
    return { reason, help: "a value is put into a text so: `loss: ${x}`, between backticks" };
  const written = methodsOfPython[name];
  if (written !== undefined && names.includes(written.replace(/\(.*/, "")))
    return { reason, help: `\`${name}\` is written .${written} here` };
  const among = helpAmong(name, names);
  const inner = checker.isArrayLikeType(type) || isLong ? undefined : furtherIn(checker, type, name);
  if (inner !== undefined && !/^did you/.test(among.help ?? ""))
    return { reason, help: `further in there is ${owner}.${inner}.${name}` };
  const asDictionary = called === undefined ? ofDictionary(owner, access) : undefined;
  return { reason, ...among, ...asDictionary, ...lackedBy };
}

/** What Python's dictionaries are asked for, and how an object is. */
function ofDictionary(owner: string, access: TS.Expression): Words | undefined {
  const call = access.parent;
  if (!ts.isPropertyAccessExpression(access) || !ts.isCallExpression(call)) return undefined;
  const [key] = call.arguments;
  const { text: name } = access.name;
  if (name === "get" && key)
    return {
      help: `write: ${ts.isStringLiteralLike(key) ? `${owner}.${key.text}` : `${owner}[${key.getText()}]`}`,
    };
  const asked = { keys: "keys", values: "values", items: "entries" }[name];
  return asked === undefined ? undefined : { help: `write: Object.${asked}(${owner})` };
}

/** `override` before what the class above does not have. */
export function overrideWords({ diagnostic, message }: Scene): Words {
  const [, above = "", near] = quoted(message);
  return {
    reason: `\`${above.replace(/<.*/, "")}\` has no \`${nodeAt(diagnostic)?.getText() ?? ""}\` that could be overridden`,
    help: near === undefined ? "leave `override` out" : `did you mean \`${near}\`?`,
  };
}

/** The property that has a property of this name. */
function furtherIn(checker: TS.TypeChecker, type: TS.Type, name: string): string | undefined {
  if (!isKind(type.getSymbol()?.name ?? "__")) return undefined;
  return type.getProperties().find((property) => {
    const inner = checker.getTypeOfSymbol(property);
    const isPlain = inner.getCallSignatures().length === 0 && !checker.isArrayLikeType(inner);
    return (
      isPlain && inner.flags & ts.TypeFlags.Object && checker.getPropertyOfType(inner, name) !== undefined
    );
  })?.name;
}

/** `o[k]`, where k may be any text. */
export function keyWords(
  checker: TS.TypeChecker,
  { expression, argumentExpression }: TS.ElementAccessExpression,
): Words {
  const names = checker.getTypeAtLocation(expression).getProperties();
  const known = listed(names.map(({ name }) => `\`${name}\``));
  const owner = expression.getText();
  return {
    reason: `\`${argumentExpression.getText()}\` may be any text, and \`${owner}\` has ${known === "" ? "nothing" : `only ${known}`}`,
    help: `let the type of ${owner} say what any text leads to: const ${owner}: Record<string, number> = ...`,
  };
}

function instanceHas(checker: TS.TypeChecker, type: TS.Type, name: string): boolean {
  return type
    .getConstructSignatures()
    .some((made) => checker.getPropertyOfType(checker.getReturnTypeOfSignature(made), name) !== undefined);
}

function isGivenAValue(access: TS.Expression): boolean {
  const { parent } = access;
  return (
    ts.isBinaryExpression(parent) &&
    parent.left === access &&
    parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  );
}

/** What nearly everything has, and nobody looks for. */
const ofEverything = new Set(["toString", "toLocaleString", "valueOf", "constructor", "prototype"]);

/** What lists, and things that hold lists, are mostly asked for. */
const usual = [
  "path",
  "losses",
  "end",
  "at",
  "worked",
  "steps",
  "length",
  "map",
  "reduce",
  "filter",
  "slice",
  "push",
];

/** The name that is meant, or the first of those that there are. */
function helpAmong(name: string, names: readonly string[]): Words {
  const near = mistyped(name, names) ?? names.find((one) => name.length > 2 && one.startsWith(name));
  if (near) return { help: `did you mean \`${near}\`?` };
  const own = names.filter((one) => !ofEverything.has(one));
  const known = usual.filter((one) => own.includes(one));
  const order = [...known, ...own.filter((one) => !known.includes(one))];
  if (order.length === 0) return {};
  return { help: `what is there: ${listed(order.map((property) => `\`${property}\``))}` };
}
