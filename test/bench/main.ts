import { setUpBuild, setUpWhole } from "./set-up.ts";

/** Parts that run in Jupyter or in a browser. */
const WHOLE = new Set(["kernel", "browser", "page", "memory", "deck", "room"]);

/** `npm run bench`: runs the parts named on the command line, or all of them; ends with 1 when a goal is missed. */
const PARTS: Readonly<Record<string, () => Promise<boolean>>> = {
  library: async () => (await import("./library.ts")).benchLibrary(),
  kernel: async () => (await import("./kernel.ts")).benchKernel(),
  browser: async () => (await import("./browser.ts")).benchBrowser(),
  page: async () => (await import("./page-kernel.ts")).benchPageKernel(),
  memory: async () => (await import("./tab-memory.ts")).benchTabMemory(),
  deck: async () => (await import("./deck.ts")).benchDeck(),
  grading: async () => (await import("./grading.ts")).benchGrading(),
  exercises: async () => (await import("./exercises.ts")).benchExercises(),
  room: async () => (await import("./room.ts")).benchRoom(),
};

const names = process.argv.slice(2);
const unknown = names.find((name) => !Object.hasOwn(PARTS, name));
if (unknown !== undefined) {
  console.error(`there is no part ${unknown} to measure; allowed: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}
const parts = names.length > 0 ? names : Object.keys(PARTS);
await setUpBuild();
if (parts.some((name) => WHOLE.has(name))) await setUpWhole();
let met = true;
for (const name of parts) met = (await PARTS[name]!()) && met;
process.exitCode = met ? 0 : 1;
