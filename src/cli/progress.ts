import { counted } from "../counted.ts";
import { join, resolve } from "node:path";
import {
  eventsToCsv,
  parseEvents,
  type ProgressEvent,
  type Standing,
  standings,
  underPresentIds,
} from "../exercises/progress.ts";
import { readFormerNames } from "../kernel/node/former-names.ts";
import { ProgressFile, progressFileName } from "../kernel/node/progress-file.ts";
import { CourseAsked } from "./course.ts";
import type { Command } from "./command.ts";

/** `fall-line progress [--dir PATH] [--csv]`: what was answered in a working folder, in words or as CSV. */
export const progress: Command = async (invocation, session) => {
  const { dir, csv } = invocation.options;
  const { library, work } = (await CourseAsked.of(invocation, session)).product;
  const folder = dir === undefined ? work : resolve(session.callerDir, String(dir));
  const events = parseEvents(new ProgressFile(folder).read());
  const all = underPresentIds(events, readFormerNames(library));
  process.stdout.write(csv === true ? eventsToCsv(all) : summary(all, folder));
  return 0;
};

function summary(all: readonly ProgressEvent[], folder: string): string {
  const found = [...standings(all).values()];
  if (found.length === 0)
    return `Nothing has been answered yet: there is no ${join(folder, progressFileName)}.\n`;
  return `${found.map(line).join("\n")}\n`;
}

function line({ id, state, attempts, hints, credit }: Standing): string {
  const marked = credit === undefined ? "" : `, credit ${String(credit)}`;
  return `${id}: ${state}, ${counted(attempts, "attempt")}, ${counted(hints, "hint")}${marked}`;
}
