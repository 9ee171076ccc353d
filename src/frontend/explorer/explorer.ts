import { Recipe } from "../../figures/revive.ts";
import { InputError } from "../../errors.ts";
import { doesPlay } from "../../mime.ts";
import { nameAlone } from "../alone.ts";
import type { Drawn } from "../drawn.ts";
import { addStyle } from "../add-style.ts";
import { Announcer } from "./announcer.ts";
import { lightArrows } from "./arrow-light.ts";
import { Chips } from "./chips.ts";
import { CurveView } from "./curve.ts";
import { FormulaField } from "./formula-field.ts";
import { Frame } from "./frame.ts";
import { linkedSettings } from "./link.ts";
import { MapView } from "./map.ts";
import { Magnifier } from "./magnifier.ts";
import { Model } from "./model.ts";
import { RuleNumbers } from "./rule-numbers.ts";
import { settingSentence } from "./sentence.ts";
import { settingsOf } from "./settings.ts";
import { shareMenu } from "./share.ts";
import { Standings } from "./standings.ts";
import { StepPanel } from "./step-panel.ts";
import { EXPLORER_STYLE } from "./style/index.ts";
import { playWhenSeen, SECONDS } from "../seen.ts";
import { surfaceMenu } from "./surface-menu.ts";
import { Transport } from "./transport.ts";
import { resetButton } from "./undo.ts";
import { isWithheld, watchWithheld } from "./withheld.ts";

/**
 * Draws the explorer: a descent to be played with, computed in the page. Keys, wherever in it the focus is: left and
 * right go a step back and forward, with Shift ten, Home and End to the ends, the space bar plays and pauses, M closes
 * the magnifier and brings it back.
 * @throws InputError when the specification can't be read, or its objective has no map
 */
export function drawExplorer(node: HTMLElement, specification: unknown): Drawn {
  const settings = settingsOf(new Recipe(specification));
  const { dimension, variables, name } = settings.objective;
  if (dimension !== 2)
    throw new InputError({
      what: "an explorer shows an objective of two parameters",
      got: variables.join(", "),
    });
  const linked = linkedSettings(specification, location.href);
  addStyle("fall-line-explorer-style", EXPLORER_STYLE);
  const model = new Model(settings);
  if (linked !== undefined) model.restore({ settings: linked, t: linked.steps, chosen: 0 });
  const transport = new Transport(model);
  const magnifier = new Magnifier();
  const map: MapView = new MapView(model, magnifier.marks, () => step.draw());
  const step = new StepPanel(model, magnifier, () => map.magnified);
  const chips = new Chips(model);
  const curve = new CurveView(model, (t) => transport.go(t));
  const announcer = new Announcer();
  const field = new FormulaField(model, (isStale) => map.stale(isStale));
  const frame = new Frame(`Explorer of ${name}`, {
    map: map.node,
    transport: transport.node,
    curve: curve.node,
    chips: chips.node,
    panel: [new RuleNumbers(model).node, new Standings(model).node, step.node],
    surface: surfaceMenu(model, () => {
      frame.showFormula();
      field.edit();
    }),
    reset: resetButton(model, (words) => announcer.say(() => words)),
    formula: field.node,
    fault: field.problem,
    sentence: settingSentence(model, transport),
    share: shareMenu(model, specification, map, nameAlone(node)),
  });
  const { root } = frame;
  root.append(announcer.node);
  root.addEventListener("keydown", (event) => listen(event, transport, magnifier));
  lightArrows(root);
  model.onChange((change) => {
    root.classList.toggle("single", model.isSingle);
    if (change !== "motion") announcer.say(() => inWords(model));
  });
  frame.mount(node);
  map.layOut();
  curve.layOut();
  const withhold = (): void => {
    if (isWithheld(root)) transport.go(0);
  };
  withhold();
  const watches = [watchWithheld(withhold), transport, map, curve, chips, announcer, frame];
  if (doesPlay(specification) && linked === undefined)
    watches.push(
      playWhenSeen(map.node, () => {
        if (!isWithheld(root)) transport.playWithin(SECONDS);
      }),
    );
  return {
    remove: () => {
      for (const watch of watches) watch.stop();
    },
  };
}

/** Where the chosen rule stands, for those who listen. */
function inWords({ t, chosen }: Model): string {
  return chosen === undefined ? "" : `Step ${t}. ${chosen.runner.rule.title}: ${chosen.story.sentence(t)}.`;
}

function listen(event: KeyboardEvent, transport: Transport, magnifier: Magnifier): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { target, key } = event;
  if (target instanceof HTMLElement && target.matches("input:not(.knob), select")) {
    event.stopPropagation(); // A field's keys are its own, and turn no slide.
    return;
  }
  const acts: Readonly<Record<string, () => void>> = {
    ...transport.keys(event),
    m: () => magnifier.toggle(),
  };
  const isPressed = target instanceof HTMLElement && target.matches("button, summary");
  if (!Object.hasOwn(acts, key) || (key === " " && isPressed)) return;
  event.preventDefault();
  event.stopPropagation();
  acts[key]!();
}
