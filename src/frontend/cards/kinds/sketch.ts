import * as v from "valibot";
import { aboutSketch, type Sketch } from "../../../exercises/kinds/sketch.ts";
import { byName, checked, list, PICTURE } from "../checked.ts";
import { ACT, button, element, QUIET } from "../dom.ts";
import { roll } from "../roll.ts";
import { SketchPad } from "../sketch/pad.ts";
import type { Answers, KindOnPage, Question } from "./kind.ts";
import { OPTION } from "./options.ts";

const SHAPE = v.pipe(list(v.tuple([v.number(), v.number()])), v.minLength(1));

const HOLDS = v.object({ picture: PICTURE, options: byName({ ...OPTION, shape: SHAPE }) });

/** A curve that is drawn before it is shown. */
export const sketch: KindOnPage<Sketch> = {
  is: ({ kind }) => kind === "card-sketch",
  read: (card) => ({ kind: "sketch", ...checked(HOLDS, card) }),
  about: aboutSketch,
  ask: askSketch,
  picture: (exercise) => new SketchPad(exercise),
  saysBelow: true,
  isGuess: true,
  invitation: "arrow keys draw too",
  hasReasons: false,
};

function askSketch(exercise: Sketch, answers: Answers): Question {
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
  const player = (): void => row.replaceChildren(button("Play again", QUIET, () => roll(pad)));
  return {
    node: element("div", {}, pad.node, row),
    show: (answer) => {
      if (typeof answer === "string") pad.sketch(answer);
      else pad.put(answer as Readonly<Record<string, number>>);
      player();
      // What was answered before has been seen.
      if (wasTaken) roll(pad);
      else pad.show(pad.last);
    },
    showAnyway: () => {
      player();
      roll(pad);
    },
    stop: () => pad.stop(),
  };
}
