import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { forTheRoom, layRehearsal } from "../../src/presenting/rehearsal.ts";

const project = mkdtempSync(join(tmpdir(), "fall-line-present-"));
const notebooks = join(project, "notebooks");

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

test("a rehearsal is a copy in a folder of its own, and leaves nothing behind", () => {
  mkdirSync(notebooks);
  const cell = (source: string, metadata: object): object => ({
    cell_type: "markdown",
    source: [source],
    metadata,
  });
  const cells = [
    cell("# A", { "fall-line": { notes: [{ id: "ask", source: "Ask.", minutes: 2 }] } }),
    cell("■ **A place to stop.**", { tags: ["stop"] }),
    cell("**1. Predict.**", { "fall-line": { exercise: "a/b" } }),
  ];
  const text = JSON.stringify({ metadata: {}, cells });
  writeFileSync(join(notebooks, "03-momentum.ipynb"), text);
  mkdirSync(join(project, ".fall-line/presenting/999999999"), { recursive: true });

  const { folder, end } = layRehearsal(project, notebooks, "03-momentum");
  const copy = JSON.parse(readFileSync(join(folder, "03-momentum.ipynb"), "utf8")) as {
    cells: { metadata: { slideshow?: { slide_type: string } } }[];
  };
  expect(copy.cells.map(({ metadata }) => metadata.slideshow?.slide_type)).toEqual([
    undefined,
    "notes",
    "skip",
    "subslide",
  ]);
  expect(readFileSync(join(notebooks, "03-momentum.ipynb"), "utf8")).toBe(text);
  end();
  expect(existsSync(folder)).toBe(false);
  expect(readdirSync(join(project, ".fall-line/presenting"))).toEqual([]);
});

test("code is folded but where it is the point, and an exercise has one slide", () => {
  const cell = (cell_type: string, metadata: object): object => ({ cell_type, source: "", metadata });
  const own = { "fall-line": { exercise: "a/b" } };
  const cells = [
    cell("code", {}),
    cell("code", { tags: ["code"] }),
    cell("markdown", own),
    cell("code", own),
    cell("markdown", own),
  ];
  const presented = JSON.parse(forTheRoom(JSON.stringify({ metadata: { title: "A" }, cells }))) as {
    metadata: object;
    cells: { metadata: { jupyter?: object; slideshow?: { slide_type: string } } }[];
  };
  expect(presented.metadata).toEqual({
    title: "A",
    rise: { scroll: true, overlay: expect.stringMatching(/^<style>[^]*\.reveal [^]*<\/style>$/) as string },
  });
  const metadata = presented.cells.map((one) => one.metadata);
  expect(metadata.map(({ jupyter }) => jupyter)).toEqual([
    { source_hidden: true },
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect(metadata.map(({ slideshow }) => slideshow?.slide_type)).toEqual([
    undefined,
    undefined,
    "subslide",
    undefined,
    undefined,
  ]);
});
