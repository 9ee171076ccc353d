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

/** Sizes of letters, and how many of them have room in a line beside the words. */
const SIZES = [
  { size: 28, letters: 45 },
  { size: 24, letters: 52 },
];

/** The height of a line in its letters' size, and what lies above and below the code. */
const LINE = 1.36;
const AROUND = 48;

/** The size of the whole, and the least height of what is left for a picture. */
const WIDTH = 824;
const ALL = 714;
const PICTURE = 200;

/** What an answer by writing should do, and its numbers where only those are changed. */
interface Aimed {
  readonly aim?: RoomQuestion["aim"] | undefined;
  readonly values?: RoomQuestion["values"] | undefined;
}

/**
 * A task, where its code has room beside the words: as large as leaves room for what it should do, else as large as it can be.
 * @param handedOut the cell in which it is answered
 */
export function taskOf(
  handedOut: string,
  answer: readonly PlainBlock[],
  { aim, values }: Aimed = {},
): Task | undefined {
  const written = answer.find((block) => block.kind === "code")?.code;
  const code = values === undefined ? written : withValues(onSlide(handedOut), values);
  const tasks = SIZES.map(({ size, letters }) => {
    const large = (text: string): LargeCode => ({ lines: broken(text, letters), size });
    return {
      given: large(onSlide(handedOut)),
      ...(code !== undefined && { solved: large(code) }),
      letters,
    };
  }).filter(({ given, solved, letters }) =>
    [given, solved].every((one) => one?.lines.every(({ length }) => length <= letters) ?? true),
  );
  const roomFor = (task: Task): number => ALL - heightOf(task);
  const task = tasks.find((one) => roomFor(one) >= PICTURE) ?? tasks.find((one) => roomFor(one) >= 0);
  if (task === undefined) return undefined;
  const height = roomFor(task);
  const pictures = height < PICTURE ? undefined : aim?.({ width: WIDTH, height });
  const { given, solved } = task;
  return {
    given,
    ...(solved !== undefined && { solved }),
    ...(pictures !== undefined && {
      aim: { open: pictureOf(pictures.open), solved: pictureOf(pictures.solved) },
    }),
  };
}

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

/** Code to be looked at: without the names of its types and what it says of itself; the place for an answer stands out. */
export function onSlide(code: string): string {
  return code
    .replace(/^type [^;]*;\n/gm, "")
    .replace(/^\/\/ .*\n/gm, "")
    .replace(/^(const \w+): [^=]*(?== )/gm, "$1 ")
    .replace(/^ *throw new Error\("not written yet"\);\n/gm, "")
    .trim();
}

/** How much of a slide's height the code of a task takes, before and after. */
export function heightOf({ given, solved = given }: Omit<Task, "aim">): number {
  return Math.ceil(
    Math.max(...[given, solved].map(({ lines, size }) => lines.length * size * LINE)) + AROUND,
  );
}
