import { join } from "node:path";
import { type Draft, identifier, words } from "./draft.ts";

/** A figure of the library: an empty plane until its curves are drawn. */
export function figureDraft(name: string, projectDir: string): Draft {
  const id = identifier(name);
  const file = join(projectDir, "src", "figures", `${name}.ts`);
  const test = join(projectDir, "test", "figures", `${name}.test.ts`);
  return {
    files: {
      [file]: `import type { Trace } from "../trace/trace.ts";
import { Figure } from "./figure.ts";

/**
 * ${words(name)}: what it shows, in one sentence.
 * @example
 * display(${id}(descend(ravine, momentum, { steps: 50 })));
 */
export function ${id}(trace: Trace): Figure {
  const data = [{ type: "scatter", x: trace.recordedSteps, y: trace.losses }];
  return new Figure({ data, layout: {}, alt: "" });
}
`,
      [test]: `import { expect, test } from "vitest";
import { descend, momentum, ravine } from "fall-line/library";
import { ${id} } from "../../src/figures/${name}.ts";

test("${id}(trace) says in words what it shows", () => {
  const figure = ${id}(descend(ravine, momentum, { steps: 5 }));
  expect(figure.alt, "draw the figure in src/figures/${name}.ts, and say in alt what it shows").not.toBe("");
});
`,
    },
    next: [
      `Draw it in ${file}.`,
      `Export it from src/index.ts; a line in src/figures/specification.ts lets a page compute it again.`,
      `Then npx vitest run --project unit test/figures/${name}.test.ts.`,
    ],
  };
}
