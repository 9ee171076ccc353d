import Plotly from "plotly.js-dist";
import { growing, growthOf } from "../figures/growing.ts";
import { hasNamesAtPaths, namedAtPaths } from "../figures/names-at-paths.ts";
import { alternativeText, filmOf, hasManyPoints, sizeOr } from "./chart-facts.ts";
import type { PlainFigure, PlainObject } from "./clean.ts";
import type { Drawn } from "./drawn.ts";
import { html, set } from "./elements.ts";
import { showError } from "./error.ts";
import { explained } from "./explained.ts";
import { playable } from "./film.ts";
import { checkGraphics, hasGraphics, isInSpace } from "./graphics.ts";
import { giveTime, startGuard, timeWorked } from "./guard.ts";
import { calm } from "./motion.ts";
import { LEAST_WIDTH } from "./reserved-height.ts";
import { saveButton } from "./save-chart.ts";
import { isOnPaper, watchSize } from "./shown.ts";
import { addStyle, placeChart } from "./add-style.ts";
import { isDark, themed, themeName, watchTheme } from "./theme.ts";
import { withNumerals } from "./tooltips.ts";
import { watchUncaught } from "./uncaught.ts";
import { nextPicture } from "./turn.ts";

const HEIGHT = 420;

/** Nothing leaves the page, and nothing lies on a chart. */
const CONFIG = { displayModeBar: false, plotlyServerURL: "", topojsonURL: "" };

/** A finger scrolls the page, also over a chart; a tap still tells numbers. */
const BY_FINGER = { dragmode: false };

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
  const chart = new DrawnChart(node, figure);
  await chart.draw(took);
  return { remove: () => chart.remove(), show: (next) => chart.show(next) };
}

class DrawnChart implements Chart {
  readonly #node: HTMLElement;
  #figure: DrawableFigure;
  readonly #chart: HTMLElement;
  readonly #room: HTMLElement;
  readonly #isNamed: boolean;
  readonly #watches: { stop: () => void }[] = [];
  /** How wide the drawing is. Plotly is told so each time and never measures, so that paper can rely on it. */
  #width = 0;
  #height: number;
  #theme = "";
  #film: ReturnType<typeof playable> | undefined;
  #isDrawing = false;
  /** The first thing that plotly.js has complained of. */
  #error: unknown;

  constructor(node: HTMLElement, figure: PlainFigure) {
    this.#node = node;
    this.#figure = drawable(figure);
    const { height, widest } = this.#figure;
    const words = { role: "figure", "aria-label": alternativeText(figure) };
    this.#isNamed = hasNamesAtPaths(figure);
    this.#chart = html("div", {
      class: `fall-line-chart${this.#isNamed ? " named" : ""}`,
      ...words,
      style: `height: ${height}px`,
    });
    this.#height = height;
    this.#room = html("div", { class: "fall-line-room" }, this.#chart);
    if (widest < Infinity) this.#room.style.maxWidth = `${widest}px`;
    addStyle();
    node.append(this.#room);
  }

  async draw(took: (milliseconds: number) => void): Promise<void> {
    const isMine = (): boolean => this.#isDrawing || this.#chart.matches(":hover, :focus-within");
    this.#watches.push(watchUncaught(isMine, (error) => this.#fail(error)));
    const before = timeWorked();
    try {
      this.#isDrawing = true;
      giveTime();
      await Plotly.newPlot(this.#chart, this.#plot());
      await nextPicture();
      if (this.#error !== undefined) throw this.#error as Error;
    } catch (error) {
      this.remove();
      throw error;
    } finally {
      took(timeWorked() - before);
    }
    this.#isDrawing = false;
    this.#follow();
    this.#addRest();
  }

  show(figure: PlainFigure): void {
    this.#figure = { ...this.#figure, data: readied(figure.data), layout: calm(figure.layout) };
    set(this.#chart, { "aria-label": alternativeText(figure) });
    this.#redraw();
  }

  remove(): void {
    for (const watch of this.#watches) watch.stop();
    giveTime();
    this.#room.remove();
    try {
      Plotly.purge(this.#chart);
    } catch {
      // What plotly.js could not draw it can't take away either; its element is gone.
    }
  }

  /** What plotly.js is given: the figure in today's theme and width, for mouse or finger. */
  #plot(): object {
    this.#measure();
    this.#theme = themeName();
    this.#chart.dataset.theme = isDark() ? "dark" : "light";
    const { data, frames, config } = this.#figure;
    const isByFinger = matchMedia("(pointer: coarse)").matches && !data.some(isInSpace);
    const size = { width: this.#width, height: this.#height };
    const worn = themed({ ...this.#figure, layout: namedAtPaths(this.#figure, size) });
    return {
      ...worn,
      layout: {
        uirevision: "kept",
        ...(isByFinger && BY_FINGER),
        ...worn.layout,
        ...size,
      },
      frames,
      config: { ...CONFIG, ...config },
    };
  }

  #measure(): void {
    const { clientWidth } = this.#room;
    if (clientWidth === 0 || (this.#width > 0 && isOnPaper())) return;
    const { height, widest } = this.#figure;
    const least = Math.min(LEAST_WIDTH, widest);
    this.#width = this.#isNamed ? clientWidth : Math.max(clientWidth, least);
    this.#height = Math.round(height * Math.min(1, this.#width / least));
    this.#chart.style.height = `${this.#height}px`;
    placeChart(this.#chart, this.#width, clientWidth);
  }

  /** All charts of a page follow its width and its theme at once, each with a time of its own. */
  #follow(): void {
    const { counts, frames, plays } = this.#figure;
    let picture = 0;
    this.#watches.push(
      watchSize(this.#room, () => this.#fit()),
      // With the next picture: a page is light while it prints, and a chart drawn anew just then would be printed half drawn.
      watchTheme(() => (picture = requestAnimationFrame(() => this.#dress()))),
      { stop: () => cancelAnimationFrame(picture) },
    );
    if (counts !== undefined) {
      this.#film = playable(this.#chart, this.#room, frames, { counts, plays });
      this.#watches.push(this.#film);
    }
    this.#dress();
  }

  #fit(): void {
    const before = this.#width;
    this.#measure();
    // Plotly places a legend that takes fewer rows now by the margins of before: only the next drawing has it right.
    if (this.#width !== before) this.#redraw(() => Plotly.redraw(this.#chart));
  }

  #dress(): void {
    if (this.#theme !== themeName()) this.#redraw();
  }

  #redraw(then: () => unknown = () => undefined): void {
    giveTime();
    Plotly.react(this.#chart, this.#plot())
      .then(then)
      .then(() => this.#film?.stay())
      .catch((error: unknown) => this.#fail(error));
  }

  /** While it is drawn for the first time, whoever waits for it is told. */
  #fail(error: unknown): void {
    this.#error ??= error;
    if (this.#isDrawing) return;
    this.remove();
    showError(this.#node, explained(error));
  }

  #addRest(): void {
    const isThere = isSeen(this.#chart);
    if (isThere) this.#room.append(saveButton(this.#chart));
    const notes = [...this.#figure.omitted, ...(isThere ? [] : [NOTHING])];
    if (notes.length > 0) this.#room.append(html("p", { class: "fall-line-note" }, notes.join(" ")));
  }
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

/** A figure as it is drawn here, and how large. */
interface DrawableFigure extends PlainFigure {
  readonly height: number;
  readonly widest: number;
  /** What its moments count; nothing where it is no film. */
  readonly counts: string | undefined;
  readonly plays: boolean;
}

/** @throws InputError when it would hold up the page */
function drawable(given: PlainFigure): DrawableFigure {
  const figure = growing(given);
  const layout = calm(figure.layout);
  const { height, width } = layout;
  const data = readied(figure.data);
  checkGraphics(data);
  return {
    ...figure,
    ...{ data, layout, counts: filmOf(figure), plays: growthOf(layout) !== undefined },
    frames: calm(figure.frames),
    height: sizeOr(height, HEIGHT),
    widest: typeof width === "number" ? sizeOr(width, 700) : Infinity,
  };
}

function readied(data: readonly PlainObject[]): PlainObject[] {
  return data
    .map(withNumerals)
    .map((trace) => (hasManyPoints(trace) && hasGraphics() ? { ...trace, type: "scattergl" } : trace));
}
