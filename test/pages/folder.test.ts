import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { claimFolder, writeFolder } from "../../src/pages/folder.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fall-line-folder-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = (...names: string[]): Map<string, string> =>
  new Map(names.map((name) => [name, `this is ${name}`]));

const noted = (): unknown => JSON.parse(readFileSync(join(folder, ".fall-line-export.json"), "utf8"));

describe("writeFolder(folder, kind, files)", () => {
  test("writes into a new or an empty folder, with folders inside", () => {
    for (const place of [folder, join(folder, "new", "one")]) {
      writeFolder(place, "site", files("a.html", "assets/b.css"));
      expect(readFileSync(join(place, "assets", "b.css"), "utf8")).toBe("this is assets/b.css");
    }
  });

  test.each([
    ["site", "--out DIR"],
    ["grades", "--html DIR"],
  ] as const)(
    "leaves a folder alone that holds anything else, and names the cure: of %s %s",
    (kind, option) => {
      writeFileSync(join(folder, "thesis.txt"), "mine");
      const write = (): void => writeFolder(folder, kind, files("a.html"));
      expect(write).toThrow(`The folder ${folder} holds things that are not an export, and is left as it is`);
      expect(write).toThrow(
        expect.objectContaining({ cure: expect.stringContaining(option) as string }) as Error,
      );
      expect(existsSync(join(folder, "a.html"))).toBe(false);
    },
  );

  test("leaves an export of another kind alone", () => {
    writeFolder(folder, "site", files("03-momentum.html"));
    expect(() => claimFolder(folder, "pages")).toThrow("an export of another kind (site)");
  });

  test("replaces a site, and removes only the pages that are gone from it", () => {
    writeFolder(folder, "site", files("a.html", "b.html"));
    writeFileSync(join(folder, "added.txt"), "mine");
    writeFolder(folder, "site", files("a.html", "c.html"));
    const there = ["a.html", "b.html", "c.html", "added.txt"].filter((file) =>
      existsSync(join(folder, file)),
    );
    expect(there).toEqual(["a.html", "c.html", "added.txt"]);
  });

  test.each(["../thesis.txt", "a/../../thesis.txt", "/thesis.txt"])(
    "takes a folder whose note says that %s is a file of it for no export",
    (file) => {
      writeFileSync(join(folder, ".fall-line-export.json"), JSON.stringify({ kind: "site", files: [file] }));
      expect(() => writeFolder(folder, "site", files("a.html"))).toThrow("things that are not an export");
    },
  );

  test("removes a page that is gone once, and none that somebody lays there later", () => {
    writeFolder(folder, "site", files("a.html", "b.html"));
    writeFolder(folder, "site", files("a.html"));
    writeFileSync(join(folder, "b.html"), "mine");
    writeFolder(folder, "site", files("a.html"));
    expect(existsSync(join(folder, "b.html"))).toBe(true);
  });

  test.each(["pages", "decks", "handouts"] as const)("adds %s to those that were exported before", (kind) => {
    writeFolder(folder, kind, files("a.html"));
    writeFolder(folder, kind, files("b.html"));
    expect(existsSync(join(folder, "a.html"))).toBe(true);
    expect(noted()).toEqual({ kind, files: ["a.html", "b.html"] });
  });

  test("notes each file once, in order", () => {
    writeFolder(folder, "site", files("b.html", "a.html"));
    writeFolder(folder, "site", files("c.html", "b.html"));
    expect(noted()).toEqual({ kind: "site", files: ["b.html", "c.html"] });
  });
});
