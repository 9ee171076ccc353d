import { heightsOver } from "../../figures/heights.ts";
import { isolines } from "../../figures/isolines.ts";
import type { Ground } from "../../figures/path-story.ts";
import { type HeightField, RELIEF, shadedRelief } from "../../figures/shaded-relief.ts";
import { grid } from "../../figures/view.ts";
import type { ExpressionObjective } from "../../objectives/objective.ts";
import { isDark } from "../theme.ts";
import { axis } from "./axes.ts";
import { html } from "./elements.ts";
import { line } from "./strokes.ts";

/** Points of the grid from which the heights of contours are chosen. */
const COARSE = 45;

/** Pixels from one computed height to the next. */
const FINENESS = 2;

const MOST_LEVELS = 60;

/** Every so many contours one is drawn more strongly. */
const STRONG = 5;

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
    this.node.width = Math.round(width * scale);
    this.node.height = Math.round(height * scale);
    const pen = this.node.getContext("2d")!;
    const surface = surfaceOver(objective, views);
    const field = surface.field(Math.ceil(width / FINENESS) + 1, Math.ceil(height / FINENESS) + 1);
    pen.drawImage(picture(field, RELIEF[theme]), 0, 0, this.node.width, this.node.height);
    pen.scale(scale, scale);
    const [x, y] = [axis(views[0], 0, width), axis(views[1], height, 0)];
    pen.strokeStyle = RELIEF[theme].contour;
    for (const [k, level] of field.levels.entries()) {
      const isStrong = k % STRONG === STRONG - 1;
      const { x: xs, y: ys } = isolines(surface.height, views, [level]);
      pen.lineWidth = isStrong ? 1.1 : 0.7;
      pen.globalAlpha = isStrong ? 0.5 : 0.3;
      pen.stroke(new Path2D(line(xs.map((at, i) => [x.at(at ?? NaN), y.at(ys[i] ?? NaN)] as const))));
    }
  }
}

/** The heights of an objective as they are drawn, and those of its contours. */
function surfaceOver(objective: ExpressionObjective, views: Ground["views"]) {
  const at = new Float64Array(2);
  const point = (x: number, y: number): Float64Array => {
    [at[0], at[1]] = [x, y];
    return at;
  };
  const { height: drawn, levels } = heightsOver(
    objective,
    grid(views[0], COARSE),
    grid(views[1], COARSE),
    point,
  );
  const height = (x: number, y: number): number => drawn(objective.value(point(x, y)));
  const count = Math.min(MOST_LEVELS, Math.floor((levels.end - levels.start) / levels.size) + 1);
  return {
    height,
    field(width: number, rows: number): HeightField {
      const [xs, ys] = [grid(views[0], width), grid(views[1], rows).reverse()];
      const heights = new Float64Array(width * rows);
      ys.forEach((y, row) => xs.forEach((x, column) => (heights[row * width + column] = height(x, y))));
      const steps = Array.from({ length: Math.max(0, count) }, (_, k) => levels.start + k * levels.size);
      return { width, height: rows, heights, levels: steps };
    },
  };
}

function picture(field: HeightField, look: Parameters<typeof shadedRelief>[1]): HTMLCanvasElement {
  const { width, height } = field;
  const canvas = html("canvas", { width, height });
  canvas.getContext("2d")!.putImageData(new ImageData(shadedRelief(field, look), width, height), 0, 0);
  return canvas;
}
