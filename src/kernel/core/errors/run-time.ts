import { platform } from "../platform.ts";
import { settleStack } from "./calls.ts";
import { alarm, codeFrame } from "./code-frame.ts";
import { Interrupted, type Report } from "./report.ts";
import { heading, type Stacks, withoutMachinery } from "./stack.ts";
import { helpAtRunTime } from "./words/at-run-time.ts";
import { propertyPlace } from "./words/property-place.ts";
import { optionPlace } from "./words/option-place.ts";

/** How many of the errors that one stands for are told. */
const maxTogether = 10;

/** Calls that repeat in rounds of up to this many are told once. */
const longestRound = 3;

/** What a cell threw, as a report: what it was, where in which cell, and by which calls it came there. */
export function runTimeReport(thrown: unknown, stacks: Stacks): Report {
  try {
    return report(thrown, stacks);
  } catch {
    const evalue = "what was thrown cannot be looked at: looking at it throws again";
    return { ename: "Thrown", evalue, traceback: [`${alarm("Thrown")}: ${evalue}`] };
  }
}

function report(thrown: unknown, stacks: Stacks): Report {
  if (thrown instanceof Interrupted)
    return {
      ename: thrown.name,
      evalue: thrown.message,
      traceback: [`${alarm(thrown.name)}: ${thrown.message}`],
    };
  if (!isError(thrown)) {
    const value = platform.inspect(thrown, { depth: 2 });
    return { ename: "Thrown", evalue: value, traceback: [`${alarm("Thrown")}: ${value}`] };
  }
  const ename = nameOf(thrown);
  const evalue = withoutMachinery(thrown.message).replace(/\nRequire stack:(\n- .*)*/, "");
  const calls = folded(callsOf(thrown));
  const place = stacks.placeOf(thrown);
  const told = place && ("complaint" in thrown ? optionPlace : propertyPlace)(place.code, place, evalue);
  const frame = place ? ["", ...codeFrame(place.code, told ?? place, told?.length)] : [];
  const help = helpAtRunTime(evalue);
  const cause = thrown.cause === undefined ? [] : [`Caused by: ${causeText(thrown.cause)}`];
  const together = thrown instanceof AggregateError ? thrown.errors.slice(0, maxTogether) : [];
  const parts = together.map((part) => `  - ${causeText(part)}`);
  return {
    ename,
    evalue,
    traceback: [
      `${alarm(ename)}: ${evalue}`,
      ...fieldsOf(thrown),
      ...parts,
      ...frame,
      ...(help === undefined ? [] : [`  Help: ${help}`]),
      ...calls,
      ...cause,
    ],
  };
}

/** An error in plain words, for what is printed. */
export function errorText(thrown: unknown): string {
  try {
    return isError(thrown)
      ? [heading(thrown), ...folded(callsOf(thrown))].join("\n")
      : platform.inspect(thrown);
  } catch {
    return "something that cannot be looked at";
  }
}

function causeText(cause: unknown): string {
  return isError(cause) ? heading(cause) : platform.inspect(cause);
}

/** An error of a class of the student's is named by its class, though it inherits the name "Error". */
function nameOf(error: Error): string {
  const inherited = !Object.hasOwn(error, "name") && error.name === "Error";
  return inherited ? error.constructor.name || error.name : error.name;
}

const known = new Set(["name", "message", "stack", "cause", "errors", "requireStack"]);

/** What an error carries besides its message; the library's say all in their message. */
function fieldsOf(error: Error): string[] {
  if ("complaint" in error) return [];
  const fields = Object.entries(error).filter(([name]) => !known.has(name));
  return fields.map(
    ([name, value]) => `  ${name}: ${platform.inspect(value, { depth: 1, maxArrayLength: 10 })}`,
  );
}

/** The "at ..." lines of the stack; asking for it also has it written. */
function callsOf(error: Error): string[] {
  settleStack(error);
  const stack = typeof error.stack === "string" ? error.stack : "";
  return stack.split("\n").filter((line) => /^\s+at /.test(line));
}

/** Calls without their repetitions: a function that calls itself is told once, and how often. */
function folded(calls: readonly string[]): string[] {
  const told: string[] = [];
  for (let i = 0; i < calls.length;) {
    const round = roundAt(calls, i);
    told.push(...calls.slice(i, i + round.length));
    if (round.times > 1) told.push(`    ... and so on, ${String(round.times - 1)} more times`);
    i += round.length * round.times;
  }
  return told;
}

/** The shortest round of calls from a place on that repeats, or the one call. */
function roundAt(calls: readonly string[], start: number): { length: number; times: number } {
  for (let length = 1; length <= longestRound; length++) {
    let end = start + length;
    while (end < calls.length && calls[end] === calls[end - length]) end++;
    const times = Math.floor((end - start) / length);
    if (times > 2) return { length, times };
  }
  return { length: 1, times: 1 };
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
