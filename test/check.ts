import { Lanes, sinceStart, timesOf } from "./suite/lanes.ts";
import { Beside, isColoured } from "./suite/program.ts";
import { endAll } from "../src/system/process.js";

/** What `npm run check` may take. */
const BUDGET = 150; // seconds

/** Scripts of package.json, the longest first: what is done beside the build, and what after it. */
const BESIDE = ["check:format"];
const ON_BUILD = ["check:lint", "check:types", "check:package"];
const LAST = ["check:unused", "check:imports"];

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void endAll().then(() => process.exit(130)));

const environment = { ...process.env, ...(isColoured() && { FORCE_COLOR: "1" }) };
const lanes = new Lanes(2);

/** Begins a script when there is room for it. @returns shows it to its end, and whether all is well */
function begin(script: string): () => Promise<boolean> {
  const beside = new Beside();
  const args = [process.env["npm_execpath"]!, "run", "--silent", script];
  const program = { command: process.execPath, args, environment };
  const ended = lanes.do(script, () => beside.run(program, process.cwd()));
  return async () => {
    console.log(`\n${script}`);
    await beside.show();
    return (await ended) === 0;
  };
}

const build = begin("build");
const beside = BESIDE.map(begin);
let isWell = await build();
const scripts = [...beside, ...(isWell ? ON_BUILD : []).map(begin), ...LAST.map(begin)];
for (const show of scripts) isWell = (await show()) && isWell;
console.log(`\n${timesOf(lanes.took, { title: "npm run check", seconds: sinceStart() }, BUDGET).join("\n")}`);
process.exitCode = isWell ? 0 : 1;
