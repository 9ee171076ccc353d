import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isBuilt, noting } from "../../src/cli/boot/build.js";

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
    write("package-lock.json", "{ }");
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
