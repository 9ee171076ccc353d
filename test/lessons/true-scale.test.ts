/** Maps of which a lesson says that they have the same scale in both directions. */
import { expect, test } from "vitest";
import { readFileSync } from "node:fs";
import { figureFromSpecification } from "fall-line/tools";
import { SPECIFICATION } from "../../src/mime.ts";
import { lessons, projectDir } from "./lessons.ts";

interface Notebook {
  readonly cells: readonly {
    readonly outputs?: readonly { readonly data?: Readonly<Record<string, unknown>> }[];
  }[];
}

const said = lessons.filter(({ cells }) =>
  cells.some(({ source }) => source.replace(/\s+/g, " ").includes("same scale in both directions")),
);

test("the ravine is seen at true scale in lesson 03", () => {
  expect(said.map(({ name }) => name)).toEqual(expect.arrayContaining(["03-momentum"]));
});

test.each(said.map(({ name }) => name))(
  "%s opens with a map on which a unit is as long up as across",
  (name) => {
    const notebook = JSON.parse(readFileSync(`${projectDir}/notebooks/${name}.ipynb`, "utf8")) as Notebook;
    const [opening] = notebook.cells
      .flatMap(({ outputs = [] }) => outputs.map(({ data }) => data?.[SPECIFICATION]))
      .filter((specification) => (specification as { kind?: string } | undefined)?.kind === "landscape");
    expect(figureFromSpecification(opening).layout["yaxis"]).toMatchObject({ scaleanchor: "x" });
  },
);
