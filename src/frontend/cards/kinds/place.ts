import * as v from "valibot";
import { aboutPlace } from "../../../exercises/kinds/place.ts";
import type { Place } from "../../../exercises/place/place.ts";
import { numberText } from "../../../math/numerals.ts";
import { writtenNumber } from "../../../math/written-number.ts";
import { byName, checked, NUMBERS, PICTURE, TEXTS } from "../checked.ts";
import { ACT, button, element, QUIET } from "../dom.ts";
import { PlaceMap, type Spot } from "../place/map.ts";
import { roll } from "../roll.ts";
import type { Answers, KindOnPage, Question } from "./kind.ts";

const HOLDS = v.object({
  picture: PICTURE,
  asks: TEXTS,
  step: v.number(),
  answer: NUMBERS,
  within: v.number(),
  right: v.string(),
  wrong: byName({ at: NUMBERS, within: v.number(), what: v.string(), reason: v.string() }),
  because: v.string(),
});

/** A place that is pressed in a picture. */
export const place: KindOnPage<Place> = {
  is: ({ kind }) => kind === "card-place",
  read: (card) => ({ kind: "place", ...checked(HOLDS, card) }),
  about: aboutPlace,
  ask: askPlace,
  saysBelow: true,
  picture: (exercise) => {
    const map: PlaceMap = new PlaceMap(exercise, (spot) => map.mark(spot));
    return map;
  },
  isGuess: true,
  invitation: "arrow keys move the pin",
  hasReasons: false,
};

function askPlace(exercise: Place, answers: Answers): Question {
  const inputs = exercise.asks.map((name) =>
    element("input", { type: "text", inputmode: "decimal", autocomplete: "off", name, "aria-label": name }),
  );
  let wasTaken = false;
  let spot: Spot | undefined;
  const mark = (now: Spot): void => {
    spot = now;
    map.mark(now);
    for (const input of inputs) input.value = numberText(now[map.names.indexOf(input.name)]!);
  };
  const map = new PlaceMap(exercise, mark);
  const typed = (): void => {
    const values = map.names.map((name, k) => {
      const input = inputs.find((one) => one.name === name);
      return input === undefined
        ? (spot ?? map.middle)[k]!
        : writtenNumber(input.value, exercise.answer[name]);
    });
    if (!values.every(Number.isFinite)) return;
    spot = values as unknown as Spot;
    map.mark(spot);
  };
  const take = (): void => {
    const { guessed } = map;
    const missing = inputs.find(
      ({ name, value }) => !Number.isFinite(writtenNumber(value, exercise.answer[name])),
    );
    if (guessed === undefined || missing !== undefined) {
      answers.complain(`Press the map first, or enter a number for "${(missing ?? inputs[0]!).name}".`);
      return;
    }
    wasTaken = true;
    answers.take(guessed);
  };
  for (const input of inputs) input.addEventListener("input", typed);
  const labels = inputs.map((input) => element("label", {}, element("span", {}, `${input.name} =`), input));
  const row = element(
    "div",
    { class: "fall-line-row" },
    button("Roll it", ACT, take),
    element("span", { class: "fall-line-numbers" }, ...labels),
  );
  const node = element("div", {}, map.node, row);
  node.addEventListener("keydown", ({ key, target }) => {
    if (key === "Enter" && !(target instanceof HTMLButtonElement)) take();
  });
  const roller = (): void => row.replaceChildren(button("Roll again", QUIET, () => roll(map)));
  return {
    node,
    show: (answer) => {
      const given = answer as Readonly<Record<string, number>>;
      const other = spot ?? map.middle;
      mark(map.names.map((name, k) => given[name] ?? other[k]!) as unknown as Spot);
      roller();
      // What was answered before has been seen.
      if (wasTaken) roll(map);
      else map.show(map.last);
    },
    showAnyway: () => {
      roller();
      roll(map);
    },
    stop: () => map.stop(),
  };
}
