import { Pin } from "../../../frontend/cards/place/pin.ts";
import { svg } from "../../../frontend/elements.ts";
import { placeIn, scaleOf } from "../../../frontend/moving.ts";
import { Plane, pointText, roundedTo } from "../../plane.ts";
import type { AskedOf, MakeForm } from "./form.ts";
import { sentForm, whenNew } from "./parts.ts";

type Spot = readonly [number, number];
type Point = Readonly<Record<string, number>>;

/** A map: a press or the arrow keys set the pin, letting it go votes. */
export const place: MakeForm<"place"> = ({ map, asks }, give) => {
  const plane = new Plane(map);
  const marks = svg("svg", { class: "marks", "aria-hidden": "true" });
  const form = sentForm<"place">([plane.node], () => {
    if (spot !== undefined) give({ kind: "place", point: pointOf({ map, asks }, spot) });
    return "";
  });
  let spot: Spot | undefined;
  let isOpen = true;
  const size = (): readonly [number, number] => [plane.node.clientWidth, plane.node.clientHeight];
  const move = ([left, top]: Spot): void => {
    const [width, height] = size();
    spot = roundedTo(map, plane.value([left / width, top / height]));
    draw();
  };
  const pin = new Pin(
    map.axes.map(({ range }) => range),
    () => scaleOf(plane.node),
    move,
  );
  const draw = (): void => {
    const [width, height] = size();
    const at = spot && plane.share(spot);
    pin.show(at && [at[0] * width, at[1] * height], spot, !isOpen);
    marks.replaceChildren(...(at === undefined ? [] : guideOf(asks, map, at)));
    form.send.disabled = spot === undefined;
  };
  plane.node.append(marks, pin.node);
  plane.node.addEventListener("click", (event) => {
    if (!isOpen || pin.node.contains(event.target as Node)) return;
    move(placeIn(plane.node, event));
    pin.node.focus({ preventScroll: true });
  });

  new ResizeObserver(draw).observe(plane.node);
  const fill = whenNew<Point>((point) => {
    spot = plane.spotOf(point);
  });
  return {
    node: form.node,
    hints: [
      "Press the map; drag the pin or move it with the arrow keys, then send it.",
      "Move the pin and send it again to change it while the vote is open.",
    ],
    show(standing) {
      const { yours, first, right } = standing;
      ({ isOpen } = standing);
      fill(yours?.point);
      plane.mark("first", first === undefined ? [] : [first.point]);
      plane.mark(
        "true",
        right.map(({ point }) => point),
      );
      form.show(standing, ({ point }) => pointText(point));
      draw();
    },
  };
};

/** Where one coordinate is asked for, a line says that the other does not count. */
function guideOf(
  asks: readonly string[],
  { axes }: AskedOf<"place">["map"],
  [left, top]: Spot,
): SVGElement[] {
  if (asks.length === 2) return [];
  const [x, y] = [`${100 * left}%`, `${100 * top}%`];
  const ends =
    asks[0] === axes[0].name ? { x1: x, x2: x, y1: 0, y2: "100%" } : { x1: 0, x2: "100%", y1: y, y2: y };
  return [svg("line", { class: "guide", ...ends })];
}

function pointOf({ map, asks }: Pick<AskedOf<"place">, "map" | "asks">, spot: Spot): Point {
  const names = map.axes.map(({ name }) => name);
  return Object.fromEntries(asks.map((name) => [name, spot[names.indexOf(name)]!]));
}
