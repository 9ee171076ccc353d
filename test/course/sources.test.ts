import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OnLoadResult, PluginBuild } from "esbuild";
import { expect, test } from "vitest";
import { keepSources, withSources } from "../../src/course/sources.ts";

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

test("the text of a function expression is kept too, and a function inside one that is shown is a part of it", () => {
  const outer = "function () { return { given: () => 1 }; }";
  expect(withSources(`export const a = { solution: ${outer}, given: 2, other: () => 3 };`)).toBe(
    `export const a = { solution: Object.assign(${outer}, { source: ${JSON.stringify(outer)} }), given: 2, other: () => 3 };`,
  );
});

test("the texts are kept in the files of any of the lessons, and in no others", async () => {
  const place = mkdtempSync(join(tmpdir(), "sources-"));
  try {
    const file = join(place, "exercises.ts");
    writeFileSync(file, FILE);
    const load = (folders: string[]): Promise<OnLoadResult | undefined> =>
      new Promise((resolve) => {
        const onLoad: PluginBuild["onLoad"] = (_, act) =>
          void Promise.resolve(act({ path: file } as never)).then((made) => resolve(made ?? undefined));
        void keepSources(folders).setup({ onLoad } as PluginBuild);
      });
    expect(await load(["/elsewhere", place])).toEqual({ contents: withSources(FILE), loader: "ts" });
    expect(await load(["/elsewhere"])).toBeUndefined();
  } finally {
    rmSync(place, { recursive: true });
  }
});
