import { platform } from "../platform.ts";
import { settleStack } from "./calls.ts";
import { alarm, codeFrame } from "./code-frame.ts";
import { Interrupted, type Report } from "./report.ts";
import { heading, type Stacks, withoutMachinery } from "./stack.ts";
import { helpAtRunTime } from "./words/at-run-time.ts";
import { helpOfSystem, type SystemError } from "./words/of-system.ts";
import { propertyPlace } from "./words/property-place.ts";
import { optionPlace } from "./words/option-place.ts";

/** How many of the errors that one stands for are told. */
const maxTogether = 10;

/** How deep errors within errors are told. */
const deepest = 5;

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
  if (!isError(thrown)) return reportOfValue(thrown, stacks);
  const ename = nameOf(thrown);
  const evalue = withoutMachinery(thrown.message).trimEnd();
  const calls = folded(callsOf(thrown));
  const place = stacks.placeOf(thrown);
  const told = place && ("complaint" in thrown ? optionPlace : propertyPlace)(place.code, place, evalue);
  const frame = place ? ["", ...codeFrame(place.code, told ?? place, told?.length)] : [];
  const help = helpFor(thrown, place?.code);
  return {
    ename,
    evalue,
    traceback: [
      `${alarm(ename)}: ${evalue}`,
      ...fieldsOf(thrown),
      ...partsOf(thrown),
      ...frame,
      ...(help === undefined ? [] : [`  Help: ${help}`]),
      ...calls,
      ...causesOf(thrown),
    ],
  };
}

/** What was thrown and is no error: it knows no place, so where it was thrown has been kept. */
function reportOfValue(thrown: unknown, stacks: Stacks): Report {
  const value = platform.inspect(thrown, { depth: 2 });
  const at = stacks.whereThrown(thrown);
  const calls = at ? folded(callsOf(at)) : [];
  const place = at && stacks.placeOf(at);
  const frame = place ? ["", ...codeFrame(place.code, place)] : [];
  return { ename: "Thrown", evalue: value, traceback: [`${alarm("Thrown")}: ${value}`, ...frame, ...calls] };
}

/** Advice for what has caused an error, which says more, or for the error. */
function helpFor(thrown: unknown, code = "", depth = 0): string | undefined {
  if (!isError(thrown) || depth > deepest) return undefined;
  return (
    helpFor(thrown.cause, code, depth + 1) ??
    helpOfSystem(thrown as SystemError) ??
    helpAtRunTime(withoutMachinery(thrown.message), code)
  );
}

/** An error in plain words, for what is printed. */
export function errorText(thrown: unknown): string {
  try {
    if (!isError(thrown)) return platform.inspect(thrown);
    const help = helpFor(thrown);
    return [
      heading(thrown),
      ...partsOf(thrown),
      ...(help === undefined ? [] : [`  Help: ${help}`]),
      ...folded(callsOf(thrown)),
      ...causesOf(thrown),
    ].join("\n");
  } catch {
    return "something that cannot be looked at";
  }
}

/** The errors that one stands for, each with those that it stands for. */
function partsOf(error: unknown, depth = 1): string[] {
  if (!(error instanceof AggregateError) || depth > deepest) return [];
  const indent = "  ".repeat(depth);
  const told = (error.errors as unknown[])
    .slice(0, maxTogether)
    .flatMap((part) => [
      `${indent}- ${causeText(part)}`,
      ...partsOf(part, depth + 1),
      ...causesOf(part).map((line) => `${indent}  ${line}`),
    ]);
  const rest = error.errors.length - maxTogether;
  return rest > 0 ? [...told, `${indent}and ${String(rest)} more`] : told;
}

/** What has caused an error, and what has caused that. */
function causesOf(error: unknown, depth = 1): string[] {
  const cause = isError(error) ? error.cause : undefined;
  if (cause === undefined || depth > deepest) return [];
  return [`Caused by: ${causeText(cause)}`, ...partsOf(cause, depth), ...causesOf(cause, depth + 1)];
}

/** An error in one line, with the place where it was made. */
function causeText(cause: unknown): string {
  if (!isError(cause)) return platform.inspect(cause);
  const [call] = callsOf(cause);
  return call === undefined ? heading(cause) : `${heading(cause)} (${call.trim()})`;
}

/** An error of a class of the student's is named by its class, though it inherits the name "Error". */
function nameOf(error: Error): string {
  const inherited = !Object.hasOwn(error, "name") && error.name === "Error";
  return inherited ? error.constructor.name || error.name : error.name;
}

/** What is told otherwise, or says nothing to a student. */
const known = new Set(
  ["name", "message", "stack", "cause", "errors"].concat(
    "requireStack",
    "errno",
    "pid",
    "output",
    "spawnargs",
    "generatedMessage",
    "operator",
  ),
);

/** What an error carries besides its message, unless it says that too; the library's say all in their message. */
function fieldsOf(error: Error): string[] {
  if ("complaint" in error) return [];
  return Object.entries(error).flatMap(([name, value]: [string, unknown]) => {
    const text = value instanceof Uint8Array ? new TextDecoder().decode(value).trim() : value;
    const isSaid = /^(string|number)$/.test(typeof text) && error.message.includes(String(text));
    const isOfNode = name === "code" && /^ERR_|_ERR$|^MODULE_NOT_FOUND$/.test(String(text));
    const isNothing = text === null || text === undefined || text === false || text === error;
    if (known.has(name) || isSaid || isOfNode || isNothing) return [];
    return [`  ${name}: ${platform.inspect(text, { depth: 1, maxArrayLength: 10 })}`];
  });
}

/** The "at ..." lines of the stack; asking for it also has it written. */
function callsOf(error: Error): string[] {
  settleStack(error);
  const stack = typeof error.stack === "string" ? error.stack : "";
  return stack.split("\n").filter((line) => /^\s+at /.test(line) && !/\bnode:|-wrapper:/.test(line));
}

/** Calls without their repetitions: a function that calls itself is told once, and how often. */
function folded(calls: readonly string[]): string[] {
  const told: string[] = [];
  for (let i = 0; i < calls.length;) {
    const round = roundAt(calls, i);
    told.push(...calls.slice(i, i + round.length));
    i += round.length * round.times;
    // Where the stack ends in a round it was cut, and nobody knows how many there were.
    const times = i >= calls.length ? "" : `, ${String(round.times - 1)} more times`;
    if (round.times > 1) told.push(`    ... and so on${times}`);
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
