import { SPECIFICATION } from "../../src/mime.ts";
import type { CellMetadata, ExecutedCell, Output } from "../../src/rendering/executed.ts";
import type { LinePart, WorkedLine } from "../../src/trace/worked/line.ts";

/** A cell for tests. */
export function cell(
  type: "code" | "markdown",
  source: string,
  slide = "-",
  more: Omit<CellMetadata, "slideshow"> & { readonly outputs?: readonly Output[] } = {},
): ExecutedCell {
  const { outputs = [], ...rest } = more;
  return { id: source, type, source, metadata: { slideshow: { slide_type: slide }, ...rest }, outputs };
}

/** An output of a cell, as a MIME bundle. */
export function shown(data: Readonly<Record<string, unknown>>): Output {
  return { output_type: "display_data", data: data };
}

export const table = (rows: number): Output =>
  shown({ "text/html": `<table>${"<tr><td>1</td></tr>".repeat(rows)}</table>` });

/** A table of one column, its cells this many letters wide. */
export const tableOf = (rows: number, letters: number): Output =>
  shown({
    "text/html": `<table><tr><th>n</th></tr>${`<tr><td>${"x".repeat(letters)}</td></tr>`.repeat(rows - 1)}</table>`,
  });

export const figure = shown({
  "application/vnd.plotly.v1+json": { data: [], layout: {} },
  "image/svg+xml": "<svg/>",
});

/** A figure of the library, and its name. */
export const drawn = (name: string, kind = "curves"): Output =>
  shown({ [SPECIFICATION]: { format: 1, kind }, "image/svg+xml": "<svg/>", "text/plain": name });

export const explorer = shown({ [SPECIFICATION]: { format: 1, kind: "explorer" } });

export const prose = (source: string): Output => shown({ "text/markdown": source });

export const card = (id: string, ...reveal: readonly Output[]): Output =>
  shown({
    [SPECIFICATION]: {
      format: 1,
      kind: "card-predict",
      id,
      reveal: reveal.map((output) => ("data" in output ? output.data : {})),
    },
  });

/** A line of a worked step: by default one row with one number, without marks. */
export function line(more: Partial<WorkedLine> = {}): WorkedLine {
  return {
    name: "w",
    sentence: "Move",
    remark: "",
    labels: [""],
    result: { kind: "cell", letter: "w", hue: "point", texts: ["1"], isWhole: false },
    relation: "=",
    isByPencil: true,
    parts: [],
    marks: [],
    ...more,
  };
}

/** A sign of this many letters. */
export const sign = (letters: number): LinePart => ({ kind: "sign", text: "+".repeat(letters), below: "" });

export const worked = (lines: readonly WorkedLine[], remarks: readonly string[] = []): Output =>
  shown({
    [SPECIFICATION]: {
      format: 1,
      kind: "worked",
      t: 1,
      title: "Momentum",
      setting: "on a bowl",
      lines,
      remarks,
    },
  });

/** Cells of an invented lesson, short to write. */
export const look = (words = "Here.") => cell("markdown", `## Look\n\n${words}`, "slide");
export const said = (words: string) => cell("markdown", words);
export const shows = (id: string, ...outputs: Output[]) => cell("code", id, "-", { outputs });
export const finds = (finding: string, id: string, ...outputs: Output[]) =>
  cell("code", id, "-", { outputs, "fall-line": { finding } });
export const asks = (id: string, ...reveal: Output[]) => shows("ask", card(id, ...reveal));
/** A sentence of so many words. */
export const sentence = (words: number) => `One${" more".repeat(words - 1)}.`;

/** A short worked step, and one that needs the whole width. */
export const step = worked([line({ name: "m" }), line({ name: "w" })]);
export const wideStep = worked([line({ parts: [sign(40)] })]);
