/** The large script of a deck: what draws figures. It is run when the first slide is on the screen. */
import Plotly from "plotly.js-dist";
import { CONTROLS_HEIGHT } from "../../figures/race-controls.ts";
import { draw } from "../../frontend/drawing.ts";
import { EXPLORER } from "../../frontend/explorer/explorer.ts";
import { DRAWING } from "./load-drawing.ts";

const animate = (chart: HTMLElement, ...args: readonly unknown[]): Promise<unknown> =>
  Plotly.animate(chart, ...args);

const drawing = { draw, animate, CONTROLS_HEIGHT, EXPLORER };

/** What draws, for the other script. */
export type Drawing = typeof drawing;

Object.assign(globalThis, { [DRAWING]: drawing });
