import { describe, expect, it } from "vitest";
import { bringBack, type CellModel, keptTexts, reset } from "../../src/frontend/lessons/kept-texts.ts";
import {
  freshName,
  lessonOf,
  lessonOfMost,
  mayBeOfLesson,
  originalText,
} from "../../src/frontend/lessons/originals.ts";

const lessons = ["03-momentum", "03-momentum-more", "11-waves"];

describe("the lesson of a cell", () => {
  it("is the one whose name its id begins with, the longest that fits", () => {
    expect(lessonOf("03-momentum-the-opening", lessons)).toBe("03-momentum");
    expect(lessonOf("03-momentum-more-1", lessons)).toBe("03-momentum-more");
    expect(lessonOf("03-momentums-1", lessons)).toBeUndefined();
    expect(lessonOf("f81d4fae", lessons)).toBeUndefined();
  });

  it("of a notebook is the one that most of its cells come from", () => {
    expect(lessonOfMost(["11-waves-a", "03-momentum-a", "11-waves-b", "mine"], lessons)).toBe("11-waves");
    expect(lessonOfMost(["mine"], lessons)).toBeUndefined();
  });

  it("says what the cell was", async () => {
    const files: Record<string, unknown> = {
      "lessons/index.json": lessons,
      "lessons/11-waves.ipynb": { cells: [{ id: "11-waves-a", source: ["let a;\n", "a"] }] },
    };
    const read = (path: string) => Promise.resolve(files[path]);
    expect(await originalText("11-waves-a", read)).toBe("let a;\na");
    expect(await originalText("11-waves-gone", read)).toBeUndefined();
    expect(await originalText("mine", read)).toBeUndefined();
  });

  it("is looked for only in cells that may be of one, by their two digits", () => {
    expect(["03-m", "03-momentum-a", "3-momentum", "03-", "mine", "x03-m"].map(mayBeOfLesson)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is the one of most cells, in whichever order they stand", () => {
    expect(lessonOfMost(["11-waves-a", "03-momentum-a", "03-momentum-b"], lessons)).toBe("03-momentum");
  });

  it("has a fresh copy under a name that is free", () => {
    expect(freshName("11-waves", new Set())).toBe("11-waves-fresh.ipynb");
    const taken = new Set(["11-waves-fresh.ipynb", "11-waves-fresh2.ipynb"]);
    expect(freshName("11-waves", taken)).toBe("11-waves-fresh3.ipynb");
  });
});

/** A cell in the place of JupyterLab's. */
class Cell implements CellModel {
  readonly id = "11-waves-a";
  readonly sharedModel = {
    getSource: () => this.text,
    setSource: (text: string) => void (this.text = text),
  };
  constructor(
    public text: string,
    public metadata?: object,
  ) {}
  getMetadata(): object | undefined {
    return this.metadata;
  }
  setMetadata(_: string, value: object): void {
    this.metadata = value;
  }
}

describe("a cell that is reset", () => {
  it("keeps what the student wrote, beside what else its metadata says", () => {
    const cell = new Cell("mine", { exercise: "waves/a" });
    expect(reset(cell, "original")).toBe(true);
    expect(cell.text).toBe("original");
    expect(cell.metadata).toEqual({ exercise: "waves/a", kept: ["mine"] });
    expect(reset(cell, "original")).toBe(false);
    expect(keptTexts(cell)).toEqual(["mine"]);
    bringBack(cell, "original");
    expect([cell.text, cell.metadata]).toEqual(["mine", { exercise: "waves/a" }]);
  });

  it("loses none of several texts, in whatever order they are brought back", () => {
    const cell = new Cell("first");
    reset(cell, "original");
    cell.text = "second";
    reset(cell, "original");
    cell.text = "third";
    const seen = [0, 1, 2, 3].map(() => {
      bringBack(cell, "original");
      return cell.text;
    });
    expect(seen).toEqual(["second", "first", "third", "second"]);
    expect(keptTexts(cell)).toEqual(["third", "first"]);
  });

  it("keeps no second copy of the text that is brought back, nor of the lesson's", () => {
    const cell = new Cell("mine");
    reset(cell, "original");
    cell.text = "mine";
    bringBack(cell, "original");
    expect([cell.text, cell.metadata]).toEqual(["mine", {}]);
    bringBack(cell, undefined);
    expect(cell.text).toBe("mine");
  });

  it("brings back into a cell that the lesson has no longer, and keeps what stood there", () => {
    const cell = new Cell("now", { kept: ["older", "newer"] });
    bringBack(cell, undefined);
    expect([cell.text, keptTexts(cell)]).toEqual(["newer", ["now", "older"]]);
    expect(keptTexts(new Cell(""))).toEqual([]);
  });

  it("has nothing to bring back when nothing was kept", () => {
    const cell = new Cell("mine");
    bringBack(cell, "original");
    expect(cell.text).toBe("mine");
  });
});
