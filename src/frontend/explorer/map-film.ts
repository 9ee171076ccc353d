/** The map as a film: for six seconds its paths grow, with their names at them. */
import { besidePaths, NamePlaces, type NameSize } from "../../figures/name-places.ts";
import type { Look } from "../../rules/look.ts";
import { markerShape } from "../../rules/marker-shape.ts";
import { TOKENS } from "../../tokens.ts";
import { html } from "../elements.ts";
import { isDark } from "../theme.ts";
import { dashOf } from "./look.ts";
import { groundPicture } from "./map-picture.ts";
import type { Run } from "./model.ts";
import { type Box, isWithin, type Pixels, strokesOf } from "./strokes.ts";

/** In milliseconds: how long a film is, and for about how much of it the paths grow; then all of them is seen. */
const LENGTH = 6000;
const GROWS = 4800;

/** A GIF counts time in hundredths of a second. */
const TICK = 10;

/** Moments of the film at most. */
const MOST = 60;

/** What a film shows. */
export interface Filmed {
  readonly map: HTMLElement;
  readonly box: Box;
  readonly runs: readonly Run[];
  readonly steps: number;
  /** Where a point of the surface lies on the map. */
  readonly at: (point: readonly [number, number]) => Pixels;
}

/** A film of the map as GIF. The encoder is begun when a film is first wanted. */
export async function mapFilm(filmed: Filmed): Promise<Blob> {
  const { GIFEncoder, quantize, applyPalette } = await import("gifenc");
  const { right: width, bottom: height } = filmed.box;
  const canvas = html("canvas", { width: Math.round(width), height: Math.round(height) });
  const pen = canvas.getContext("2d", { willReadFrequently: true })!;
  const ground = await groundPicture(filmed.map);
  const names = namesOf(pen, filmed);
  const shown = (t: number): Uint8ClampedArray => {
    pen.drawImage(ground, 0, 0, canvas.width, canvas.height);
    for (const run of filmed.runs) drawPath(pen, run, filmed, t);
    for (const [run, place] of names) drawName(pen, run, place);
    return pen.getImageData(0, 0, canvas.width, canvas.height).data;
  };
  const palette = quantize(shown(filmed.steps), 255);
  const same = palette.length;
  const encoder = GIFEncoder();
  const moments = momentsOf(filmed.steps);
  const each = TICK * Math.round(GROWS / Math.max(1, moments.length - 1) / TICK);
  let before: Uint8Array | undefined;
  for (const [k, t] of moments.entries()) {
    const frame = applyPalette(shown(t), palette);
    const isLast = k === moments.length - 1;
    encoder.writeFrame(withoutWhatStays(frame, before, same), canvas.width, canvas.height, {
      ...(before === undefined ? { palette: [...palette, [0, 0, 0]], repeat: 0 } : {}),
      delay: isLast ? LENGTH - each * k : each,
      transparent: before !== undefined,
      transparentIndex: same,
      dispose: 1,
    });
    before = frame;
    // The page is drawn between two moments.
    await new Promise((later) => setTimeout(later));
  }
  encoder.finish();
  return new Blob([encoder.bytes()], { type: "image/gif" });
}

/** The steps that are shown, evenly from the start to the last. */
export function momentsOf(steps: number): number[] {
  const count = Math.min(MOST, steps);
  return Array.from({ length: count + 1 }, (_, k) => Math.round((k / Math.max(1, count)) * steps));
}

/** A frame in which what is as it was before is left out, so that the file is small. */
function withoutWhatStays(frame: Uint8Array, before: Uint8Array | undefined, same: number): Uint8Array {
  return before === undefined ? frame : frame.map((colour, k) => (colour === before[k] ? same : colour));
}

const FONT = "600 14px system-ui, sans-serif";

/** How high a name is, how far from its path it stands, and from the edges of the map, in pixels. */
const [HEIGHT, OFF, EDGE] = [19, 9, 10];

/** The middles of the names of paths, where they are seen. */
function namesOf(pen: CanvasRenderingContext2D, { map, runs, at, box }: Filmed): Map<Run, Pixels> {
  pen.font = FONT;
  const room = { left: EDGE, right: box.right - EDGE, top: EDGE, bottom: box.bottom - EDGE };
  const paths = runs.map((run) => ({ run, at: run.points.map(at).filter((one) => isWithin(one, box)) }));
  const names = new NamePlaces(
    room,
    paths.map((path) => path.at),
  );
  const { left, top } = map.getBoundingClientRect();
  for (const word of map.querySelectorAll(".axes text")) {
    const { x, y, width, height } = word.getBoundingClientRect();
    names.leave({ left: x - left, right: x - left + width, top: y - top, bottom: y - top + height });
  }
  const size = ({ run }: { readonly run: Run }): NameSize => ({
    width: pen.measureText(run.runner.rule.title).width,
    height: HEIGHT,
    off: OFF,
  });
  return new Map(
    besidePaths(names, paths, size).map(([{ run }, one]) => [
      run,
      [(one.left + one.right) / 2, (one.top + one.bottom) / 2],
    ]),
  );
}

function drawPath(
  pen: CanvasRenderingContext2D,
  { look, points }: Run,
  { at, box }: Filmed,
  t: number,
): void {
  const { paper, colour } = coloursOf(look);
  const been = points.slice(0, t + 1).map((point) => at(point));
  const line = new Path2D(strokesOf(been, box).near);
  const strokes = [
    { colour: paper, width: 5.5, dash: [] },
    { colour, width: 2.6, dash: dashOf(look).split(" ").map(Number).filter(Number.isFinite) },
  ];
  for (const stroke of strokes) {
    [pen.strokeStyle, pen.lineWidth] = [stroke.colour, stroke.width];
    pen.setLineDash(stroke.dash);
    pen.stroke(line);
  }
  pen.setLineDash([]);
  pen.fillStyle = colour;
  pen.fill(new Path2D(markerShape(look.symbol, been.at(-1)!, 6.4)));
}

const coloursOf = ({ color, dark }: Look): { paper: string; colour: string } =>
  isDark() ? { paper: TOKENS.paper[1], colour: dark } : { paper: TOKENS.paper[0], colour: color };

function drawName(pen: CanvasRenderingContext2D, { look, runner }: Run, [x, y]: Pixels): void {
  const { paper, colour } = coloursOf(look);
  Object.assign(pen, { font: FONT, textAlign: "center", textBaseline: "middle", lineJoin: "round" });
  [pen.strokeStyle, pen.lineWidth] = [paper, 4];
  pen.fillStyle = colour;
  pen.strokeText(runner.rule.title, x, y);
  pen.fillText(runner.rule.title, x, y);
}
