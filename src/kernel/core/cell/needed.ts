import { localsOf, nodesIn, ts, type TS } from "../compiler/typescript.ts";
import { countedBy, isAssignment } from "./nodes.ts";

/** What a cell has to do with names that all cells share. */
interface Names {
  /** Those that it declares. */
  readonly declared: ReadonlySet<string>;
  /** Those that it speaks of and does not declare. */
  readonly used: ReadonlySet<string>;
  /** Those of the used ones to which it gives another value. */
  readonly given: ReadonlySet<string>;
}

/**
 * The cells that a cell stands on: those above it that declare a name it needs, or give such a name its value, and
 * those that these need in turn.
 * @param above the texts of the cells above, from the first on
 * @param known the names that the session has: who declared them is not needed
 * @returns their positions in `above`, from the first on, and the names that the cell itself lacks
 */
export function neededCells(
  above: readonly string[],
  cell: string,
  known: ReadonlySet<string>,
): { readonly cells: number[]; readonly names: string[] } {
  const lacking = (names: Iterable<string>): string[] => [...names].filter((name) => !known.has(name));
  const own = lacking(namesOf(cell).used);
  const wanted = new Set(own);
  const found = new Set<string>();
  const cells: number[] = [];
  for (const [i, text] of [...above.entries()].reverse()) {
    const { declared, used, given } = namesOf(text);
    if (![...declared, ...given].some((name) => wanted.has(name))) continue;
    cells.unshift(i);
    for (const name of declared) found.add(name);
    for (const name of lacking(used)) wanted.add(name);
  }
  const names = own.filter((name) => found.has(name));
  // What only gives a value is of no use where nothing declares the name.
  return names.length === 0 ? { cells: [], names } : { cells, names };
}

function namesOf(code: string): Names {
  // A file that exports is a module, and its names are its own.
  const file = ts.createSourceFile("cell.ts", `export {};\n${code}`, ts.ScriptTarget.Latest, true);
  ts.bindSourceFile(file, {});
  const declared = new Set([...localsOf(file).keys()].map(ts.unescapeLeadingUnderscores));
  const names = nodesIn(file, ts.isImportDeclaration)
    .filter(ts.isIdentifier)
    .filter((node) => isSpokenOf(node) && !isDeclaredAround(node, () => true));
  const textsOf = (nodes: readonly TS.Identifier[]) => new Set(nodes.map(({ text }) => text));
  return { declared, used: textsOf(names), given: textsOf(names.filter(isGiven)) };
}

/** Whether an identifier stands for something by its name, and is no name of a property or a declaration itself. */
export function isSpokenOf(node: TS.Identifier): boolean {
  const { parent } = node;
  if (ts.isShorthandPropertyAssignment(parent)) return true;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isLabeledStatement(parent) || ts.isBreakOrContinueStatement(parent)) return false;
  const { name, propertyName } = parent as { name?: TS.Node; propertyName?: TS.Node };
  return name !== node && propertyName !== node;
}

/** Whether one of the places around an identifier declares its name, of those that count. */
export function isDeclaredAround(node: TS.Identifier, counts: (place: TS.Node) => boolean): boolean {
  const declares = (place: TS.Node): boolean =>
    (place as { locals?: TS.SymbolTable }).locals?.has(node.escapedText) === true ||
    ((ts.isFunctionExpression(place) || ts.isClassExpression(place)) && place.name?.text === node.text);
  return ts.findAncestor(node, (place) => counts(place) && declares(place)) !== undefined;
}

function isGiven(node: TS.Identifier): boolean {
  const { parent } = node;
  return countedBy(parent) !== undefined || (isAssignment(parent) && parent.left === node);
}
