import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SYMBOLS } from "../../rules/look.ts";
import { type Draft, identifier, saidInCode, withLine, words } from "./draft.ts";

/** An update rule of the library: it runs, as gradient descent, until its equations are written. */
export function ruleDraft(name: string, projectDir: string): Draft {
  const id = identifier(name);
  const folder = join(projectDir, "src", "rules");
  const index = join(folder, "index.ts");
  const file = join(folder, `${name}.ts`);
  const test = join(projectDir, "test", "rules", `${name}.test.ts`);
  return {
    files: {
      [file]: `import { defineRule } from "./define.ts";
import { hyper } from "./rule.ts";

/** ${words(name)}: what it does, in one sentence. */
export const ${id} = defineRule({
  id: "${name}",
  title: "${words(name)}",
  source: { key: "a key of src/bibliography.ts", where: "the place in it" },
  look: { color: "#5b4a8a", dark: "#a99be0", dash: "dash", symbol: "${freeSymbol(folder)}" },
  hyperparameters: { lambda: hyper.positive({ tex: "\\\\lambda", default: 0.1, meaning: "learning rate" }) },
  rate: "lambda",
  sensible: { lambda: 0.1 },
  equations: { w: "w - lambda*g" },
});
`,
      [test]: `import { expect, test } from "vitest";
import { descend, ${id} } from "fall-line/library";

test("${name} takes the steps of its paper", () => {
  const path = descend("x^2", ${id}, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
  // By hand, or from another library: where it is after one step and after two.
  const expected = [NaN, NaN];
  expect(
    path.path.slice(1).map(([x]) => x),
    "write the rule in src/rules/${name}.ts, then the numbers here",
  ).toEqual(expected.map((x) => expect.closeTo(x, 6) as number));
});
`,
    },
    changed: withLine(index, `export * from "./${name}.ts";`),
    next: [
      ...saidInCode(name),
      `Write its equations, source and look in ${file}; CONTRIBUTING.md, "Add a rule", says what they may hold.`,
      `Write its first steps in ${test}.`,
      `Then npm run test:unit -- test/rules tries it with all that every rule keeps to.`,
    ],
  };
}

/** A marker that no rule in a folder is drawn with. */
function freeSymbol(folder: string): string {
  const texts = readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(folder, file), "utf8"));
  return SYMBOLS.find((symbol) => !texts.some((text) => text.includes(`symbol: "${symbol}"`))) ?? SYMBOLS[0]!;
}
