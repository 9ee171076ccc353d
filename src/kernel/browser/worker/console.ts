import { format } from "node-inspect-extracted";
import type { Output } from "../../core/session/output.ts";
import { inspect } from "./inspect.ts";
import { tableText } from "./console-table.ts";

type Stream = "stdout" | "stderr";

const { performance } = globalThis;

/** Prints what cells print, as Node does. */
export function takeOverConsole(output: Output): void {
  let indent = "";
  const counts = new Map<string, number>();
  const times = new Map<string, number>();
  const print = (stream: Stream, text: string): void => {
    const lines = indent === "" ? text : text.replace(/^/gm, indent);
    output.print(stream, `${lines}\n`);
  };
  const to =
    (stream: Stream) =>
    (...values: unknown[]): void =>
      print(stream, format(...values));
  const log = to("stdout");
  const warn = to("stderr");
  const tell = (what: string, values: unknown[]): void =>
    print("stderr", values.length > 0 ? `${what}: ${format(...values)}` : what);
  const group = (...values: unknown[]): void => {
    if (values.length > 0) log(...values);
    indent += "  ";
  };
  const passed = (label: string): string => {
    const milliseconds = performance.now() - (times.get(label) ?? performance.now());
    return milliseconds < 1000 ? `${milliseconds.toFixed(3)}ms` : `${(milliseconds / 1000).toFixed(3)}s`;
  };
  Object.assign(console, {
    log,
    info: log,
    debug: log,
    error: warn,
    warn,
    trace: (...values: unknown[]) => tell("Trace", values),
    assert: (holds: unknown, ...values: unknown[]) => {
      if (!holds) tell("Assertion failed", values);
    },
    dir: (value: unknown, options?: object) =>
      print("stdout", inspect(value, { customInspect: false, ...options })),
    dirxml: log,
    table: (data: unknown, columns?: readonly string[]) =>
      log(typeof data === "object" && data !== null ? tableText(data, columns) : data),
    group,
    groupCollapsed: group,
    groupEnd: () => (indent = indent.slice(2)),
    count: (label = "default") => {
      counts.set(label, (counts.get(label) ?? 0) + 1);
      log(`${label}: ${String(counts.get(label))}`);
    },
    countReset: (label = "default") => void counts.delete(label),
    time: (label = "default") => void times.set(label, performance.now()),
    timeLog: (label = "default", ...values: unknown[]) => log(`${label}: ${passed(label)}`, ...values),
    timeEnd: (label = "default") => {
      log(`${label}: ${passed(label)}`);
      times.delete(label);
    },
  });
}
