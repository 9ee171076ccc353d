import { join } from "node:path";
import { type Draft, identifier, saidInCode, withLine, words } from "./draft.ts";

/** A figure of the library: the loss over the steps, until something else is drawn. */
export function figureDraft(name: string, projectDir: string): Draft {
  const id = identifier(name);
  const Name = id.charAt(0).toUpperCase() + id.slice(1);
  const index = join(projectDir, "src", "figures", "index.ts");
  const file = join(projectDir, "src", "figures", `${name}.ts`);
  const test = join(projectDir, "test", "figures", `${name}.test.ts`);
  return {
    files: {
      [file]: `import type { Trace } from "../trace/trace.ts";
import { exampleTrace } from "./example.ts";
import { Figure } from "./figure.ts";
import { axis, frame } from "./frame.ts";
import { ofKind } from "./kind.ts";
import { checkOptions, type FigureOptions, tracesOf } from "./figure-options.ts";
import { looksOf } from "./palette.ts";
import { recipeOf, withRecipe } from "./recipe.ts";

/**
 * ${words(name)}: what it shows, in one sentence.
 *
 * @throws InputError when what is given is no trace
 * @example ${id}(descend(ravine, momentum, { steps: 50 }))
 */
export const ${id} = ofKind(
  {
    name: "${name}",
    again: ({ trace, options }) => draw${Name}(trace, options),
    example: () => draw${Name}(exampleTrace()),
  },
  draw${Name},
);

function draw${Name}(trace: Trace, options: FigureOptions = {}): Figure {
  checkOptions(options, "${id}", {});
  tracesOf(trace, "${name.replaceAll("-", " ")}");
  const [look] = looksOf([trace.rule]);
  const line = { color: look!.color, dash: look!.dash };
  const data = [
    {
      type: "scatter",
      mode: "lines",
      name: trace.rule.title,
      x: trace.recordedSteps,
      y: [...trace.losses],
      line,
      hovertemplate: "step %{x}: loss %{y}<extra></extra>",
    },
  ];
  return new Figure({
    data,
    layout: frame(
      options,
      { data, colours: [look!], plotHeight: 320 },
      { xaxis: axis({ name: "step" }, {}), yaxis: axis({ name: "loss" }, {}) },
    ),
    alt: "",
    ...withRecipe(recipeOf("${name}", [trace], options)),
  });
}
`,
      [test]: `import { expect, test } from "vitest";
import { ${id}, descend, momentum, ravine } from "fall-line/library";

test("${id}(trace) says in words and numbers what it shows", () => {
  const figure = ${id}(descend(ravine, momentum, { steps: 5 }));
  expect(figure.alt, "draw the figure in src/figures/${name}.ts, and say in alt what it shows").toMatch(/\\d/);
});
`,
    },
    changed: withLine(index, `export { ${id} } from "./${name}.ts";`),
    next: [
      ...saidInCode(name),
      `Draw it in ${file}, and say in alt what it shows.`,
      `Write in ${test} what must be seen in it.`,
      `Then npm run test:unit -- test/figures tries it with all that every figure keeps to.`,
    ],
  };
}
