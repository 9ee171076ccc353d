// @ts-check
import fs from "node:fs";
import { availableParallelism } from "node:os";
import path from "node:path";
import { run } from "../../system/process.js";
import { logFile } from "../../system/state.js";
import { UserError } from "../../system/user-error.js";
import { AFTER, PARTS, stale } from "./parts.js";

/** What a maker of parts may keep of young objects before it looks which are still needed: it makes many. */
const MEMORY = "--max-semi-space-size=64"; // MB

/**
 * Makes those of the parts of dist/ that are not there as their sources are now, one on each processor at a time.
 * @param {string} projectDir
 * @param {readonly string[]} parts
 * @param {import("../../system/progress.js").Progress} progress
 */
export async function build(projectDir, parts, progress) {
  const wanted = stale(projectDir, parts);
  const missing = PARTS.filter((part) => wanted.includes(part));
  if (missing.length === 0) return;
  await progress.during("fall-line", `building ${missing.join(", ")}`, async (stage) => {
    const log = logFile(projectDir, "build.log");
    fs.writeFileSync(log, "");
    const began = Date.now();
    const seconds = () => ((Date.now() - began) / 1000).toFixed(1);
    const maker = path.join(projectDir, "src", "cli", "boot", "make-part.js");
    await inTurns(missing, async (part) => {
      const from = seconds();
      const args = [MEMORY, "--enable-source-maps", maker, part];
      const onLine = (/** @type {string} */ line) => stage.note(line);
      const { code, output } = await run(process.execPath, args, { cwd: projectDir, onLine });
      fs.appendFileSync(log, `${part}: from ${from} to ${seconds()} s\n${output}`);
      if (code !== 0)
        throw new UserError("The build failed", `Its whole output is in ${log}.`, beginning(output));
    });
  });
}

/**
 * Does something for each part, as many at a time as there are processors, and for none before what it comes after.
 * @param {readonly string[]} parts
 * @param {(part: string) => Promise<void>} action
 */
async function inTurns(parts, action) {
  const open = [...parts];
  /** @type {Set<string>} */
  const going = new Set();
  const isFree = (/** @type {string} */ part) =>
    (AFTER[part] ?? []).every((one) => !going.has(one) && !open.includes(one));
  const next = async () => {
    const place = going.size < availableParallelism() ? open.findIndex(isFree) : -1;
    if (place < 0) return;
    const [part = ""] = open.splice(place, 1);
    going.add(part);
    await action(part);
    going.delete(part);
    await begin();
  };
  /** @returns {Promise<unknown>} */
  const begin = () => Promise.all(parts.map(next));
  await begin();
}

/** A line of more letters than this is a bundle's. */
const LONGEST = 1000;

/**
 * How a failed build begins its account, which is where the mistake is. Its stack is of no use to anyone, nor is the line
 * of a bundle that Node shows with it, or the caret below that.
 * @param {string} output
 */
function beginning(output) {
  const lines = output
    .split(/\r?\n/)
    .filter((line) => line.length <= LONGEST && !/^\s+at |^\s*\^+\s*$/.test(line));
  return lines.slice(0, 12).join("\n").trimEnd();
}
