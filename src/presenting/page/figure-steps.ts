/** Steps a figure by key: an explorer by its own buttons, a chart with a slider from one of its marks to the next. */
import { loadDrawing } from "./load-drawing.ts";

/** A chart as Plotly leaves it. */
interface Chart extends HTMLElement {
  readonly _fullLayout?: {
    readonly sliders?: readonly { readonly active: number; readonly steps: readonly Step[] }[];
  };
}

interface Step {
  readonly args: readonly unknown[];
}

/** One step forward or back. */
export function stepFigure(slide: Element, by: 1 | -1): void {
  const name = by === 1 ? "one step forward" : "one step back";
  if (press(slide, `[aria-label="${name}"]`)) return;
  const chart = slide.querySelector<Chart>(".fall-line-chart");
  const slider = chart?._fullLayout?.sliders?.[0];
  const step = slider?.steps[slider.active + by];
  if (chart != null && step !== undefined) animate(chart, ...step.args);
}

/** Plays or pauses an explorer; plays a chart on from where it is. */
export function playFigure(slide: Element): void {
  if (press(slide, ".transport .play")) return;
  const chart = slide.querySelector<Chart>(".fall-line-chart");
  if (chart?._fullLayout?.sliders?.length === undefined || chart._fullLayout.sliders.length === 0) return;
  const options = {
    mode: "immediate",
    fromcurrent: true,
    frame: { duration: 150 },
    transition: { duration: 0 },
  };
  animate(chart, null, options);
}

function animate(chart: HTMLElement, ...args: readonly unknown[]): void {
  void loadDrawing().then((drawing) => drawing.animate(chart, ...args));
}

function press(slide: Element, selector: string): boolean {
  const button = slide.querySelector<HTMLButtonElement>(`.fall-line-explorer ${selector}`);
  button?.click();
  return button !== null;
}
