import type { Invocation } from "./boot/arguments.js";
import type { Command, Session } from "./command.ts";

/** Each command is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import("./start.ts")).start,
  build: async () => (await import("./build.ts")).build,
  kernel: async () => (await import("./kernel.ts")).kernel,
  lessons: async () => (await import("./lay-lessons.ts")).lessons,
  progress: async () => (await import("./progress.ts")).progress,
  notebooks: async () => (await import("./notebooks.ts")).notebooks,
  check: async () => (await import("./check.ts")).check,
  new: async () => (await import("./new.ts")).newThing,
  export: async () => (await import("./export.ts")).exportLessons,
  lite: async () => (await import("./lite.ts")).lite,
  deck: async () => (await import("./deck.ts")).deck,
  room: async () => (await import("./room.ts")).room,
  "room-decks": async () => (await import("./room-decks.ts")).roomDecks,
  handout: async () => (await import("./handout.ts")).handout,
  collect: async () => (await import("./collect.ts")).collect,
  grade: async () => (await import("./grade.ts")).grade,
  report: async () => (await import("./report.ts")).report,
  trace: async () => (await import("./trace.ts")).trace,
  rules: async () => (await import("./rules.ts")).rules,
  objectives: async () => (await import("./objectives.ts")).objectives,
};

/** Runs a command whose line has been read and whose project has been made ready. */
export async function obey(invocation: Invocation, session: Session): Promise<number> {
  const load = COMMANDS[invocation.command.name];
  if (!load) throw new Error(`no program for the command ${invocation.command.name}`);
  return (await load())(invocation, session);
}
