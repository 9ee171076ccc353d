import Plotly from "plotly.js-dist";
import { alternativeText, hasManyPoints, sizeOr } from "./chart-facts.ts";
import type { PlainFigure, PlainObject } from "./clean.ts";
import type { Drawn } from "./drawn.ts";
import { html, set } from "./elements.ts";
import { showError } from "./error.ts";
import { explained } from "./explained.ts";
import { playable } from "./film.ts";
import { filmOf, withoutControls } from "./film-layout.ts";
import { checkGraphics, isInSpace } from "./graphics.ts";
import { giveTime, startGuard, timeWorked } from "./guard.ts";
import { calm } from "./motion.ts";
import { LEAST_WIDTH } from "./reserved-height.ts";
import { isOnPaper, watchSize } from "./shown.ts";
import { addStyle, placeChart } from "./add-style.ts";
import { isDark, themed, themeName, watchTheme } from "./theme.ts";
import { watchUncaught } from "./uncaught.ts";
import { nextPicture } from "./turn.ts";

const HEIGHT = 420;

/** Nothing leaves the page, and only the tools that help to read a chart are offered. */
const CONFIG = {
  displaylogo: false,
  showSendToCloud: false,
  plotlyServerURL: "",
  topojsonURL: "",
  modeBarButtonsToRemove: ["select2d", "lasso2d", "autoScale2d"],
};

/** A finger scrolls the page, also over a chart, and finds no buttons that are too small for it; a tap still tells numbers. */
const BY_FINGER = { layout: { dragmode: false }, config: { displayModeBar: false } };
const BY_MOUSE = { layout: {}, config: {} };

startGuard();

/** A chart that has been drawn. */
export interface Chart extends Drawn {
  /** Shows another figure of the same kind in its place, with the axes as they have been moved. */
  show(figure: PlainFigure): void;
}

/**
 * Draws a chart in the page's theme and as wide as its container; it follows both.
 * @param took is told how long plotly.js has worked on it, in milliseconds on a usual machine
 */
export async function drawChart(
  node: HTMLElement,
  figure: PlainFigure,
  took: (milliseconds: number) => void = () => undefined,
): Promise<Chart> {
  const { config, omitted } = figure;
  const frames = calm(figure.frames);
  const counts = filmOf(figure);
  let shown = figure;
  const { height: wanted, width: most } = layoutOf(figure);
  const data = quickened(figure.data);
  checkGraphics(data);
  const height = sizeOr(wanted, HEIGHT);
  addStyle();
  const widest = typeof most === "number" ? sizeOr(most, 700) : Infinity;
  const words = { role: "figure", "aria-label": alternativeText(figure) };
  const chart = html("div", { class: "fall-line-chart", ...words, style: `height: ${height}px` });
  const room = html("div", { class: "fall-line-room" }, chart);
  if (widest < Infinity) room.style.maxWidth = `${widest}px`;
  node.append(room);

  /** How wide the drawing is. Plotly is told so each time and never measures, so that paper can rely on it. */
  let width = 0;
  let theme = "";
  const measure = (): void => {
    if (room.clientWidth === 0 || (width > 0 && isOnPaper())) return;
    width = Math.max(room.clientWidth, Math.min(LEAST_WIDTH, widest));
    placeChart(chart, width, room.clientWidth);
  };
  const whole = (): object => {
    measure();
    theme = themeName();
    chart.dataset.theme = isDark() ? "dark" : "light";
    const isByFinger = matchMedia("(pointer: coarse)").matches && !data.some(isInSpace);
    const hand = isByFinger ? BY_FINGER : BY_MOUSE;
    const worn = themed({ ...shown, data: quickened(shown.data), layout: layoutOf(shown) });
    return {
      ...worn,
      layout: { uirevision: "kept", ...hand.layout, ...worn.layout, width, height },
      frames,
      config: { ...CONFIG, ...hand.config, ...config },
    };
  };
  const fit = (): void => {
    const before = width;
    measure();
    if (width === before) return;
    giveTime();
    // Plotly places a legend that takes fewer rows now by the margins of before: only the next drawing has it right.
    Plotly.relayout(chart, { width })
      .then(() => Plotly.redraw(chart))
      .catch(fail);
  };
  // All charts of a page are dressed and fitted at once, each with a time of its own.
  const dress = (): void => {
    if (theme === themeName()) return;
    giveTime();
    Plotly.react(chart, whole()).catch(fail);
  };
  const watches: { stop: () => void }[] = [];
  const remove = (): void => {
    for (const watch of watches) watch.stop();
    giveTime();
    room.remove();
    try {
      Plotly.purge(chart);
    } catch {
      // What plotly.js could not draw it can't take away either; its element is gone.
    }
  };
  let isDrawing = false;
  let uncaught: unknown;
  const fail = (error: unknown): void => {
    uncaught ??= error;
    if (isDrawing) return;
    remove();
    showError(node, explained(error));
  };
  watches.push(watchUncaught(() => isDrawing || chart.matches(":hover, :focus-within"), fail));
  const before = timeWorked();
  try {
    isDrawing = true;
    giveTime();
    await Plotly.newPlot(chart, whole());
    await nextPicture();
    if (uncaught !== undefined) throw uncaught as Error;
  } catch (error) {
    remove();
    throw error;
  } finally {
    took(timeWorked() - before);
  }
  isDrawing = false;
  watches.push(watchSize(room, fit), watchTheme(dress));
  if (counts !== undefined) watches.push(playable(chart, room, frames, counts));
  dress();
  const said = [...omitted, ...(isSeen(chart) ? [] : [NOTHING])];
  if (said.length > 0) room.append(html("p", { class: "fall-line-note" }, said.join(" ")));
  return {
    remove,
    show(next) {
      shown = next;
      set(chart, { "aria-label": alternativeText(next) });
      giveTime();
      Plotly.react(chart, whole()).catch(fail);
    },
  };
}

function layoutOf(figure: PlainFigure): PlainObject {
  return calm(filmOf(figure) === undefined ? figure.layout : withoutControls(figure.layout));
}

const NOTHING = "There is nothing to be seen in this figure.";

/** Whether there is any mark, word or axis in a chart. */
function isSeen(chart: HTMLElement): boolean {
  const marks = chart.querySelectorAll(
    ".main-svg :is(path, text, image, line, circle, rect:not(.bg, .drag)), canvas",
  );
  return Array.from(marks).some((mark) => {
    const { width, height } = mark.getBoundingClientRect();
    return width + height > 0;
  });
}

function quickened(data: readonly PlainObject[]): PlainObject[] {
  return data.map((trace) =>
    hasManyPoints(trace) && hasGraphics() ? { ...trace, type: "scattergl" } : trace,
  );
}

let graphics: boolean | undefined;

function hasGraphics(): boolean {
  graphics ??= document.createElement("canvas").getContext("webgl") !== null;
  return graphics;
}
