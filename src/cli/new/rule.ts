import { join } from "node:path";
import { type Draft, identifier, words } from "./draft.ts";

/** An update rule of the library: it runs, as gradient descent, until its equations are written. */
export function ruleDraft(name: string, projectDir: string): Draft {
  const id = identifier(name);
  const file = join(projectDir, "src", "rules", `${name}.ts`);
  const test = join(projectDir, "test", "rules", `${name}.test.ts`);
  return {
    files: {
      [file]: `import { defineRule } from "./define.ts";
import { positive } from "./rule.ts";

/** ${words(name)}: what it does, in one sentence. */
export const ${id} = defineRule({
  id: "${name}",
  title: "${words(name)}",
  hyperparameters: { lambda: positive({ tex: "\\\\lambda", default: 0.1, meaning: "learning rate" }) },
  rate: "lambda",
  equations: { w: "w - lambda*g" },
});
`,
      [test]: `import { expect, test } from "vitest";
import { descend } from "fall-line/library";
import { ${id} } from "../../src/rules/${name}.ts";

test("${name} takes the steps of its paper", () => {
  const path = descend("x^2", ${id}, { start: [1], steps: 2, hyper: { lambda: 0.1 } });
  // By hand, or from another library: where it is after one step and after two.
  const expected = [NaN, NaN];
  expect(path.path.slice(1).map(([x]) => x), "write the rule in src/rules/${name}.ts, then the numbers here").toEqual(
    expected.map((x) => expect.closeTo(x, 6) as number),
  );
});
`,
    },
    next: [
      `Write its equations in ${file}; CONTRIBUTING.md, "Add a rule", says what they may hold.`,
      `Add one line to src/rules/index.ts: export { ${id} } from "./${name}.ts", and its place in the list of rules.`,
      `Then npx vitest run --project unit test/rules/${name}.test.ts.`,
    ],
  };
}
