// First of all: what is imported after it asks for the compiler's system when it is loaded.
import "./system.ts";
import globals from "fall-line:globals";
import tslabTypes from "fall-line:tslab";
import { anyTurn, Flag, flagCount, type Header } from "../../core/channel.ts";
import { warmUp } from "../../core/compiler/converter.ts";
import { installExercises } from "../../core/exercises.ts";
import { LatestParents } from "../../core/session/parents.ts";
import { runLibrary } from "../../core/session/library.ts";
import { openSession, type Session } from "../../core/session/session.ts";
import { Timers } from "../../core/session/timers.ts";
import { collectWhenQuiet } from "../collecting.ts";
import type { FromWorker, ToWorker } from "../messages.ts";
import { takeOverConsole } from "./console.ts";
import { files, places } from "./files.ts";
import { exerciseProgress, type Opened, takeFromPage } from "./from-page.ts";
import { Lookout } from "./lookout.ts";
import { runInPage } from "./platform.ts";
import { KeptProgress } from "./progress.ts";
import { protect } from "./protection.ts";
import { cellRequire } from "./require.ts";
import { tellSourceText } from "./source-text.ts";
import { replaceTimers } from "./timers.ts";

declare const FALL_LINE_VERSION: string;

type Beginning = Extract<ToWorker, { type: "start" }>;

const post = globalThis.postMessage.bind(globalThis) as (message: FromWorker) => void;

/** Opens the session of a page. */
function open({ library, drawsLive }: Beginning): Opened & { session: Session; progress: KeptProgress } {
  files.set(places.types.globals, globals);
  files.set(places.tslabTypes, tslabTypes);
  files.set(places.library.types, library.types);
  const flags = new Int32Array(flagCount);
  const parents = new LatestParents();
  const timers = new Timers(parents);
  const hear = (): void => {
    flags[Flag.target] = anyTurn;
    flags[Flag.interrupt] = 1;
    session.hearInterruption("the cell was stopped");
  };
  const lookout = new Lookout(hear);
  const progress = new KeptProgress(post, (reason) =>
    session.output.print("stderr", `Your answer is not kept: ${reason}\n`),
  );
  tellSourceText();
  const session = openSession({
    places,
    flags,
    parents,
    drawsLive,
    send(message) {
      progress.send(message);
      collectWhenQuiet();
    },
    requireOf: (called) => cellRequire(runLibrary(library.code, places.library.code), lookout, called),
    refreshModules: () => lookout.begin(),
    writeModule: () => {
      throw new Error("there are no modules of your own in a page: declare in a cell what this one holds");
    },
    stopTimers: (header?: Header) => timers.stop(header),
    allowInput: () => undefined,
  });
  warmUp(session.converter);
  replaceTimers(timers);
  const limits = { runWithTimeLimit: lookout.limit.bind(lookout) };
  Object.defineProperty(globalThis, Symbol.for("fall-line.limits"), { value: limits, configurable: true });
  installExercises(exerciseProgress(FALL_LINE_VERSION, progress, lookout), library.formerNames);
  takeOverConsole(session.output);
  return { session, lookout, progress, hear };
}

let opened: ReturnType<typeof open> | undefined;

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => {
  if (data.type === "start") {
    opened = open(data);
    opened.progress.learn(data.progress);
    opened.lookout.watch(data.signal);
    protect(opened.session.output);
    post({ type: "ready" });
    return;
  }
  takeFromPage(data, opened!);
});

runInPage();
