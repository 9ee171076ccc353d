import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Writable } from "node:stream";
import type { Content, ToControl, ToProtocol, ToSession } from "../../core/channel.ts";
import { Frames, toFrame } from "../frames.ts";
import { toLine } from "../lines.ts";
import { hookFlags, nodeFlags, snapshotPath } from "../snapshot.ts";
import { Pipe } from "../pipes.ts";
import { childrenOf } from "../processes.ts";
import { Usage } from "./usage.ts";

/** The program of a session. */
export const ENTRY = "session.js";

/** How long (in milliseconds) a session that is told to end may take. */
const endTime = 400;

/** What the session finds in its environment, unless it is there already. */
const environment = {
  // glibc is to give freed memory back: it keeps what each thread and each size once needed, and the session would seem
  // to grow from cell to cell. Elsewhere this says nothing.
  MALLOC_ARENA_MAX: "1",
  MALLOC_TRIM_THRESHOLD_: "131072",
  MALLOC_MMAP_THRESHOLD_: "131072",
  // One of the threads that read files, of which there are four, waits for what the protocol process says.
  UV_THREADPOOL_SIZE: "5",
};

/** How a session process ended. */
export interface End {
  readonly code: number | null;
  readonly how: "memory" | "gone" | "killed" | "unexpected";
  /** Whether the session was there before it ended. */
  readonly began: boolean;
  /** What Node said of it before the session was there: the end of that. */
  readonly said: string;
}

/** As much (in characters) is kept of what Node says before the session is there. */
const keptWords = 4000;

/**
 * The process that runs the cells. It is started from the start-up snapshot if there is one for this Node, and plainly where
 * that does not come to its beginning: a Node that was replaced since the set-up costs speed and nothing else.
 */
export class SessionProcess {
  #child: ChildProcess;
  #outOfMemory = false;
  /** Whether it was ended because its files are gone: no cell could be compiled any more. */
  #gone = false;
  readonly #memoryKills = memoryKills();
  #told = false;
  #began = false;
  #said = "";
  readonly #usage = new Usage();
  /** The programs that ran when the latest request was handed on. */
  #earlier: readonly number[] = [];

  constructor(
    private readonly kernelDir: string,
    private readonly listeners: {
      hear: (message: ToProtocol) => void;
      /** Takes what programs print that cells have started. */
      print: (stream: "stdout" | "stderr", text: string) => void;
      ended: (end: End) => void;
    },
  ) {
    const snapshot = snapshotPath(kernelDir);
    this.#child = this.#start(existsSync(snapshot) ? snapshot : undefined);
  }

  usage(): Content {
    return this.#usage.content();
  }

  /** Sends to the session, which hears when it is not busy. */
  send(message: ToSession): void {
    if (message.type === "request") {
      this.#earlier = childrenOf(this.#child.pid ?? 0);
      if (!existsSync(join(this.kernelDir, ENTRY))) this.#leave();
    }
    pipeTo(this.#child, Pipe.toSession).write(toFrame(message));
  }

  /** Sends to the control thread, which always hears. */
  control(message: ToControl): void {
    const whole = message.type === "interrupt" ? { ...message, earlier: this.#earlier } : message;
    pipeTo(this.#child, Pipe.toControl).write(toLine(whole));
  }

  /** Ends the process, by force if it does not end by itself. */
  end(): void {
    this.#told = true;
    this.send({ type: "exit" });
    setTimeout(() => this.#child.kill("SIGKILL"), endTime).unref();
  }

  #leave(): void {
    this.#gone = true;
    this.#child.kill("SIGKILL");
  }

  #startPlainly(): void {
    this.#said = "";
    this.#outOfMemory = false;
    this.#child = this.#start(undefined);
  }

  #howEnded(signal: NodeJS.Signals | null): End["how"] {
    if (this.#gone) return "gone";
    // The system counts how often it kills for want of memory.
    if (this.#outOfMemory || memoryKills() > this.#memoryKills) return "memory";
    return signal === null ? "unexpected" : "killed";
  }

  #start(snapshot: string | undefined): ChildProcess {
    const entry =
      snapshot === undefined ? [...hookFlags, join(this.kernelDir, ENTRY)] : ["--snapshot-blob", snapshot];
    const child = spawn(process.execPath, [...process.execArgv, ...nodeFlags, ...entry, this.kernelDir], {
      stdio: ["ignore", "pipe", "pipe", "pipe", "pipe", "pipe"],
      env: { ...environment, ...process.env },
      windowsHide: true,
    });
    const frames = new Frames<ToProtocol>();
    // What a process says that refuses its snapshot is of no interest: it is held back until the session speaks.
    let held: Buffer[] | undefined = snapshot === undefined ? undefined : [];
    child.stdio[Pipe.toProtocol]!.on("data", (chunk: Buffer) => {
      for (const early of held ?? []) process.stderr.write(early);
      held = undefined;
      this.#began = true;
      // In a turn of their own: what programs that a cell has started wrote before is heard before.
      for (const message of frames.push(chunk)) setImmediate(() => this.listeners.hear(message));
    });
    // A pipe to a process that has just ended breaks; that it has ended is told below.
    for (const fd of [Pipe.toSession, Pipe.toControl]) pipeTo(child, fd).on("error", () => undefined);
    child.stderr!.on("data", (chunk: Buffer) => {
      this.#outOfMemory ||= /out of memory|invalid size error/.test(chunk.toString());
      if (!this.#began) this.#said = (this.#said + chunk.toString()).slice(-keptWords);
      if (held) held.push(chunk);
      else if (this.#outOfMemory) process.stderr.write(chunk);
      else this.listeners.print("stderr", chunk.toString());
    });
    child.stdout!.on("data", (chunk: Buffer) => this.listeners.print("stdout", chunk.toString()));
    child.on("error", ({ message }) => (this.#said = `Error: ${message}`));
    child.on("close", (code, signal) => {
      const how = this.#told ? "unexpected" : this.#howEnded(signal);
      if (snapshot !== undefined && !this.#began && !this.#told) this.#startPlainly();
      else this.listeners.ended({ code, how, began: this.#began, said: this.#said });
    });
    return child;
  }
}

/** How often this system, where it tells, has ended a process because memory ran out. */
function memoryKills(): number {
  const path = "/proc/vmstat";
  return existsSync(path) ? memoryKillsIn(readFileSync(path, "utf8")) : 0;
}

/** The same, by what Linux counts. */
export function memoryKillsIn(vmstat: string): number {
  return Number(/^oom_kill (\d+)/m.exec(vmstat)?.[1] ?? 0);
}

function pipeTo(child: ChildProcess, fd: number): Writable {
  return (child.stdio as readonly unknown[])[fd] as Writable;
}
