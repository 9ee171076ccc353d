/** What is said about a guess or a choice. */
import { numberText } from "../math/numerals.ts";
import { text } from "./blocks.ts";
import type { CardExercise } from "./card.ts";
import type { Choose, PredictNumbers, PredictOption } from "./exercise.ts";
import { Feedback, type Said } from "./feedback.ts";
import { isOpen, notRead, readNumbers, readOption, UNWRITTEN } from "./given.ts";

const WELL = "Well foreseen.";
const OTHERWISE = "It comes out differently.";

/** What is to be said about an answer that is given on a card; once it is answered, its explanation too. */
export function checkGuess(id: string, exercise: CardExercise, answer: unknown): Feedback {
  return new Feedback({ id, ...aboutGuess(exercise, answer) });
}

/** The same, without the exercise that it belongs to. */
export function aboutGuess(exercise: CardExercise, answer: unknown): Said {
  if (isOpen(answer)) return UNWRITTEN;
  const said = aboutAnswer(exercise, answer);
  const { explanation } = exercise;
  if (explanation === undefined || !isAnswered(said)) return said;
  return { ...said, blocks: [...(said.blocks ?? []), { kind: "prose", source: explanation }] };
}

/** Is nothing left to answer? A guess is made once; a choice is made when it is right. */
export function isAnswered({ outcome }: Pick<Said, "outcome">): boolean {
  return outcome === "otherwise" || outcome === "right";
}

function aboutAnswer(exercise: CardExercise, answer: unknown): Said {
  switch (exercise.kind) {
    case "predict":
      return aboutNumbers(exercise, answer);
    case "foresee":
      return aboutForeseen(exercise, answer);
    case "choose":
      return aboutChosen(exercise, answer);
  }
}

function aboutNumbers({ fields, because }: PredictNumbers, answer: unknown): Said {
  const names = Object.keys(fields);
  if (allOpen(names, answer)) return UNWRITTEN;
  const read = readNumbers(names, answer);
  if ("faults" in read) return notRead(read.faults);
  const { numbers, remarks } = read;
  const near = names.filter(
    (name) => Math.abs(numbers[name]! - fields[name]!.answer) <= fields[name]!.within,
  );
  const named = (name: string, value: string): string =>
    names.length === 1 ? value : `${fields[name]!.label}: ${value}`;
  const about = ({ answer: right, within }: (typeof fields)[string]): string =>
    numberText(right) + (within > 0 ? ` (± ${numberText(within)})` : "");
  const allNear = near.length === names.length;
  return {
    outcome: allNear ? "right" : "otherwise",
    headline: allNear ? WELL : near.length > 0 ? "Foreseen in part." : OTHERWISE,
    blocks: [
      {
        kind: "said",
        said: names.map((name) => named(name, numberText(numbers[name]!))),
        is: names.map((name) => named(name, about(fields[name]!))),
      },
      text(because),
      ...remarks.map(text),
    ],
    picked: numbers,
  };
}

function allOpen(names: readonly string[], answer: unknown): boolean {
  if (typeof answer !== "object" || answer === null) return false;
  const values = answer as Readonly<Record<string, unknown>>;
  return names.some((name) => name in values) && Object.values(values).every(isOpen);
}

function aboutForeseen({ options }: PredictOption, answer: unknown): Said {
  const read = readOption(options, answer);
  if ("faults" in read) return notRead(read.faults);
  const said = options[read.option]!;
  const truth = Object.values(options).find(({ right }) => right === true)!;
  if (said === truth)
    return {
      outcome: "right",
      headline: `${phrase(said.text)}, as you said.`,
      blocks: [text(said.reason)],
      picked: read.option,
    };
  return {
    outcome: "otherwise",
    headline: OTHERWISE,
    blocks: [
      { kind: "said", said: [phrase(said.text)], is: [phrase(truth.text)] },
      ...[...new Set([said.reason, truth.reason])].map(text),
    ],
    picked: read.option,
  };
}

/** A sentence without its full stop. */
function phrase(sentence: string): string {
  return sentence.replace(/\.$/, "");
}

function aboutChosen({ options }: Choose, answer: unknown): Said {
  const read = readOption(options, answer);
  if ("faults" in read) return notRead(read.faults);
  const { right = false, reason } = options[read.option]!;
  return {
    outcome: right ? "right" : "not yet",
    headline: right ? "Right." : "Not this one.",
    blocks: [text(reason)],
    credit: right ? 1 : 0,
    picked: read.option,
  };
}
