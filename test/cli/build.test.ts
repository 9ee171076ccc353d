import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build as buildAll, isBuilt, noting } from "../../src/cli/boot/build.js";
import type { Progress } from "../../src/system/progress.js";

let project = "";
const write = (file: string, text = ""): void => {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
};
const build = () =>
  noting(project, () => {
    for (const file of ["dist/index.js", "dist/kernel/main.js", "dist/kernel/snapshot-0.blob"]) write(file);
    return Promise.resolve();
  });

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "build-"));
  for (const file of ["package.json", "package-lock.json", "tsconfig.json"]) write(file, "{}");
  write("src/index.ts", "export {};");
  mkdirSync(join(project, "lessons"));
});
afterEach(() => rmSync(project, { recursive: true }));

describe("what is built", () => {
  it("fits its sources until one of them changes, comes or goes", async () => {
    expect(isBuilt(project)).toBe(false);
    await build();
    expect(isBuilt(project)).toBe(true);
    write("src/index.ts", "export { };");
    expect(isBuilt(project)).toBe(false);
    await build();
    write("src/math/more.ts");
    expect(isBuilt(project)).toBe(false);
    await build();
    rmSync(join(project, "src/math/more.ts"));
    expect(isBuilt(project)).toBe(false);
    await build();
    for (const file of ["package.json", "package-lock.json", "tsconfig.json"]) {
      await build();
      write(file, "{ }");
      expect(isBuilt(project), file).toBe(false);
      write(file, "{}");
    }
  });

  it("does not change with the text of a lesson, but with all other sources of it", async () => {
    write("lessons/01-tides/lesson.ts");
    await build();
    for (const [file, fits] of [
      ["lessons/01-tides/lesson.ts", true],
      ["lessons/README.md", true],
      ["lessons/01-tides/exercises.ts", false],
      ["lessons/01-tides/about.ts", false],
      ["lessons/01-tides/my-lesson.ts", false],
    ] as const) {
      write(file, "new");
      expect(isBuilt(project), file).toBe(fits);
      await build();
    }
  });

  it("is another where the same text is cut into files in another way", async () => {
    write("src/a.ts", "onesrc/b.ts\ntwo");
    write("src/b.ts", "three");
    await build();
    write("src/a.ts", "one");
    write("src/b.ts", "twosrc/b.ts\nthree");
    expect(isBuilt(project)).toBe(false);
    await build();
    rmSync(join(project, "src/b.ts"));
    write("src/c.ts", "twosrc/b.ts\nthree");
    expect(isBuilt(project)).toBe(false);
  });

  it("is whole only when every product is there; the kernel's snapshots come and go", async () => {
    for (const [file, whole] of [
      ["dist/kernel/snapshot-0.blob", true],
      ["dist/kernel/main.js", false],
      ["dist/index.js", false],
    ] as const) {
      await build();
      rmSync(join(project, file));
      expect(isBuilt(project), file).toBe(whole);
    }
  });

  it("counts for nothing when the build comes to no end", async () => {
    await build();
    await expect(noting(project, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(isBuilt(project)).toBe(false);
  });
});

describe("the build", () => {
  const notes: string[] = [];
  const progress = {
    during: (title: string, doing: string, act: (stage: object) => unknown) => {
      notes.push(`${title}: ${doing}`);
      return act({ note: (line: string) => notes.push(line) });
    },
  } as unknown as Progress;
  /** What stands in the place of the program that builds: what is loaded before it ends it. */
  const builder = (program: string): void => {
    write("node_modules/tsx/package.json", '{ "name": "tsx", "main": "index.cjs" }');
    write("node_modules/tsx/index.cjs", `${program}; process.exit(process.exitCode)`);
  };
  beforeEach(() => void (notes.length = 0));

  it("is a program of the project's, whose words are shown, and kept in its log", async () => {
    builder('console.log(process.argv[1], process.cwd(), process.env.TSX_DISABLE_CACHE); console.log("so")');
    await buildAll(project, progress);
    const place = realpathSync(project);
    const first = `${join(place, "src/cli/build.ts")} ${place} 1`;
    expect(notes.slice(0, 1)).toEqual(["fall-line: building"]);
    expect(notes.slice(1)).toEqual([expect.stringContaining(`${place} 1`), "so"]);
    expect(first).toContain(notes[1]!.split(" ").slice(-2).join(" "));
    expect(readFileSync(join(project, ".fall-line/logs/build.log"), "utf8")).toContain("so\n");
  });

  it("that fails is told with the beginning of its account, without its stack", async () => {
    const lines = [
      "src/a.ts:1:2: no",
      `code of a bundle ${"x".repeat(1000)}`,
      "            ^^",
      "",
      "    at there (a.ts:1:2)",
      ...Array.from({ length: 12 }, (_, k) => `${k}`),
    ];
    builder(`console.error(${JSON.stringify(lines.join("\n"))}); process.exitCode = 3`);
    await expect(buildAll(project, progress)).rejects.toMatchObject({
      message: "The build failed",
      cure: `Its whole output is in ${join(project, ".fall-line/logs/build.log")}.`,
      detail: ["src/a.ts:1:2: no", "", ...Array.from({ length: 10 }, (_, k) => `${k}`)].join("\n"),
    });
  });

  it("says no more than there is to say", async () => {
    builder('process.stderr.write("a: no\\r\\n   at there\\r\\nb: no\\n\\n"); process.exitCode = 1');
    await expect(buildAll(project, progress)).rejects.toMatchObject({ detail: "a: no\nb: no" });
  });
});
