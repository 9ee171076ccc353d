/** Names at the ends of curves, where there is less room than in a notebook. */
import { withoutShared } from "../../figures/labels.ts";
import { numeral } from "../../math/numerals.ts";
import { withIndices } from "../indices.ts";
import type { Size } from "../../figures/names-at-paths.ts";
import { annotationsOf, axisRange, isAtEnd, listIn, type Named, type PlainObject } from "./plain-figure.ts";

const LINE = 18;

/** The width of a letter in a figure's smallest type. */
const LETTER = 8.6;

/** A line of a name has no more letters, where its words allow it. */
const LONG = 11;

const LONG_NUMBER = /\d*\.\d{5,}/g;

const fewDigits = (number: string): string => String(Number(Number(number).toPrecision(4)));

const piecesOf = (name: string): string[] =>
  withIndices(name)
    .replaceAll("<br>", " ")
    .replace(LONG_NUMBER, fewDigits)
    .split(/(?<=,) (?![^()]*\))/);

const SCHEDULE = /^schedule (?=\S)/;

/** Names without what all of them begin with. */
function apart(names: readonly (readonly string[])[]): (readonly string[])[] {
  const own = withoutShared(names);
  const areSchedules = own.length > 1 && own.every(([piece]) => SCHEDULE.test(piece!));
  return areSchedules ? own.map(([piece, ...rest]) => [piece!.replace(SCHEDULE, ""), ...rest]) : own;
}

function wrapped(piece: string): string[] {
  if (piece.includes("=")) return [piece];
  return piece.split(/(?<!×) (?![^()]*\))/).reduce<string[]>((lines, word) => {
    const longer = lines.length === 0 ? word : `${lines.at(-1)!} ${word}`;
    return longer.length <= LONG && lines.length > 0 ? [...lines.slice(0, -1), longer] : [...lines, word];
  }, []);
}

/** So far names may reach above the plot. */
const ABOVE = 20;

/** Between names. */
const APART = 2;

interface Wanted {
  readonly centre: number;
  readonly half: number;
}

/** The middles of names from the top down, below one edge and above another, moved no farther than it takes. */
function placesOf(wanted: readonly Wanted[], top: number, bottom: number): number[] {
  let edge = top;
  const lowered = wanted.map(({ centre, half }) => {
    const place = Math.max(centre, edge + APART + half);
    edge = place + half;
    return place;
  });
  edge = bottom + APART;
  return lowered.reduceRight<number[]>((placed, centre, k) => {
    const { half } = wanted[k]!;
    const place = Math.min(centre, edge - APART - half);
    edge = place - half;
    return [place, ...placed];
  }, []);
}

/** The value at which a curve over the steps ends, where its axis counts values or their powers of ten. */
function lastValue({ y }: PlainObject, layout: PlainObject): string[] {
  const [across, up] = ["xaxis", "yaxis"].map((name) => layout[name] as PlainObject);
  const isOverSteps = (across?.["title"] as { readonly text?: string } | undefined)?.text === "step";
  const isLog = up!["type"] === "log";
  if (!isOverSteps || (!isLog && up!["ticktext"] !== undefined)) return [];
  const value = isLog ? 10 ** Number(y) : Number(y);
  return [numeral(value, Math.abs(value) < 1 ? 2 : 3)];
}

/** A value stands behind a short name, else below it. */
function withValue(lines: readonly string[], value: readonly string[]): string[] {
  const whole = [lines.at(-1)!, ...value].join(": ");
  return whole.length <= LONG + 2 ? [...lines.slice(0, -1), whole] : [...lines, ...value];
}

/** Where a name is moved farther from its end than this, names stand so far aside, behind lines to them; pixels. */
const NEAR = 7;
const ASIDE = 40;
const BEYOND = 4;

/** Names at the ends of curves, with the last values, in lines as short as they can be, and apart from one another at this height. */
export function endNames(layout: PlainObject, width: number, height: number): Named {
  const all = annotationsOf(layout);
  const range = axisRange(layout, "yaxis");
  const ends = all.filter(isAtEnd);
  if (range === undefined || ends.length === 0) return all;
  const plot = height - 46;
  const heightOf = ({ y }: PlainObject): number =>
    Math.round(((range[1] - Number(y)) / (range[1] - range[0])) * plot);
  const pieces = apart(ends.map((end) => piecesOf(String(end["text"]))));
  const short = pieces.map((lines) => lines.flatMap(wrapped));
  const values = ends.map((end) => lastValue(end, layout));
  const areSaid = ends.some(({ text }, k) => values[k]!.some((value) => String(text).includes(value)));
  const valued = areSaid ? short : short.map((lines, k) => withValue(lines, values[k]!));
  const fitting = [valued, short].find((all) => LINE * all.flat().length <= plot) ?? pieces;
  const lined = ends
    .map((end, k) => ({ end, lines: fitting[k]! }))
    .sort((a, b) => heightOf(a.end) - heightOf(b.end));
  const isExit = ({ xref, y }: PlainObject): boolean => xref !== "paper" && Number(y) === range[1];
  const exits = inLines(all.filter(isExit));
  const places = placesOf(
    lined.map(({ end, lines }) => ({ centre: heightOf(end), half: (LINE * lines.length) / 2 })),
    exits.length === 0 ? -ABOVE : 2 * LINE * exits.length,
    plot + 4,
  );
  const moved = lined.map(({ end }, k) => Math.round(heightOf(end) - places[k]!));
  const isAside = moved.some((by) => Math.abs(by) > NEAR) || ends.some(({ y }) => Number(y) <= range[0]);
  const names = lined.map(({ end, lines }, k) => {
    return {
      ...end,
      text: lines.join("<br>"),
      yshift: moved[k]!,
      ...(isAside && { xshift: ASIDE + BEYOND }),
    };
  });
  const longest = Math.max(...lined.flatMap(({ lines }) => lines.map(({ length }) => length)));
  const beside = isAside ? ASIDE + 10 : 14;
  const room = Math.min(Math.round(beside + LETTER * longest), Math.round(width * 0.42));
  const others = all.filter((one) => !isAtEnd(one) && !isExit(one));
  return Object.assign([...others, ...exits, ...names], { room });
}

/** Lines to names that stand aside, from where their curves end or leave the chart, drawn as the curves are. @param plot the size of the box of the axes */
export function leadersTo(data: readonly PlainObject[], layout: PlainObject, plot: Size): PlainObject[] {
  const [across, up] = [axisRange(layout, "xaxis"), axisRange(layout, "yaxis")];
  if (across === undefined || up === undefined) return [];
  const isLog = (layout["yaxis"] as PlainObject)["type"] === "log";
  const isIn = (y: number): boolean => (isLog ? Math.log10(y) : y) >= up[0];
  return annotationsOf(layout).flatMap((name) => {
    const curve = data.find((trace) => trace["name"] !== undefined && trace["name"] === name["name"]);
    if (curve === undefined || name["xshift"] !== ASIDE + BEYOND) return [];
    const [xs, ys] = [listIn(curve["x"]), listIn(curve["y"])];
    const end = ys.findLastIndex((y) => Number.isFinite(y) && isIn(Number(y)));
    const x = across[0] + (Number(name["x"]) + ASIDE / plot.width) * (across[1] - across[0]);
    const y = Number(name["y"]) + (Number(name["yshift"]) / plot.height) * (up[1] - up[0]);
    return [
      {
        type: "scatter",
        mode: "lines",
        x: [xs[end], x],
        y: [ys[end], isLog ? 10 ** y : y],
        line: { ...(curve["line"] as PlainObject), shape: "linear", width: 1.2 },
        hoverinfo: "skip",
        showlegend: false,
      },
    ];
  });
}

/** Words at the upper edge, where curves leave the chart: each in two lines. */
function inLines(exits: readonly PlainObject[]): PlainObject[] {
  return exits.map((exit, k) => ({
    ...exit,
    text: String(exit["text"]).replace(": ", ":<br>"),
    align: "left",
    yshift: -2 * LINE * k,
  }));
}
