import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { build as buildAll } from "../../src/cli/boot/build.js";
import { noting, stale } from "../../src/cli/boot/parts.js";
import type { Progress } from "../../src/system/progress.js";

let project = "";
const write = (file: string, text = ""): void => {
  mkdirSync(dirname(join(project, file)), { recursive: true });
  writeFileSync(join(project, file), text);
};
const isBuilt = (): boolean => stale(project, ["kernel"]).length === 0;
/** A part of what is built, as if made from these files. */
const build = (inputs: readonly string[] = ["src/index.ts"]) =>
  noting(project, "kernel", () => {
    for (const file of ["dist/index.js", "dist/kernel/main.js", "dist/kernel/snapshot-0.blob"]) write(file);
    return Promise.resolve({ inputs, products: ["dist/index.js", join(project, "dist/kernel")] });
  });

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), "build-"));
  for (const file of ["package.json", "package-lock.json", "tsconfig.json"]) write(file, "{}");
  write("src/index.ts", "export {};");
  mkdirSync(join(project, "lessons"));
});
afterEach(() => rmSync(project, { recursive: true }));

describe("a part of what is built", () => {
  it("fits its sources until one of them changes, comes or goes, and knows no other", async () => {
    expect(isBuilt()).toBe(false);
    const inputs = ["src/index.ts", join(project, "src/math.ts"), "src/later.ts"];
    write("src/math.ts");
    await build(inputs);
    write("src/other.ts", "new");
    expect(isBuilt()).toBe(true);
    for (const change of [
      () => write("src/index.ts", "export { };"),
      () => rmSync(join(project, "src/math.ts")),
      () => write("src/later.ts"),
      ...["package.json", "package-lock.json", "tsconfig.json"].map((file) => () => write(file, "{ }")),
    ]) {
      change();
      expect(isBuilt(), String(change)).toBe(false);
      await build(inputs);
      expect(isBuilt()).toBe(true);
    }
  });

  it("counts which files are in a folder, and not what they say", async () => {
    write("lessons/01-tides/lesson.ts");
    await build(["lessons"]);
    write("lessons/01-tides/lesson.ts", "new");
    expect(isBuilt()).toBe(true);
    write("lessons/02-waves/lesson.ts");
    expect(isBuilt()).toBe(false);
  });

  it("does not count what packages hold: they are as package-lock.json says", async () => {
    write("node_modules/mathjs/index.js");
    await build(["node_modules/mathjs/index.js", "tslab-compiler:tslab-compiler"]);
    write("node_modules/mathjs/index.js", "new");
    expect(isBuilt()).toBe(true);
  });

  it("is whole only when every product is there; the kernel's snapshots come and go", async () => {
    for (const [file, whole] of [
      ["dist/kernel/snapshot-0.blob", true],
      ["dist/kernel/main.js", false],
      ["dist/index.js", false],
    ] as const) {
      await build();
      rmSync(join(project, file));
      expect(isBuilt(), file).toBe(whole);
    }
  });

  it("counts for nothing when the build comes to no end", async () => {
    await build();
    await expect(noting(project, "kernel", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(isBuilt()).toBe(false);
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
  /** What stands in the place of the program that makes parts. */
  const maker = (program: string): void => write("src/cli/boot/make-part.js", program);
  beforeEach(() => void (notes.length = 0));
  const log = (): string => readFileSync(join(project, ".fall-line/logs/build.log"), "utf8");

  it("makes what is missing, each part by a program, whose words are shown, and kept in its log", async () => {
    maker("console.log(process.argv[2], process.cwd())");
    await build();
    await buildAll(project, ["kernel", "decks", "course"], progress);
    const place = realpathSync(project);
    expect(notes[0]).toBe("fall-line: building course, decks");
    expect(notes.slice(1).sort()).toEqual([`course ${place}`, `decks ${place}`]);
    expect(log()).toMatch(/^(decks|course): from 0\.\d to \d+\.\d s\n\1 \S+\n/);
    await build();
    await buildAll(project, ["kernel"], progress);
    expect(notes).toHaveLength(3);
  });

  it("makes a part only after those that it comes after", async () => {
    maker(
      'const fs = await import("node:fs"); fs.appendFileSync("order", process.argv[2] + " "); setTimeout(() => fs.appendFileSync("order", "."), 50);',
    );
    await buildAll(project, ["types", "course"], progress);
    expect(readFileSync(join(project, "order"), "utf8")).toBe("course .types .");
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
    maker(`console.error(${JSON.stringify(lines.join("\n"))}); process.exitCode = 3`);
    await expect(buildAll(project, ["kernel"], progress)).rejects.toMatchObject({
      message: "The build failed",
      cure: `Its whole output is in ${join(project, ".fall-line/logs/build.log")}.`,
      detail: ["src/a.ts:1:2: no", "", ...Array.from({ length: 10 }, (_, k) => `${k}`)].join("\n"),
    });
  });

  it("says no more than there is to say", async () => {
    maker('process.stderr.write("a: no\\r\\n   at there\\r\\nb: no\\n\\n"); process.exitCode = 1');
    await expect(buildAll(project, ["kernel"], progress)).rejects.toMatchObject({ detail: "a: no\nb: no" });
  });
});
