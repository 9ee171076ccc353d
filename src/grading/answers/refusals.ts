import { faultsIn } from "../../kernel/core/compiler/services.ts";
import { localsOf, ts, type TS } from "../../kernel/core/compiler/typescript.ts";

/** "Cannot find module": what a student had installed is not there where answers are graded. */
const NO_MODULE = 2307;

/** "Used before being assigned", and "implicitly has type any": said of a name of another cell, whose changes are not followed. */
const NOT_FOLLOWED = new Set([2454, 7005]);

/** "Implicitly has type any in some locations": said where a name is declared, of use only where such a location is in its cell. */
const SOME_LOCATIONS = 7034;

/** "Cannot find name", also with a similar one, and in `{ name }`. */
const NO_NAME = new Set([2304, 2552, 18004]);

/**
 * What the compiler has against a cell in a notebook: all that it finds in it, but for what it could not know of the
 * notebook's other cells.
 */
export function refusalsIn(
  program: TS.Program,
  cell: TS.SourceFile,
  cells: readonly TS.SourceFile[],
): TS.Diagnostic[] {
  const checker = program.getTypeChecker();
  const meantBy = ({ start = 0 }: TS.Diagnostic): TS.Symbol | undefined => meantAt(checker, cell, start);
  const isOfOthers = (fault: TS.Diagnostic): boolean => {
    if (fault.code === NO_MODULE) return true;
    if (NO_NAME.has(fault.code)) return isDeclaredBelow(fault, cell, cells);
    return NOT_FOLLOWED.has(fault.code) && isOfAnotherCell(meantBy(fault), cell, cells);
  };
  const faults = faultsIn(program, [cell]).filter((one) => !isOfOthers(one));
  const uncertain = new Set(faults.filter(({ code }) => NOT_FOLLOWED.has(code)).map(meantBy));
  return faults.filter((one) => one.code !== SOME_LOCATIONS || uncertain.has(meantBy(one)));
}

/** What the name at a place of a cell stands for. */
function meantAt(checker: TS.TypeChecker, cell: TS.SourceFile, start: number): TS.Symbol | undefined {
  const node = ts.getTouchingPropertyName(cell, start);
  return ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
}

/** Whether a name is one that all cells share, and that another one declares. */
function isOfAnotherCell(
  meant: TS.Symbol | undefined,
  cell: TS.SourceFile,
  cells: readonly TS.SourceFile[],
): boolean {
  return (
    meant !== undefined && cells.some((one) => one !== cell && localsOf(one).get(meant.escapedName) === meant)
  );
}

/** Whether a name that was not found is declared in another cell as what is asked for: those below may have been run before. */
function isDeclaredBelow(
  { start = 0 }: TS.Diagnostic,
  cell: TS.SourceFile,
  cells: readonly TS.SourceFile[],
): boolean {
  const node = ts.getTouchingPropertyName(cell, start);
  if (!ts.isIdentifier(node)) return false;
  const { Value, Type, Namespace } = ts.SymbolFlags;
  const asked =
    ts.isExpressionNode(node) || ts.isShorthandPropertyAssignment(node.parent) ? Value : Type | Namespace;
  return cells.some((one) => {
    const declared = localsOf(one).get(node.escapedText);
    return declared !== undefined && (declared.flags & (asked | ts.SymbolFlags.Alias)) !== 0;
  });
}

/** A refusal in words. */
export function refusalIn(cell: TS.SourceFile, { start = 0, messageText }: TS.Diagnostic): string {
  const line = cell.getLineAndCharacterOfPosition(start).line + 1;
  return `the compiler refuses line ${line} of the cell: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
}
