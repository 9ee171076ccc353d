import type { Report } from "./report.ts";

/** What was thrown by a cell, as a report. */
export function runTimeReport(thrown: unknown): Report {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return { ename: error.name, evalue: error.message, traceback: (error.stack ?? "").split("\n") };
}
