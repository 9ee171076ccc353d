import { expect, test } from "vitest";
import { withSources } from "../../src/course/sources.ts";

const FILE = `import { exercise } from "fall-line/library";
const alpha = 2; // a name that a bundle may change
export const exercises = {
  rule: exercise.findTheBug({
    given: ({ w }) => ({ w }),
    // the solution: right
    solution: ({ w, g }, { alpha }) => {
      // with a remark
      return { w: w.map((x, i) => x - alpha * g[i]!) };
    },
  }),
  tuned: exercise.tune({ given: { lambda: 1 }, solution: { lambda: 2 } }),
};
`;

test("withSources(text) keeps the text of each function that is shown, and changes nothing else", () => {
  const kept = withSources(FILE);
  expect(kept).toContain('given: Object.assign(({ w }) => ({ w }), { source: "({ w }) => ({ w })" }),');
  const [, written = ""] = /source: ("[^\n]*with a remark[^\n]*") \}/.exec(kept) ?? [];
  expect(JSON.parse(written)).toBe(`({ w, g }, { alpha }) => {
      // with a remark
      return { w: w.map((x, i) => x - alpha * g[i]!) };
    }`);
  expect(kept.replace(/Object\.assign\(([^]*?), \{ source: "[^\n]*" \}\)/g, "$1")).toBe(FILE);
});
