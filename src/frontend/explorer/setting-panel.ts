import { objective } from "../../objectives/objective.ts";
import { InputError } from "../../errors.ts";
import { MOST_STEPS } from "../../figures/explore.ts";
import { type Schedule, scheduleById } from "../../schedules/schedule.ts";
import { html, labelled } from "./elements.ts";
import type { Model } from "./model.ts";
import { numberField } from "./number-field.ts";
import { SURFACES, typescriptOf } from "./settings.ts";

const OWN = "a formula of your own";

/** The surface, the number of steps, the schedule; reset; the settings as TypeScript. */
export function settingPanel(model: Model): HTMLElement {
  const steps = numberField({
    name: "number of steps",
    symbol: "steps",
    value: model.settings.steps,
    set: (number) => {
      if (number > MOST_STEPS)
        throw new InputError({ what: "too many steps", got: number, allowed: `1 to ${MOST_STEPS}` });
      model.change({ steps: number });
    },
  });
  const reset = html("button", { type: "button" }, "reset");
  reset.addEventListener("click", () => model.reset());
  model.onChange(() => {
    if (document.activeElement?.closest(".number") !== steps.node) steps.show(model.settings.steps);
  });
  return html(
    "div",
    { class: "settings" },
    ...surfaceFields(model),
    steps.node,
    ...scheduleFields(model),
    reset,
    ...copyFields(model),
  );
}

function surfaceFields(model: Model): HTMLElement[] {
  const names = SURFACES.map(({ name }) => name);
  const select = html("select", {}, ...[...names, OWN].map((name) => html("option", {}, name)));
  const field = html("input", {
    type: "text",
    class: "expression",
    spellcheck: "false",
    "aria-label": "formula",
  });
  const problem = html("pre", { class: "problem", role: "alert" });
  const show = (): void => {
    const { name, expression } = model.settings.objective;
    select.value = names.includes(name) ? name : OWN;
    if (document.activeElement !== field) field.value = expression;
    problem.textContent = "";
    field.removeAttribute("aria-invalid");
  };
  select.addEventListener("change", () => {
    const chosen = SURFACES.find(({ name }) => name === select.value);
    if (chosen === undefined) {
      field.focus();
      return;
    }
    const [x, y] = chosen.start ?? [1, 1];
    model.change({ objective: chosen, start: [x!, y!] });
  });
  field.addEventListener("input", () => {
    try {
      const made = objective(field.value);
      if (made.dimension !== 2)
        throw new InputError({
          what: "the map has two axes, so a formula needs two variables",
          got: made.variables.join(", "),
          cure: "write one in x and y",
        });
      model.change({ objective: made });
    } catch (error) {
      problem.textContent = (error as Error).message;
      field.setAttribute("aria-invalid", "true");
    }
  });
  show();
  model.onChange((change) => change === "surface" && show());
  return [labelled("surface", select), labelled("f =", field), problem];
}

/** The schedules with the parameters that each begins with, for so many steps. */
const SCHEDULES: Readonly<Record<string, (steps: number) => Record<string, number>>> = {
  constant: () => ({}),
  step: (steps) => ({ factor: 0.5, every: Math.max(1, Math.round(steps / 4)) }),
  exponential: (steps) => ({ k: Number((3 / steps).toPrecision(2)) }),
  "inverse-time": (steps) => ({ k: Number((10 / steps).toPrecision(2)) }),
  "warm-up": (steps) => ({ steps: Math.max(1, Math.round(steps / 4)) }),
  cosine: (steps) => ({ steps }),
};

function scheduleFields(model: Model): HTMLElement[] {
  const select = html("select", {}, ...Object.keys(SCHEDULES).map((id) => html("option", {}, id)));
  const parameters = html("span", { class: "parameters" });
  const show = ({ id, parameters: values }: Pick<Schedule, "id" | "parameters">): void => {
    select.value = id;
    const fields = Object.entries(values).map(([name, value]) =>
      numberField({
        name: `schedule, ${name}`,
        symbol: name,
        value,
        set: (number) => {
          const schedule = scheduleById(id, { ...model.settings.schedule?.parameters, [name]: number });
          model.change({ schedule });
        },
      }),
    );
    parameters.replaceChildren(...fields.map(({ node }) => node));
  };
  select.addEventListener("change", () => {
    model.change({ schedule: scheduleById(select.value, SCHEDULES[select.value]!(model.settings.steps)) });
  });
  const now = (): Pick<Schedule, "id" | "parameters"> =>
    model.settings.schedule ?? { id: "constant", parameters: {} };
  show(now());
  model.onChange(() => {
    if (!parameters.contains(document.activeElement)) show(now());
  });
  return [labelled("schedule", select), parameters];
}

function copyFields(model: Model): HTMLElement[] {
  const code = html("input", {
    type: "text",
    readonly: true,
    class: "code",
    "aria-label": "these settings as TypeScript",
  });
  const copy = html("button", { type: "button" }, "copy as TypeScript");
  const show = (): void => {
    code.value = typescriptOf(model.settings);
  };
  copy.addEventListener("click", () => {
    code.select();
    void navigator.clipboard.writeText(code.value).then(
      () => (copy.textContent = "copied"),
      () => (copy.textContent = "selected: copy it with the keyboard"),
    );
  });
  show();
  model.onChange((change) => {
    if (change === "step") return;
    show();
    copy.textContent = "copy as TypeScript";
  });
  return [copy, code];
}
