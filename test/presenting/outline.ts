import type { Exercise } from "../../src/exercises/exercise.ts";
import { exercise } from "../../src/exercises/exercise.ts";
import type { ExecutedCell, Output } from "../../src/rendering/executed.ts";
import { type Exhibit, textsOf } from "../../src/presenting/exhibit.ts";
import { stacksOf } from "../../src/presenting/groups.ts";
import type { Slide } from "../../src/presenting/slide.ts";
import { slidesOf } from "../../src/presenting/slides.ts";
import { workedOf } from "../../src/presenting/worked.ts";

/** Exercises of an invented course. */
export const EXERCISES: ReadonlyMap<string, Exercise> = new Map<string, Exercise>([
  [
    "rolling/where",
    exercise.choose({
      title: "Where does it stop?",
      prompt: "Choose one.",
      options: {
        a: { text: "At the bottom.", reason: "It has lost its speed.", right: true },
        b: { text: "On the slope.", reason: "It would roll on." },
      },
      hints: ["Think of a ball."],
    }),
  ],
  [
    "rolling/how-far",
    exercise.predict({
      title: "How far does it get?",
      prompt: "Give a number.",
      fields: { x: { label: "x", answer: 1.5, within: 0.1 } },
      because: "It rolls past.",
      hints: ["More than 1."],
    }),
  ],
]);

/**
 * What stands on each slide that cells make, in a line: its section and layout, its headline where it has one of its own,
 * its words, what it shows and asks, the code behind it, its notes and their time.
 */
export function outlined(...cells: readonly ExecutedCell[]): string[] {
  return slidesOf(stacksOf(cells), EXERCISES).flat().map(outlineOf);
}

export function outlineOf(slide: Slide): string {
  const { layout, section, headline, words, exhibits, code, notes, minutes, question, idea, asked, stops } =
    slide;
  const own = headline === section ? "" : `, ${headline === "" ? "open" : `"${headline}"`}`;
  const said = words.map(({ source, fragment }) => (fragment ? "… " : "") + shortened(source));
  const parts: readonly (readonly [string, readonly string[]])[] = [
    ["says", said],
    ["shows", [...(idea === undefined ? [] : [`idea ${idea}`]), ...exhibits.map(nameOf)]],
    ["looks at", asked === undefined ? [] : [nameOf(asked)]],
    ["stops at", stops === undefined ? [] : [String(stops)]],
    ["asks", question === undefined ? [] : [question.id]],
    ["explains", question?.explanation === undefined ? [] : [shortened(question.explanation)]],
    ["code", code.map(({ id }) => id)],
    ["told", notes.map(({ text }) => shortened(text))],
    ["minutes", minutes === 0 ? [] : [String(minutes)]],
  ];
  const all = parts.filter(([, texts]) => texts.length > 0);
  return [`${section}: ${layout}${own}`, ...all.map(([what, texts]) => `${what} ${texts.join(" + ")}`)].join(
    "; ",
  );
}

function shortened(source: string): string {
  if (source.startsWith("<table")) return `table ${source.split("<tr").length - 1}`;
  return source.replace(
    /One((?: more)+)\./g,
    (_, more: string) => `${more.length / " more".length + 1} words.`,
  );
}

function nameOf(exhibit: Exhibit): string {
  if (exhibit.kind === "code") return `code ${exhibit.id}`;
  const { kind, output } = exhibit;
  return `${kind} ${kind === "table" ? textsOf(exhibit).length : nameOfOutput(output)}`.trim();
}

function nameOfOutput(output: Output): string {
  const lines = workedOf(output)
    ?.lines.map(({ name }) => name)
    .join(" ");
  if (lines !== undefined) return lines;
  const name = "data" in output ? output.data["text/plain"] : undefined;
  return typeof name === "string" ? name : "";
}
