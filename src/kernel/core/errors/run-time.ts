import { platform } from "../platform.ts";
import { alarm, codeFrame } from "./code-frame.ts";
import { Interrupted, type Report } from "./report.ts";
import { heading, type Stacks } from "./stack.ts";

/** How many of the errors that one stands for are told. */
const maxTogether = 10;

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
  const ename = thrown.name;
  const evalue = thrown.message;
  const calls = callsOf(thrown);
  const place = stacks.placeOf(thrown);
  const frame = place ? ["", ...codeFrame(place.code, place)] : [];
  const cause = thrown.cause === undefined ? [] : [`Caused by: ${causeText(thrown.cause)}`];
  const together = thrown instanceof AggregateError ? thrown.errors.slice(0, maxTogether) : [];
  const parts = together.map((part) => `  - ${causeText(part)}`);
  return { ename, evalue, traceback: [`${alarm(ename)}: ${evalue}`, ...parts, ...frame, ...calls, ...cause] };
}

/** An error in plain words, for what is printed. */
export function errorText(thrown: unknown): string {
  try {
    return isError(thrown) ? [heading(thrown), ...callsOf(thrown)].join("\n") : platform.inspect(thrown);
  } catch {
    return "something that cannot be looked at";
  }
}

function causeText(cause: unknown): string {
  return isError(cause) ? heading(cause) : platform.inspect(cause);
}

/** The "at ..." lines of the stack; asking for it also has it written. */
function callsOf(error: Error): string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  return stack.split("\n").filter((line) => /^\s+at /.test(line));
}

function isError(value: unknown): value is Error {
  return value instanceof Error || Object.prototype.toString.call(value) === "[object Error]";
}
