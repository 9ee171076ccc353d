import { resolve } from "node:path";
import { parse } from "../../src/cli/boot/arguments.js";
import type { Command, Session } from "../../src/cli/command.ts";
import commands from "../../src/cli/commands.json";

/** The folder of this project. */
export const projectDir = resolve(import.meta.dirname, "..", "..");

/** Runs a command as it is typed; gives its exit code and what it said. Whatever would set up a Jupyter fails. */
export async function typed(
  command: Command,
  callerDir: string,
  ...line: readonly string[]
): Promise<{ code: number; said: string[] }> {
  const invocation = parse([...line], commands);
  if ("help" in invocation) throw new Error(invocation.help);
  const said: string[] = [];
  const stage = { note: () => undefined, count: () => undefined };
  const progress = {
    line: (text: string) => said.push(text),
    during: (_: string, __: string, action: (one: typeof stage) => unknown) => action(stage),
  };
  const settingUp = (): never => {
    throw new Error("it goes on to run lessons");
  };
  const session = { projectDir, callerDir, progress, settingUp, stop: { code: 1, farewell: "" } };
  return { code: await command(invocation, session as unknown as Session), said };
}
