import { readFileSync } from "node:fs";
import { transformSync } from "esbuild";
import { expect, test, vi } from "vitest";
import * as library from "fall-line";

/** Each program of a page, and what the page says that it prints. */
function examplesOf(file: string): string[][] {
  const page = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
  return [...page.matchAll(/```ts\n([^]*?)```\n+prints\n+```text\n([^]*?)\n```/g)].map(
    ([, program, printed]) => [program!, printed!],
  );
}

test.each([
  ["README.md", 1],
  ["src/pages/library/README.md", 4],
])("the examples of %s print what it says", (file, count) => {
  const examples = examplesOf(file);
  expect(examples).toHaveLength(count);
  for (const [program, expected] of examples) {
    const printed: string[] = [];
    const log = vi.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
    const { code } = transformSync(program!, { loader: "ts", format: "cjs" });
    // oxlint-disable-next-line typescript/no-implied-eval
    (new Function("require", code) as (require: () => object) => void)(() => library);
    log.mockRestore();
    expect(printed.join("\n")).toBe(expected);
  }
});
