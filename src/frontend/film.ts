/** A chart with a slider is a film: what moves it by key, in a notebook as on a slide. */
import Plotly from "plotly.js-dist";

const AT_ONCE = { mode: "immediate", frame: { duration: 0 }, transition: { duration: 0 } };
const PLAYED = {
  mode: "immediate",
  fromcurrent: true,
  frame: { duration: 150 },
  transition: { duration: 0 },
};

/** What the keys do, in the words of the chart's label. */
const FILM_KEYS = "Left and right arrow: one step. Space: play or pause.";

/** A chart as Plotly leaves it. */
interface Chart extends HTMLElement {
  readonly _fullLayout?: { readonly sliders?: readonly Slider[] };
  on(event: "plotly_animating" | "plotly_animated", listener: () => void): void;
}

interface Slider {
  readonly active: number;
  readonly steps: readonly { readonly args: readonly unknown[] }[];
}

/** One moment forward or back; nothing at either end, or on a chart that is no film. */
export function stepFilm(chart: HTMLElement, by: 1 | -1): void {
  const slider = sliderOf(chart);
  const step = slider?.steps[slider.active + by];
  if (step !== undefined) void Plotly.animate(chart, ...step.args);
}

/** Plays on from where the film is. */
export function playFilm(chart: HTMLElement): void {
  if (sliderOf(chart) !== undefined) void Plotly.animate(chart, null, PLAYED);
}

/** Makes a film follow the keys while it has the focus. JupyterLab's and a deck's own keys stay out of it. */
export function followKeys(element: HTMLElement): void {
  if (sliderOf(element) === undefined) return;
  const chart = element as Chart;
  let playing = false;
  chart.on("plotly_animating", () => (playing = true));
  chart.on("plotly_animated", () => (playing = false));
  const keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stepFilm(chart, -1),
    ArrowRight: () => stepFilm(chart, 1),
    " ": () => (playing ? void Plotly.animate(chart, [null], AT_ONCE) : playFilm(chart)),
  };
  chart.tabIndex = 0;
  chart.setAttribute("role", "group");
  chart.setAttribute("aria-label", `${chart.getAttribute("aria-label") ?? ""} ${FILM_KEYS}`.trim());
  chart.dataset.lmSuppressShortcuts = "true";
  chart.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function sliderOf(chart: HTMLElement): Slider | undefined {
  return (chart as Chart)._fullLayout?.sliders?.[0];
}
