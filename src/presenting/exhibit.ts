/** What an output is on a slide: something to look at beside the words. */
import { GREEK } from "../math/greek.ts";
import { isExplorer, PLOTLY, SPECIFICATION } from "../mime.ts";
import { isCard } from "../frontend/cards/read.ts";
import type { Marked, TableOptions } from "../notebook/cell-options.ts";
import type { Output } from "../rendering/executed.ts";
import { withFewDigits } from "./few-digits.ts";
import { keptOf, markedIn } from "./kept-table.ts";
import { isWorked } from "../trace/worked/specification.ts";

export type ExhibitKind = "explorer" | "figure" | "worked" | "table" | "text" | "code";

/** The code of a cell, by the cell's id. */
export interface CellCode {
  readonly id: string;
  readonly source: string;
}

/** An output, or code that is the point. */
export type Exhibit =
  | ({ readonly kind: "code" } & CellCode)
  | {
      readonly kind: Exclude<ExhibitKind, "code">;
      readonly output: Output;
      /** Of a table: what carries the finding. */
      readonly marked?: Marked | undefined;
      /** Of a table of which only a part is shown: all of it, as HTML. */
      readonly whole?: string;
    };

type DataOutput = Extract<Output, { readonly data: unknown }>;

export function exhibitOf(output: Output, options: TableOptions = {}): Exhibit {
  const kind = kindOf(output);
  if (kind !== "table" || !("data" in output)) return { kind, output };
  const whole = withLetters(withFewDigits(String(output.data["text/html"])));
  const html = keptOf(whole, options);
  return {
    kind,
    output: { ...output, data: { ...output.data, "text/html": html } },
    marked: markedIn(options),
    ...(html !== whole && { whole }),
  };
}

const HEAD = /<th\b[^>]*>[^<]*<\/th>/g;
const NAME = new RegExp(`\\b(?:${Object.keys(GREEK).join("|")})\\b`, "g");

/** Greek letters in the heads of a table, where code has their names. */
function withLetters(table: string): string {
  return table.replace(HEAD, (head) =>
    head.replace(NAME, (name) => GREEK[name]!).replaceAll("/√", "/\u2060√"),
  );
}

function kindOf(output: Output): Exclude<ExhibitKind, "code"> {
  if (!("data" in output)) return "text";
  const specification = output.data[SPECIFICATION];
  if (isWorked(specification)) return "worked";
  if (isExplorer(specification)) return "explorer";
  if (specification !== undefined || PLOTLY in output.data) return "figure";
  return String(output.data["text/html"]).includes("<table") ? "table" : "text";
}

/** What has a slide's edges for its own, with few words beside it. */
export function isPicture({ kind }: Exhibit): boolean {
  return kind === "figure" || kind === "explorer";
}

/** Paths on a surface. */
export function isMap(exhibit: Exhibit): boolean {
  if (exhibit.kind !== "figure" || !("data" in exhibit.output)) return false;
  return (exhibit.output.data[SPECIFICATION] as { readonly kind?: string } | undefined)?.kind === "landscape";
}

export function isCardOutput(output: Output): output is DataOutput {
  return "data" in output && isCard(output.data[SPECIFICATION]);
}

/** The explanation of an answer: its Markdown. */
export function proseOf(output: Output): string | undefined {
  const prose = "data" in output ? output.data["text/markdown"] : undefined;
  return typeof prose === "string" ? prose : undefined;
}

const CELL = /<t([hd])\b[^>]*>(.*?)<\/t\1>/g;

const htmlOf = (exhibit: Exhibit): string =>
  exhibit.kind === "table" && "data" in exhibit.output ? String(exhibit.output.data["text/html"]) : "";

/** All of a table, as HTML. */
export const wholeOf = (exhibit: Exhibit): string => ("whole" in exhibit ? exhibit.whole : htmlOf(exhibit));

/** Whether a line below a table says which of its rows are left out. */
export const hasRowsLeft = (exhibit: Exhibit): boolean => htmlOf(exhibit).includes("<caption>");

/** The texts of a table, row by row, its head first. */
export function textsOf(exhibit: Exhibit): string[][] {
  const rows = htmlOf(exhibit)
    .split(/<tr\b[^>]*>/)
    .slice(1);
  return rows.map((row) => Array.from(row.matchAll(CELL), ([, , text]) => text!.replace(/<[^>]*>/g, "")));
}
