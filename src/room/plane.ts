/** A still map with points on it, on a phone and in a deck. */
import { html, svg } from "../frontend/elements.ts";
import { numeral } from "../math/numerals.ts";
import type { RoomMap } from "./protocol.ts";

/** Across from the left and down from the top, as shares of the map. */
type Shares = readonly [left: number, top: number];
type Spot = readonly [number, number];
type Point = Readonly<Record<string, number>>;

/** A map, on which what is marked stays at its place whatever the size. */
export class Plane {
  readonly node = html("div", { class: "plane" });
  readonly #marks = svg("svg", { class: "marks", "aria-hidden": "true" });

  constructor(private readonly map: RoomMap) {
    const { src, alt, width, height } = map;
    const image = html("img", { src, alt, width, height, draggable: "false" });
    this.node.style.aspectRatio = `${width} / ${height}`;
    this.node.append(image, this.#marks);
  }

  /** Marks points, of which a coordinate may be missing: a line then stands for all of them. */
  mark(name: string, points: readonly Point[]): void {
    for (const old of this.#marks.querySelectorAll(`.${name}`)) old.remove();
    this.#marks.append(...points.map((point) => this.#shape(name, point)));
  }

  /** What lies at a place of the picture. */
  value([left, top]: Shares): Spot {
    const [x, y] = this.#ranges;
    return [x[0] + left * (x[1] - x[0]), y[1] - top * (y[1] - y[0])];
  }

  /** Where something lies in the picture. */
  share([x, y]: Spot): Shares {
    const [across, up] = this.#ranges;
    return [(x - across[0]) / (across[1] - across[0]), (up[1] - y) / (up[1] - up[0])];
  }

  /** A point, at the middle along what was not asked. */
  spotOf(point: Point): Spot {
    const [x, y] = this.map.axes.map(({ name, range }) => point[name] ?? (range[0] + range[1]) / 2);
    return [x!, y!];
  }

  get #ranges(): readonly [Spot, Spot] {
    return [this.map.axes[0].range, this.map.axes[1].range];
  }

  #shape(name: string, point: Point): SVGElement {
    const [left, top] = this.share(this.spotOf(point)).map((share) => `${100 * share}%`) as [string, string];
    const [across, up] = this.map.axes;
    if (!(up.name in point)) return svg("line", { class: name, x1: left, x2: left, y1: 0, y2: "100%" });
    if (!(across.name in point)) return svg("line", { class: name, x1: 0, x2: "100%", y1: top, y2: top });
    return svg("circle", { class: name, cx: left, cy: top, r: 7 });
  }
}

/** A place with no more digits than a pixel is worth, within the map. */
export function roundedTo({ axes }: RoomMap, spot: Spot): Spot {
  const [x, y] = axes.map(({ range: [low, high] }, k) => {
    const digits = Math.max(0, Math.ceil(-Math.log10((high - low) / 300)));
    return Number(Math.min(high, Math.max(low, spot[k]!)).toFixed(digits));
  });
  return [x!, y!];
}

/** A place in words: "x = 1, y = 0.5". */
export function pointText(point: Point): string {
  return Object.entries(point)
    .map(([name, value]) => `${name} = ${numeral(value)}`)
    .join(", ");
}
