// @ts-check
import { wrapped } from "../../system/lines.js";
import { Trouble } from "../../system/trouble.js";

/**
 * Says on standard error what went wrong.
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof Trouble) {
    const detail = error.detail ? `\n${error.detail.replace(/^/gm, "  | ")}` : "";
    const what = wrapped(`fall-line: ${error.message.replace(/\.$/, "")}.`);
    process.stderr.write(`\n${what}${detail}\n${wrapped(error.cure)}\n`);
  } else {
    process.stderr.write(`\nfall-line: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
