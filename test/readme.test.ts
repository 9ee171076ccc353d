import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { expect, test, vi } from "vitest";
import * as library from "fall-line";

const readme = readFileSync(fileURLToPath(new URL("../README.md", import.meta.url)), "utf8");

function block(language: string): string {
  return new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(readme)![1]!;
}

test("the README's example prints what the README says", () => {
  const printed: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => printed.push(line));
  const { code } = transformSync(block("ts"), { loader: "ts", format: "cjs" });
  // oxlint-disable-next-line typescript/no-implied-eval
  (new Function("require", code) as (require: () => object) => void)(() => library);
  expect(printed.join("\n")).toBe(block("text").trimEnd());
});
