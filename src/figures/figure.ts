import { isDrawnLive, type MimeBundle, printsItself, RICH } from "../display.ts";
import { PLOTLY, SPECIFICATION } from "../mime.ts";
import type { Specification } from "./recipe.ts";
import { packed } from "./packed.ts";
import type { Drawing, PlotlyObject } from "./plotly.ts";
import { stillPicture } from "./still/picture.ts";

export interface FigureParts {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly frames?: readonly PlotlyObject[];
  /** What the figure shows, in numbers, for those who do not see it. */
  readonly alt: string;
  /** The recipe of the figure, when it can be computed again in a page. */
  readonly specification?: Specification;
  /** What is drawn as the still picture, where that is something else. */
  readonly still?: Drawing;
}

/**
 * A Plotly figure as plain data. Colours of paper, axes and type are left to the front end's theme. Line and marker
 * colours are those for a light page; `layout.meta.dark` maps those that change on a dark page to their
 * counterparts, and `layout.meta.alt` is the alternative text.
 */
export class Figure {
  readonly data: readonly PlotlyObject[];
  readonly layout: PlotlyObject;
  readonly frames: readonly PlotlyObject[];
  readonly alt: string;
  readonly specification: Specification | undefined;
  readonly #still: Drawing | undefined;

  constructor({ data, layout, frames = [], alt, specification, still }: FigureParts) {
    this.data = data;
    this.layout = withAlt(layout, alt);
    this.frames = frames;
    this.alt = alt;
    this.specification = specification;
    this.#still = still;
  }

  /** A still picture as SVG, as high as the figure and readable on light and dark pages. */
  get svg(): string {
    const { data, layout } = this.#still ?? this;
    const { height } = this.layout;
    return stillPicture({
      data,
      layout: height === undefined ? layout : { ...layout, height },
      alt: this.alt,
    });
  }

  static {
    printsItself(this, "Figure");
  }

  [RICH](): MimeBundle {
    if (isDrawnLive()) return this.live;
    const { "text/plain": words, ...formats } = this.live;
    return { ...formats, "image/svg+xml": this.svg, "text/plain": words };
  }

  /** What a page draws it from, with its words. */
  get live(): MimeBundle {
    const { specification, alt } = this;
    return {
      ...(specification === undefined ? {} : { [SPECIFICATION]: specification }),
      ...(specification !== undefined && isDrawnLive() ? {} : { [PLOTLY]: this.#plotly() }),
      "text/plain": alt,
    };
  }

  #plotly(): object {
    const { data, layout, frames } = this;
    return {
      data: data.map(packed),
      layout: withAlt(layout, this.alt),
      ...(frames.length > 0 ? { frames } : {}),
    };
  }
}

function withAlt(layout: PlotlyObject, alt: string): PlotlyObject {
  return { ...layout, meta: { ...(layout.meta as object | undefined), alt } };
}
