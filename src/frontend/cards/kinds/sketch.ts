import { aboutSketch, type Sketch } from "../../../exercises/kinds/sketch.ts";
import type { Specification } from "../../../figures/recipe.ts";
import { listOf, placesOf, recordOf, type StoredCard, textOf } from "../checked.ts";
import { ACT, button, element, QUIET } from "../dom.ts";
import { roll } from "../roll.ts";
import { SketchPad } from "../sketch/pad.ts";
import type { Answers, KindOnPage } from "./kind.ts";

interface Drawing {
  readonly pad: SketchPad;
  /** Shows what happens over an answer, where there is one; it is run but for an answer of before. */
  readonly show: (answer: unknown) => void;
}

const drawings = new WeakMap<HTMLElement, Drawing>();

/** A curve that is drawn before it is shown. */
export const sketch: KindOnPage<Sketch> = {
  is: ({ kind }) => kind === "card-sketch",
  read: ({ picture, options }) => ({
    kind: "sketch",
    picture: recordOf(picture) as unknown as Specification,
    options: Object.fromEntries(listOf(options).map((one) => [textOf(one["name"]), readOption(one)])),
  }),
  about: aboutSketch,
  ask: askSketch,
  show: (question, _, answer) => drawings.get(question)!.show(answer),
  showAnyway: (question) => drawings.get(question)!.show(undefined),
  stop: (question) => drawings.get(question)!.pad.stop(),
  picture: (exercise) => new SketchPad(exercise),
  saysBelow: true,
  isGuess: true,
  invitation: "arrow keys draw too",
  hasReasons: false,
};

function readOption({ text, reason, right, shape }: StoredCard): Sketch["options"][string] {
  return { text: textOf(text), reason: textOf(reason), right: right === true, shape: placesOf(shape) };
}

function askSketch(exercise: Sketch, answers: Answers): HTMLDivElement {
  const pad = new SketchPad(exercise);
  let wasTaken = false;
  let word: string | undefined;
  const take = (): void => {
    const { drawn } = pad;
    const answer = word !== undefined && pad.isOf(word) ? word : drawn;
    if (answer === undefined) {
      answers.complain("Draw the curve to the right edge first, or say in a word how it goes.");
      return;
    }
    wasTaken = true;
    answers.take(answer);
  };
  const words = Object.entries(exercise.options).map(([name, { text }]) =>
    button(text.replace(/\.$/, ""), QUIET, () => {
      word = name;
      pad.sketch(name);
    }),
  );
  const row = element(
    "div",
    { class: "fall-line-row" },
    button("Watch it", ACT, take),
    button("Begin again", QUIET, () => pad.clear()),
    element(
      "span",
      { class: "fall-line-in-a-word", role: "group", "aria-label": "in a word" },
      "or:",
      ...words,
    ),
  );
  const node = element("div", {}, pad.node, row);
  drawings.set(node, {
    pad,
    show: (answer) => {
      if (typeof answer === "string") pad.sketch(answer);
      else if (answer !== undefined) pad.put(answer as Readonly<Record<string, number>>);
      row.replaceChildren(button("Play again", QUIET, () => roll(pad)));
      if (wasTaken || answer === undefined) roll(pad);
      else pad.show(pad.last);
    },
  });
  return node;
}
