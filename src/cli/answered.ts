// What is thrown is the library's, which is built beside the commands.
import { InputError } from "../index.ts";
import { wrapped } from "../system/lines.js";

/** Writes what a command is asked for; what is wrong with the question is told, and is the exit code. */
export function answered(command: string, answer: () => string): Promise<number> {
  try {
    process.stdout.write(`${answer()}\n`);
    return Promise.resolve(0);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    process.stderr.write(`${told(command, error)}\n`);
    return Promise.resolve(1);
  }
}

/** What is wrong, in lines that fit, what is near before all that is allowed; a formula with its caret stands as it is. */
function told(command: string, { message, complaint: { cure, allowed } }: InputError): string {
  const text = `fall-line ${command}: ${message}`;
  const [, shown] = /^([^]*\^+\n)/.exec(text) ?? [];
  if (shown === undefined) return wrapped(text);
  const help = [
    ...(cure === undefined ? [] : [cure]),
    ...(allowed === undefined ? [] : [`allowed: ${allowed}`]),
  ];
  return shown + wrapped(help.join("\n"));
}
