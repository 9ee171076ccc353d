import type { CellMetadata, ExecutedCell, Output } from "../../src/pages/executed.ts";

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

export const figure = shown({
  "application/vnd.plotly.v1+json": { data: [], layout: {} },
  "image/svg+xml": "<svg/>",
});

export const card = (id: string, ...reveal: readonly Output[]): Output =>
  shown({
    "application/vnd.fall-line+json": {
      format: 1,
      kind: "card-predict",
      id,
      reveal: reveal.map((output) => ("data" in output ? output.data : {})),
    },
  });
