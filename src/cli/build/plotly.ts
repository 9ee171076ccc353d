import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Plugin } from "esbuild";
import { guarded } from "./guarded.ts";

/**
 * plotly.js as pages of figures have it, since what it draws may come from strangers: it can be left when it draws too
 * long, it has no way to fetch anything, it sets no style that names an address, and it does not know maps.
 */
export const guardedPlotly: Plugin = {
  name: "guarded plotly.js",
  setup(build) {
    build.onLoad({ filter: /plotly\.js-dist[\\/]plotly\.js$/ }, async ({ path }) => ({
      contents: await (made ??= makeFrom(path)),
    }));
  },
};

let made: Promise<string> | undefined;

async function makeFrom(path: string): Promise<string> {
  const program = CHANGES.reduce(changed, await readFile(path, "utf8"));
  return `const $guard = require(${JSON.stringify(resolve("src/frontend/guard.ts"))});
const { fetch, XMLHttpRequest, Worker } = $guard.nothingFetched;
let $count = 0;
const $turn = () => ($count = ($count + 1) & 63) || $guard.checkTime();
${guarded(program, "$turn();")}`;
}

interface Change {
  readonly from: RegExp;
  readonly to: string;
  readonly times: number;
}

const CHANGES: readonly Change[] = [
  { from: /^ {2}\/\/ (?:build|node_modules)\/maplibre.*\.m?js$[^]*?(?=^ {2}\/\/ src\/)/gm, to: "", times: 1 },
  { from: /getQuotedMatch\(extra, STYLEMATCH\)/g, to: "$guard.harmlessStyle($&)", times: 2 },
  { from: /nodeStack\.push\(\w+\)/g, to: "$guard.checkNested($&)", times: 2 },
  {
    from: /\s+require_(?:scattergeo|choropleth|scattermap|choroplethmap|densitymap)2\(\),/g,
    to: "",
    times: 5,
  },
];

function changed(program: string, { from, to, times }: Change): string {
  const found = program.match(from)?.length ?? 0;
  if (found === times) return program.replace(from, to);
  throw new Error(`this plotly.js is another one: ${String(from)} is in it ${found} times, and not ${times}`);
}
