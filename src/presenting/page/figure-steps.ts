/** Moves a slide's figure by key: an explorer by its own buttons, a chart with a slider as a film. */
import type { Drawing } from "./drawing.ts";
import { loadDrawing } from "./load-drawing.ts";

/** One step forward or back. */
export function stepFigure(slide: Element, by: 1 | -1): void {
  const name = by === 1 ? "one step forward" : "one step back";
  if (press(slide, `[aria-label="${name}"]`)) return;
  withChart(slide, (chart, { stepFilm }) => stepFilm(chart, by));
}

/** Plays or pauses an explorer; plays a chart on from where it is. */
export function playFigure(slide: Element): void {
  if (press(slide, ".transport .play")) return;
  withChart(slide, (chart, { playFilm }) => playFilm(chart));
}

function withChart(slide: Element, act: (chart: HTMLElement, drawing: Drawing) => void): void {
  const chart = slide.querySelector<HTMLElement>(".fall-line-chart");
  if (chart !== null) void loadDrawing().then((drawing) => act(chart, drawing));
}

function press(slide: Element, selector: string): boolean {
  const button = slide.querySelector<HTMLButtonElement>(`.fall-line-explorer ${selector}`);
  button?.click();
  return button !== null;
}
