/** What is answered by writing, before a room: the code, its line to fill lit; below, what it should do beside what it does. */
import type { Block, PlainBlock } from "../exercises/blocks.ts";
import type { RoomQuestion } from "../exercises/kind.ts";
import { type Exhibit, exhibitOf } from "./exhibit.ts";
import { broken } from "./broken-code.ts";

/** Code in large type. */
export interface LargeCode {
  readonly lines: readonly string[];
  /** The size of its letters, in pixels of a slide. */
  readonly size: number;
}

export interface Task {
  readonly given: LargeCode;
  /** What takes its place with the answer, where that is code. */
  readonly solved?: LargeCode;
  /** What it should do, beside what it does; and what the solution does. */
  readonly aim?: { readonly open: Exhibit; readonly solved: Exhibit };
}

/** Sizes of letters, how many of them have room in a line, and how high the code may be: in the place of a picture, and below words. */
const LINE = 1.36;
const WIDTH = 824;
const ALL = 714;
const PICTURE = 200;
const BESIDE = [
  { size: 28, letters: 45, most: ALL - PICTURE },
  { size: 24, letters: 52, most: ALL - PICTURE },
];
const BELOW = [
  { size: 28, letters: 69, most: 380 },
  { size: 24, letters: 81, most: Infinity },
];

/** What lies above and below the code. */
const AROUND = 48;

/** What an answer by writing should do, and its numbers where only those are changed. */
interface Aimed {
  readonly aim?: RoomQuestion["aim"] | undefined;
  readonly values?: RoomQuestion["values"] | undefined;
}

/**
 * A task: as large as leaves room for what it should do, where there is a picture of that; else below what it asks.
 * @param handedOut the cell in which it is answered
 */
export function taskOf(handedOut: string, answer: readonly PlainBlock[], { aim, values }: Aimed = {}): Task {
  const given = onSlide(handedOut);
  const written = answer.find((block) => block.kind === "code")?.code;
  const solved = values === undefined ? written : withValues(given, values);
  const sized = ({ size, letters }: (typeof BELOW)[number]): Task => {
    const large = (text: string): LargeCode => ({ lines: broken(text, letters), size });
    return { given: large(given), ...(solved !== undefined && { solved: large(solved) }) };
  };
  const fitting = (sizes: typeof BELOW): Task | undefined =>
    sizes
      .map((one) => ({ ...one, task: sized(one) }))
      .find(({ task, letters, most }) => widthOf(task) <= letters && heightOf(task) <= most)?.task;
  const beside = aim === undefined ? undefined : fitting(BESIDE);
  const pictures = beside && aim!({ width: WIDTH, height: ALL - heightOf(beside) });
  if (pictures === undefined) return fitting(BELOW) ?? sized(BELOW.at(-1)!);
  return { ...beside!, aim: { open: pictureOf(pictures.open), solved: pictureOf(pictures.solved) } };
}

/** The letters of its longest line. */
const widthOf = ({ given, solved = given }: Task): number =>
  Math.max(...[given, solved].flatMap(({ lines }) => lines.map(({ length }) => length)));

/** Code with other numbers behind these names. */
function withValues(code: string, values: Readonly<Record<string, number>>): string {
  return Object.entries(values).reduce(
    (filled, [name, value]) => filled.replace(new RegExp(`\\b(${name}: )[^\\s,}]+`), `$1${value}`),
    code,
  );
}

function pictureOf(block: Block): Exhibit {
  if (block.kind !== "figure") throw new TypeError(`${block.kind} is no picture`);
  const { live, svg } = block.figure;
  return exhibitOf({ output_type: "display_data", data: { ...live, "image/svg+xml": svg } });
}

/** Code to be looked at: without the names of its types and what it says of itself, and with a place for an answer where nothing stands in it yet. */
export function onSlide(code: string): string {
  return code
    .replace(/^type [^;]*;\n/gm, "")
    .replace(/^\/\/ .*\n/gm, "")
    .replace(/^(const \w+): [^=]*(?== )/gm, "$1 ")
    .replace(/^ *\/\/ your answer here\n(?! *throw )/gm, "")
    .replace(/^ *throw new Error\("not written yet"\);\n/gm, "")
    .trim();
}

/** How much of a slide's height the code of a task takes, before and after. */
export function heightOf({ given, solved = given }: Omit<Task, "aim">): number {
  return Math.ceil(
    Math.max(...[given, solved].map(({ lines, size }) => lines.length * size * LINE)) + AROUND,
  );
}
