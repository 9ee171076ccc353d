/** The map of the course as HTML: a box for each lesson, arrows behind them; from left to right, or down on a narrow page. */
import { escapeHtml } from "../escape.ts";
import { layOut, type Arrow, type CourseMap, type MapPlace } from "./course-map.ts";
import type { CourseLesson } from "../rendering/course.ts";

/** Sizes in pixels: of a box, and from one to the next, along the layers and across them. The style sheet has them too. */
const LYING = { along: 142, across: 74, boxAlong: 116, boxAcross: 58 };
const STANDING = { along: 88, across: 120, boxAlong: 58, boxAcross: 112 };

type Sizes = typeof LYING;

/** The map; each box leads to `NAME.html`. */
export function courseMapToHtml(course: readonly CourseLesson[]): string {
  const map = layOut(course);
  const extent = across(map);
  const boxes = course.map(({ name, number, short }) => {
    const { layer, across: v } = map.places.get(name)!;
    return `<a href="${name}.html" style="--u:${layer};--v:${v - extent.least}"><small>${number}<span class="done" data-done-of="${name}" data-short hidden></span></small> ${escapeHtml(short)}</a>`;
  });
  const size = `--layers:${map.layers};--breadth:${extent.most - extent.least}`;
  return (
    `<div class="course-map" style="${size}">${arrowsToSvg(map, LYING, false)}${arrowsToSvg(map, STANDING, true)}` +
    `${boxes.join("")}</div>`
  );
}

function across({ places, arrows }: CourseMap): { least: number; most: number } {
  const all = [...places.values(), ...arrows.flatMap(({ via }) => via)].map((place) => place.across);
  return { least: Math.min(...all), most: Math.max(...all) };
}

function arrowsToSvg(map: CourseMap, sizes: Sizes, standing: boolean): string {
  const { least, most } = across(map);
  const length = (map.layers - 1) * sizes.along + sizes.boxAlong;
  const breadth = (most - least) * sizes.across + sizes.boxAcross;
  const point = (along: number, side: number): string => {
    const u = Math.round(along);
    const v = Math.round((side - least) * sizes.across + sizes.boxAcross / 2);
    return standing ? `${v} ${u}` : `${u} ${v}`;
  };
  const paths = map.arrows.map((arrow) => `<path d="${curve(arrow, map, sizes, point)}"/>`);
  const [width, height] = standing ? [breadth, length] : [length, breadth];
  const id = standing ? "tip-down" : "tip-right";
  return (
    `<svg class="${standing ? "standing" : "lying"}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">` +
    `<defs><marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>` +
    `<g marker-end="url(#${id})">${paths.join("")}</g></svg>`
  );
}

/** From the far side of one box to the near side of the next, straight through the gaps on the way. */
function curve(
  { from, to, via }: Arrow,
  { places }: CourseMap,
  { along, boxAlong }: Sizes,
  point: (along: number, side: number) => string,
): string {
  const stops = [places.get(from)!, ...via, places.get(to)!];
  const near = ({ layer }: MapPlace): number => layer * along;
  const far = (place: MapPlace): number => near(place) + boxAlong;
  const bends = stops.slice(1).map((stop, i) => {
    const before = stops[i]!;
    const middle = (far(before) + near(stop)) / 2;
    const last = i === stops.length - 2;
    const end = last ? near(stop) - 2 : near(stop);
    const bend = `C${point(middle, before.across)} ${point(middle, stop.across)} ${point(end, stop.across)}`;
    return last ? bend : `${bend}L${point(far(stop), stop.across)}`;
  });
  return `M${point(far(stops[0]!), stops[0]!.across)}${bends.join("")}`;
}
