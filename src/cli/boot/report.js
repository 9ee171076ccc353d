// @ts-check
import { wrapped } from "../../system/lines.js";
import { UserError } from "../../system/user-error.js";

/**
 * Says on standard error what went wrong.
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof UserError) {
    const detail = error.detail ? `\n${error.detail.replace(/^/gm, "  | ")}` : "";
    const what = inLines(`fall-line: ${error.message.replace(/\.$/, "")}.`);
    process.stderr.write(`\n${what}${detail}\n${inLines(error.cure)}\n`);
  } else {
    process.stderr.write(`\nfall-line: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}

/**
 * A text in lines that fit; one with a path stays whole, so that the path can be copied.
 * @param {string} text
 */
function inLines(text) {
  return /\s(\/|[A-Za-z]:\\)/.test(text) ? text : wrapped(text);
}
