import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/jupyter/fingerprint.ts";

const of = (notebook: unknown, space?: number) =>
  fingerprint(Buffer.from(JSON.stringify(notebook, null, space)));
const cell = (source: unknown, outputs: unknown[] = []) => ({ cell_type: "code", source, outputs });
const notebook = (source: unknown, metadata: object = {}, minor = 5) => ({
  cells: [cell(source)],
  metadata,
  nbformat: 4,
  nbformat_minor: minor,
});

describe("the fingerprint of a notebook", () => {
  const one = of(notebook("const a = 1;\na + 1"));

  it("is the same however the file is laid out, and whatever JupyterLab writes into it by itself", () => {
    expect(of(notebook("const a = 1;\na + 1"), 1)).toBe(one);
    expect(of(notebook(["const a = 1;\n", "a + 1"]))).toBe(one);
    expect(of(notebook("const a = 1;\na + 1", {}, 4))).toBe(one);
    const language = { language_info: { name: "typescript" }, kernelspec: { name: "fall-line" } };
    expect(of(notebook("const a = 1;\na + 1", language))).toBe(one);
    const { cells, ...rest } = notebook("const a = 1;\na + 1");
    expect(of({ ...rest, cells })).toBe(one);
  });

  it("is another when a cell, an output or the metadata says something else", () => {
    const others = [
      notebook("const a = 1;\na + 2"),
      notebook(["const a = 1;", "a + 1"]),
      notebook("const a = 1;\na + 1", { title: "mine" }),
      { ...notebook(""), cells: [cell("const a = 1;\na + 1", [{ output_type: "stream", text: "2" }])] },
      { ...notebook(""), cells: [cell("const a = 1;"), cell("a + 1")] },
    ];
    expect(new Set([one, ...others.map((other) => of(other))]).size).toBe(6);
  });

  it("tells lists apart that hold more than lines", () => {
    const lists = [
      ["a", { b: 1 }],
      ["a", { b: 2 }],
      ["a", ["b"]],
      ["a", "b"],
      ["a", null],
    ];
    expect(new Set(lists.map((list) => of(notebook("", { list })))).size).toBe(5);
  });

  it("of a file that is no notebook tells its content", () => {
    expect(fingerprint(Buffer.from("mine"))).not.toBe(fingerprint(Buffer.from("mine ")));
    expect(fingerprint(Buffer.from("mine"))).toBe(fingerprint(Buffer.from("mine")));
  });
});
