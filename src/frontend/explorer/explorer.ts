import { Recipe } from "../../figures/revive.ts";
import { InputError } from "../../errors.ts";
import type { Drawn } from "../drawn.ts";
import { addStyle } from "../style.ts";
import { CurveView } from "./curve.ts";
import { html } from "./elements.ts";
import { MapView } from "./map.ts";
import { Model } from "./model.ts";
import { rulesPanel } from "./rules-panel.ts";
import { settingPanel } from "./setting-panel.ts";
import { settingsOf } from "./settings.ts";
import { StepPanel } from "./step-panel.ts";
import { STYLE } from "./style.ts";
import { Transport } from "./transport.ts";

/** The kind of specification that is drawn as an explorer. */
export const EXPLORER = "explorer";

/**
 * Draws the explorer: a descent to be played with, computed in the page. Keys, wherever in it the focus is: left and
 * right go a step back and forward, Home and End to the ends, the space bar plays and pauses,
 * M hides the magnifier.
 * @throws InputError when the specification can't be read, or its objective has no map
 */
export function drawExplorer(node: HTMLElement, specification: unknown): Drawn {
  const settings = settingsOf(new Recipe(specification));
  const { dimension, variables } = settings.objective;
  if (dimension !== 2)
    throw new InputError({
      what: "an explorer shows an objective of two parameters",
      got: variables.join(", "),
    });
  addStyle("fall-line-explorer-style", STYLE);
  const model = new Model(settings);
  const transport = new Transport(model);
  const map = new MapView(model);
  const root = html(
    "div",
    {
      class: "fall-line-explorer",
      role: "group",
      "aria-label": `Explorer of ${settings.objective.name}`,
      tabindex: 0,
      // JupyterLab's own keys stay out of it.
      "data-lm-suppress-shortcuts": "true",
    },
    html(
      "div",
      { class: "grid" },
      html("div", {}, map.node, transport.node, new CurveView(model).node),
      html("div", {}, rulesPanel(model), new StepPanel(model).node),
    ),
    settingPanel(model),
  );
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches("input, select")) {
      event.stopPropagation(); // A field's keys are its own, and turn no slide.
      return;
    }
    const act = keys(transport, model, map)[event.key];
    if (act === undefined || (event.key === " " && event.target instanceof HTMLButtonElement)) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  node.append(root);
  return {
    remove: () => {
      transport.pause();
      root.remove();
    },
  };
}

function keys(transport: Transport, model: Model, map: MapView): Readonly<Record<string, () => void>> {
  return {
    ArrowLeft: () => transport.move(-1),
    ArrowRight: () => transport.move(1),
    Home: () => transport.go(0),
    End: () => transport.go(model.last),
    " ": () => transport.toggle(),
    m: () => map.magnifier.toggle(),
  };
}
