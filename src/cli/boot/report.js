// @ts-check
import { Trouble } from "../../system/trouble.js";

/**
 * Says on standard error what went wrong.
 * @param {unknown} error
 */
export function report(error) {
  if (error instanceof Trouble) {
    const detail = error.detail ? `\n${error.detail.replace(/^/gm, "  | ")}` : "";
    process.stderr.write(`\nfall-line: ${error.message.replace(/\.$/, "")}.${detail}\n${error.cure}\n`);
  } else {
    process.stderr.write(`\nfall-line: ${error instanceof Error ? error.stack : String(error)}\n`);
  }
}
