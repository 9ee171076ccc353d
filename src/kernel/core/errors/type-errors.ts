import { ts, type TS } from "../compiler/typescript.ts";
import { platform } from "../platform.ts";
import { firstInAnswer } from "./answers/words.ts";
import { lackingWords } from "./cells-above.ts";
import { alarm, codeFrame } from "./code-frame.ts";
import { wordsFor } from "./help.ts";
import { parseErrors } from "../cell/prepare.ts";
import type { Report } from "./report.ts";
import { type Lacking, nodeAt, type Words } from "./words/scene.ts";

/** More than these are counted, not shown: the first errors bring about the others. */
const maxShown = 5;

/** Types longer than this are cut. */
const longType = 70;

/** The compiler's code for a text that does not end. */
const openText = 1002;

/** What the compiler has against a cell. */
export interface Rejection {
  program: TS.Program;
  diagnostics: readonly TS.Diagnostic[];
  code: string;
  /** By how many columns the first line of what was compiled is further right. */
  shift: number;
  count: number;
  /** The name of the cell's file, and of the file with the lesson library's types. */
  cell: string;
  library: string;
  /** The cells that declare a name and did not run to their end. */
  failed: ReadonlyMap<string, number>;
}

interface Described extends Lacking, Pick<Words, "declares"> {
  start: number;
  statement: TS.Node | undefined;
  covers: Words["covers"];
  /** The same for errors that have one cause. */
  cause: string;
  where: string;
  reason: string;
  help: string | undefined;
  lines: string[];
}

/** The errors the compiler found in a cell: each with its line, a caret, the reason and, where we know one, the cure. */
export function typeErrorReport(rejection: Rejection): Report {
  const first = firstInAnswer(rejection.program, withoutUntyped(readable(rejection)));
  const found = first.map((diagnostic) => describe(rejection, diagnostic));
  const each = declaredTogether(withoutConsequences(lackingTogether(found)));
  const shown = each.slice(0, maxShown);
  const rest = each.length - shown.length;
  const more = rest > 0 ? ["", `and ${String(rest)} more`] : [];
  const [top] = shown;
  return {
    ename: "TypeScriptError",
    evalue: top ? `${top.where}: ${top.reason}` : "",
    traceback: [...shown.flatMap(({ lines }, i) => (i === 0 ? lines : ["", ...lines])), ...more],
  };
}

/** What is wrong with a file that cannot be read, in a sentence with its place; nothing where it can be. */
export function unreadWords(file: TS.SourceFile): string | undefined {
  const none = {
    program: { getSyntacticDiagnostics: () => parseErrors(file) } as unknown as TS.Program,
    diagnostics: parseErrors(file),
  };
  const [first] = readable(none);
  if (first === undefined) return undefined;
  const { where, reason, help } = describe(
    { ...none, code: "", shift: 0, count: 0, cell: "", library: "", failed: new Map() },
    first,
  );
  return [`${where}: ${reason}`, ...(help === undefined ? [] : [help])].join("; ");
}

/** Those that say only that a name is not there, as one, in the place of the first. */
function lackingTogether(all: readonly Described[]): readonly Described[] {
  const words = lackingWords(all);
  if (words === undefined) return all;
  const isLacking = ({ lacks }: Described): boolean => lacks !== undefined;
  const first = all.find(isLacking)!;
  const { where, lines } = first;
  const frame = lines.slice(
    0,
    lines.findIndex((line) => line === `  ${first.reason}`),
  );
  const { reason, help } = words;
  const together = {
    ...first,
    cause: where,
    reason,
    help,
    lines: [...frame, `  ${reason}`, `  Help: ${help}`],
  };
  return [together, ...all.filter((one) => !isLacking(one))].sort((a, b) => a.start - b.start);
}

/** `x = seq(1)`: that x is declared nowhere is told with what is wrong in its value, in one message. */
function declaredTogether(all: readonly Described[]): readonly Described[] {
  const valueOf = ({ declares, statement }: Described): Described | undefined =>
    declares === undefined
      ? undefined
      : all.find((one) => one.declares === undefined && one.statement === statement);
  const told = (one: Described): Described => {
    const declares = all.find((other) => valueOf(other) === one)?.declares;
    const help = one.lines.at(-1)!;
    if (declares === undefined || !/^ {2}Help: /.test(help)) return one;
    const further = `${help.endsWith("?") ? " The" : "; the"} name is declared so: ${declares}`;
    return { ...one, lines: [...one.lines.slice(0, -1), help + further] };
  };
  return all.filter((one) => valueOf(one) === undefined).map(told);
}

/** What to speak of: where a cell cannot be read, the first place alone, as all else may follow from it. */
function readable({
  program,
  diagnostics,
}: Pick<Rejection, "program" | "diagnostics">): readonly TS.Diagnostic[] {
  const unread = diagnostics.find(({ file }) => file && program.getSyntacticDiagnostics(file).length > 0);
  if (!unread?.file) return diagnostics;
  const found = program.getSyntacticDiagnostics(unread.file);
  // A text without an end says more than what the compiler makes of its parts.
  return [found.find(({ code }) => code === openText) ?? found[0]!];
}

const untypedParameter = new Set([7006, 7019, 7031]);

/** Without parameters that would have their type if what is called were known. */
function withoutUntyped(all: readonly TS.Diagnostic[]): readonly TS.Diagnostic[] {
  const follows = (one: TS.Diagnostic): boolean => {
    if (!untypedParameter.has(one.code)) return false;
    const call = ts.findAncestor(nodeAt(one), ts.isCallExpression)?.expression;
    return all.some(
      ({ file, start = 0 }) => call && file === one.file && start >= call.getStart() && start < call.end,
    );
  };
  return all.filter((one) => !follows(one));
}

/** Without those that another one brings about, or says in the same words. */
function withoutConsequences(all: readonly Described[]): Described[] {
  return all.reduce<Described[]>(
    (told, one) =>
      told.some(({ cause, covers }) => cause === one.cause || isWithin(one.start, covers))
        ? told
        : [...told.filter(({ start }) => !isWithin(start, one.covers)), one],
    [],
  );
}

function describe(rejection: Rejection, found: TS.Diagnostic): Described {
  const { program, code, shift, count, cell, library, failed } = rejection;
  const { file } = found;
  const isCell = file?.fileName === cell;
  const diagnostic = isCell ? insideOf(code, found) : found;
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n");
  const words: Words = wordsFor({ program, diagnostic, message, library, failed });
  const reason = words.reason ?? inOneSentence(message);
  const cure = words.help === undefined ? [] : [`  Help: ${words.help}`];
  const { start = 0, length = 1 } = words.place ?? diagnostic;
  const { covers, lacks, isExported, declares } = words;
  const statement = ts.findAncestor(nodeAt(found), ts.isExpressionStatement);
  const told = { covers, lacks, isExported, declares, statement, help: words.help };
  if (!file) return { ...told, cause: reason, start, where: "", reason, lines: [reason] };
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  // The compiler sees the cell below a line of its own.
  const place = {
    line: isCell ? line - 1 : line,
    column: isCell && line === 1 ? character - shift : character,
  };
  const name = isCell ? `cell ${String(count)}` : platform.shortName(file.fileName);
  const where = `${name}, line ${String(place.line + 1)}`;
  const frame = codeFrame(isCell ? code : file.text, place, length);
  return {
    // What the compiler says may be said of several places, each for a reason of its own.
    cause: words.cause ?? words.reason ?? `${where} ${String(start)} ${reason}`,
    start: diagnostic.start ?? 0,
    ...told,
    where,
    reason,
    lines: [`${alarm("TypeScriptError")} in ${where}`, ...frame, `  ${reason}`, ...cure],
  };
}

/** What is missing after the end of a cell is missing at its end. */
function insideOf(code: string, diagnostic: TS.Diagnostic): TS.Diagnostic {
  const { file, start = 0 } = diagnostic;
  const end = file!.text.indexOf("\n") + 1 + code.trimEnd().length;
  return start < end ? diagnostic : { ...diagnostic, start: end, length: 1 };
}

function isWithin(position: number, stretch: Words["covers"]): boolean {
  return stretch !== undefined && position >= stretch.start && position < stretch.start + stretch.length;
}

/**
 * The compiler explains in steps, each further in. Where the first is short, it and the last are enough; where it is
 * long, what differs is: the way to it by properties, and the last step.
 */
function inOneSentence(message: string): string {
  const steps = withoutPlaces(message)
    .split("\n")
    .map((line) => line.trim());
  const [first = "", ...further] = steps;
  const last = further.at(-1);
  if (last === undefined) return cut(first);
  if (first.length + last.length < 2 * longType) return `${first.replace(/\.$/, "")}: ${last}`;
  const way = further.flatMap((step) => /^Types of property '([^']+)'/.exec(step)?.[1] ?? []);
  return cut(way.length > 0 ? `in ${way.join(".")}: ${last}` : last);
}

/** Where a type is declared says nothing to a student. */
function withoutPlaces(message: string): string {
  return message
    .replace(/import\("[^"]*"(, \{[^}]*\})?\)\./g, "")
    .replace(/typeof import\("[^"]*"\)/g, "the module");
}

function cut(sentence: string): string {
  return sentence.replace(/'([^']*)'/g, (whole, type: string) =>
    type.length > longType ? `'${type.slice(0, longType - 4)} ...'` : whole,
  );
}
