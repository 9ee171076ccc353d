import { resolve } from "node:path";
import { parse } from "../../src/cli/boot/arguments.js";
import type { Command, Session } from "../../src/cli/command.ts";
import commands from "../../src/cli/commands.json";

/** The folder of this project. */
export const projectDir = resolve(import.meta.dirname, "..", "..");

/** What came of a command: its exit code, what it said, what it was doing meanwhile, and how it would end. */
export interface Came {
  readonly code: number;
  readonly said: readonly string[];
  readonly done: readonly string[];
  readonly stop: Session["stop"];
}

/** Runs a command as it is typed; gives its exit code and what it said. Whatever would set up a Jupyter fails. */
export function typed(command: Command, callerDir: string, ...line: readonly string[]): Promise<Came> {
  const settingUp = (): never => {
    throw new Error("it goes on to run lessons");
  };
  return typedIn({ projectDir, callerDir, settingUp }, command, ...line);
}

/** Runs a command as it is typed in a project; `heard` is told each line as it is said. */
export async function typedIn(
  project: Pick<Session, "projectDir" | "callerDir"> & Partial<Session> & { heard?: (line: string) => void },
  command: Command,
  ...line: readonly string[]
): Promise<Came> {
  const invocation = parse([...line], commands);
  if ("help" in invocation) throw new Error(invocation.help);
  const said: string[] = [];
  const done: string[] = [];
  const stage = {
    note: () => undefined,
    count: (count: number, of: number, name: string) => done.push(`${count} of ${of}: ${name}`),
  };
  const progress = {
    line: (text: string) => {
      said.push(text);
      project.heard?.(text);
    },
    strong: (text: string) => `*${text}*`,
    times: [],
    during: (title: string, doing: string, action: (one: typeof stage) => unknown) => {
      done.push(`${title}: ${doing}`);
      return action(stage);
    },
  };
  const stop = { code: 130, farewell: "" };
  const ready = { settingUp: () => Promise.resolve(() => undefined), build: () => Promise.resolve() };
  const session = { ...ready, ...project, progress, stop };
  return { code: await command(invocation, session as unknown as Session), said, done, stop };
}
