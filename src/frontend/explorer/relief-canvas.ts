import { linesOver } from "../../figures/isolines.ts";
import type { Ground } from "../../figures/path-story.ts";
import { CONTOUR, isStrong, reliefOver } from "../../figures/relief.ts";
import { type HeightField, RELIEF, shadedRelief } from "../../figures/shaded-relief.ts";
import { grid } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import { isDark } from "../theme.ts";
import { axis } from "./axes.ts";
import { html } from "../elements.ts";
import { line } from "./strokes.ts";

/** Heights along each axis through which contours are drawn. */
const HEIGHTS = 241;

/** Pixels from one computed height to the next. */
const FINENESS = 2;

/** The surface as a shaded relief with contours: drawn when the surface, its size or the page's theme changes. */
export class ReliefCanvas {
  readonly node = html("canvas", { "aria-hidden": "true" });
  #drawn = "";

  draw(objective: ExpressionObjective, { views }: Ground, width: number, height: number): void {
    const scale = globalThis.devicePixelRatio;
    const theme = isDark() ? "dark" : "light";
    const what = JSON.stringify([objective.expression, views, width, height, scale, theme]);
    if (what === this.#drawn) return;
    this.#drawn = what;
    const drawn = new OffscreenCanvas(Math.round(width * scale), Math.round(height * scale));
    const pen = drawn.getContext("2d")!;
    const at = new Float64Array(2);
    const point = (px: number, py: number): Float64Array => {
      [at[0], at[1]] = [px, py];
      return at;
    };
    const relief = reliefOver(objective, point, views, HEIGHTS);
    const field = fieldOf(relief, views, Math.ceil(width / FINENESS) + 1, Math.ceil(height / FINENESS) + 1);
    pen.drawImage(picture(field, RELIEF[theme]), 0, 0, drawn.width, drawn.height);
    pen.scale(scale, scale);
    const [x, y] = [axis(views[0], 0, width), axis(views[1], height, 0)];
    const { size } = relief.heights.levels;
    pen.strokeStyle = RELIEF[theme].contour;
    for (const kind of ["thin", "strong"] as const) {
      const levels = relief.contours.filter((level) => isStrong(level, size) === (kind === "strong"));
      const { x: xs, y: ys } = linesOver(relief.heights.z, views, levels);
      pen.lineWidth = CONTOUR[kind].width;
      pen.globalAlpha = CONTOUR[kind].opacity;
      pen.stroke(new Path2D(line(xs.map((px, i) => [x.at(px ?? NaN), y.at(ys[i] ?? NaN)] as const))));
    }
    Object.assign(this.node, { width: drawn.width, height: drawn.height });
    this.node.getContext("bitmaprenderer")!.transferFromImageBitmap(drawn.transferToImageBitmap());
  }
}

function fieldOf(
  { height, contours }: ReturnType<typeof reliefOver>,
  views: Ground["views"],
  width: number,
  rows: number,
): HeightField {
  const [xs, ys] = [grid(views[0], width), grid(views[1], rows).reverse()];
  const heights = new Float64Array(ys.flatMap((y) => xs.map((x) => height(x, y))));
  return { width, height: rows, heights, levels: contours };
}

function picture(field: HeightField, look: Parameters<typeof shadedRelief>[1]): HTMLCanvasElement {
  const { width, height } = field;
  const canvas = html("canvas", { width, height });
  canvas.getContext("2d")!.putImageData(new ImageData(shadedRelief(field, look), width, height), 0, 0);
  return canvas;
}
