import { InputError } from "../../errors.ts";
import { MOST_STEPS } from "../../figures/explore.ts";
import { type Schedule, scheduleById } from "../../schedules/schedule.ts";
import { html } from "../elements.ts";
import { Menu, type Offer } from "./menu.ts";
import { hasBottom, type Model } from "./model.ts";
import { NumberField } from "./number-field.ts";
import type { Settings } from "./settings.ts";
import { SPEEDS, type Transport } from "./transport.ts";

/** "50 steps, constant rate, 10 steps a second": a sentence of which each number and choice can be changed. */
export function settingSentence(model: Model, transport: Transport): HTMLElement {
  const parts = [stepsPart(model), schedulePart(model), ...ratesPart(model), speedPart(transport)];
  return html("div", { class: "sentence", role: "group", "aria-label": "steps, rate and speed" }, ...parts);
}

function stepsPart(model: Model): HTMLElement {
  const field = new NumberField({
    name: "number of steps",
    value: model.settings.steps,
    allowed: `Steps are a whole number, from 0 to ${MOST_STEPS}.`,
    set: (steps) => {
      if (!(Number.isInteger(steps) && steps >= 0 && steps <= MOST_STEPS))
        throw new InputError({ what: "no such number of steps", got: steps });
      model.change({ steps });
    },
  });
  model.onChange((change) => {
    if (change === "step" || document.activeElement === field.input) return;
    if (field.value !== model.settings.steps) field.show(model.settings.steps);
  });
  return part("Steps", field.input, " steps, ", field.problem);
}

/** The schedules with the parameters that each begins with, for so many steps. */
const SCHEDULES: Readonly<Record<string, (steps: number) => Record<string, number>>> = {
  constant: () => ({}),
  step: (steps) => ({ factor: 0.5, every: Math.max(1, Math.round(steps / 4)) }),
  exponential: (steps) => ({ k: Number((3 / Math.max(1, steps)).toPrecision(2)) }),
  "inverse-time": (steps) => ({ k: Number((10 / Math.max(1, steps)).toPrecision(2)) }),
  "warm-up": (steps) => ({ steps: Math.max(1, Math.round(steps / 4)) }),
  linear: (steps) => ({ steps: Math.max(1, steps) }),
  cosine: (steps) => ({ steps: Math.max(1, steps) }),
  "warm-up-cosine": (steps) => ({ warm: Math.max(1, Math.round(steps / 10)), steps: Math.max(1, steps) }),
  wsd: (steps) => ({
    warm: Math.max(1, Math.round(steps / 10)),
    decay: Math.max(1, Math.round(steps / 5)),
    steps: Math.max(1, steps),
  }),
  plateau: (steps) => ({ factor: 0.5, patience: Math.max(1, Math.round(steps / 10)) }),
};

function schedulePart(model: Model): HTMLElement {
  const now = (): Pick<Schedule, "id" | "parameters"> =>
    model.settings.schedule ?? { id: "constant", parameters: {} };
  const menu = new Menu("schedule of the learning rate", "inline", (id) => {
    model.change({ schedule: scheduleById(id, SCHEDULES[id]!(model.settings.steps)) });
  });
  const parameters = html("span", { class: "parameters" });
  let shown = "";
  const show = (): void => {
    const { id, parameters: values } = now();
    const what = JSON.stringify([id, values]);
    if (what === shown) return;
    shown = what;
    const ids = Object.keys(SCHEDULES);
    menu.show(
      (ids.includes(id) ? ids : [...ids, id]).map((one) => [one, one]),
      id,
    );
    if (parameters.contains(document.activeElement)) return;
    parameters.replaceChildren(
      ...Object.entries(values).flatMap(([name, value]) => parameter(model, name, value)),
    );
  };
  show();
  model.onChange((change) => change !== "step" && change !== "motion" && show());
  return part("Learning rate", menu.node, " rate", parameters, ", ");
}

/** A parameter of the schedule: " with k 0.06". */
function parameter(model: Model, name: string, value: number): (Node | string)[] {
  const field = new NumberField({
    name: `schedule, ${name}`,
    value,
    allowed: `${name} is 0 or more.`,
    set: (number) => {
      const { id, parameters } = model.settings.schedule!;
      model.change({ schedule: scheduleById(id, { ...parameters, [name]: number }) });
    },
  });
  return [` ${name} `, field.input, field.problem];
}

const ratesOn = (objective: Settings["objective"]): Offer => [
  ["tuned", hasBottom(objective) ? "all tuned alike" : "no bottom, no best rates"],
  ["set", "rates as set"],
];

/** Whether each rule has the best rate that one and the same search finds for it: where a race of all is offered. */
function ratesPart(model: Model): HTMLElement[] {
  if (model.settings.tuned === undefined) return [];
  const menu = new Menu("rates of the rules", "inline", (how) => model.change({ tuned: how === "tuned" }));
  const show = (): void =>
    menu.show(ratesOn(model.settings.objective), model.settings.tuned === true ? "tuned" : "set");
  show();
  model.onChange(show);
  return [part("Race", menu.node, ", ")];
}

function speedPart(transport: Transport): HTMLElement {
  const offer = SPEEDS.map((speed) => [String(speed), `${speed} steps a second`] as const);
  const menu = new Menu("speed", "inline", (speed) => {
    transport.speed = Number(speed);
    menu.show(offer, speed);
  });
  menu.show(offer, String(transport.speed));
  return part("Speed", menu.node);
}

/** A part with the name that it has where the parts stand in rows. */
function part(name: string, ...words: readonly (Node | string)[]): HTMLElement {
  const texts = words.map((word) =>
    typeof word === "string" ? html("span", { class: "joint" }, word) : word,
  );
  return html("span", { class: "part-of-it" }, html("span", { class: "row-name" }, name), ...texts);
}
