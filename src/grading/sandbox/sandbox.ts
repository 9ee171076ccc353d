import type { QuickJSContext, QuickJSHandle } from "quickjs-emscripten-core";
import { isRecord } from "../../arguments.ts";
import { inWordsOfV8 } from "../../engine-message.ts";
import {
  type Asked,
  type Candidate,
  ELSEWHERE,
  type Elsewhere,
  type Watched,
} from "../../exercises/run/candidate.ts";
import { uniform } from "../../math/random.ts";
import { decode, encode, type Names } from "./codec.ts";
import type { Inside } from "./inside.ts";
import { AnswerEnded, type Ended, LIMITS } from "./limits.ts";
import type { Stand } from "./stand.ts";

/** Calls between two looks at how much they took. */
const EACH = 250;

/** What a program came to. */
export interface Loaded {
  /** The answer: a function that runs in the sandbox, or what stands in its place. */
  readonly answer: unknown;
  /** Built-ins that the program changed; they were put back. */
  readonly patched: readonly string[];
}

/** An error of a student's program, without its stack. */
export class ProgramError extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
    this.stack = "";
  }
}

/** A place of its own for one answer: no files, no network, no other program; limited in steps, memory and output. */
export class Sandbox {
  readonly #context: QuickJSContext;
  readonly #functions = new Map<string, (...inputs: unknown[]) => unknown>();
  #latest: { readonly handle: QuickJSHandle; readonly given: readonly object[] } | undefined;
  #looks = 0;
  #printed = 0;
  #ended: Ended | undefined;

  /** @param stand which is its own from here on */
  constructor(private readonly stand: Stand) {
    this.#context = stand.context;
    stand.takenBy({ call: this.#callOut.bind(this), print: this.#print.bind(this) });
    stand.runtime.setInterruptHandler(() => {
      this.#looks += 1;
      if (this.#looks > LIMITS.looks) this.#ended ??= "time";
      return this.#ended !== undefined;
    });
  }

  /** Why the answer was ended, if it was. */
  get ended(): Ended | undefined {
    return (this.#ended ??= this.stand.engine.stopped);
  }

  /**
   * Runs a program that comes to the answer.
   * @param waits whether it comes to a promise of it
   * @throws ProgramError with what it stopped with, AnswerEnded
   */
  load(program: string, waits = false): Loaded {
    const result = this.#run(() => this.#context.evalCode(program, "answer.js", { type: "global" }));
    const handle = waits ? this.#settled(result) : result;
    const patched = this.restore();
    const [type, source] = JSON.parse(this.#ask("describe", handle)) as [string, string];
    return { answer: type === "function" ? this.#candidate(handle, source) : placeholder(type), patched };
  }

  /** What a promise comes to once all that can be done is done. */
  #settled(promise: QuickJSHandle): QuickJSHandle {
    const state = this.#guard(() => {
      this.stand.runtime.executePendingJobs().dispose();
      return this.#context.getPromiseState(promise);
    });
    if (state.type === "rejected") throw this.#errorIn(state.error);
    if (state.type === "fulfilled") return state.value;
    throw new ProgramError("Error", "it waits for something that never comes");
  }

  /** Puts built-ins back that were changed, and tells which. */
  restore(): string[] {
    return this.#ask("restore").split(",").filter(Boolean);
  }

  /**
   * Calls the answer again and again, each time at another place: one that is right for a while only is so no more. Nothing of it
   * counts.
   * @param time longer for one that may keep something from call to call
   * @param seed how often, within limits, and where
   */
  endure(time: keyof typeof LIMITS.endured, seed: number): void {
    if (this.#latest === undefined) return;
    const { handle, given } = this.#latest;
    const before = [this.#looks, this.#printed] as const;
    const inputs = encode(given, this.#naming());
    const { least, most, looks } = LIMITS.endured[time];
    const calls = least + (most - least) * uniform(seed, 0);
    for (let called = 0, taken = 0; called < calls && taken < looks; called += EACH, taken += this.#looks) {
      [this.#looks, this.#printed] = [0, 0];
      this.#ask("endure", handle, inputs, String(EACH), String(seed + called));
    }
    [this.#looks, this.#printed] = before;
  }

  #print(line: string): void {
    this.#printed += line.length + 1;
    if (this.#printed > LIMITS.printed) this.#ended ??= "output";
  }

  #callOut(name: string, inputs: string): string {
    try {
      const result = this.#functions.get(name)!(...(decode(inputs) as unknown[]));
      return JSON.stringify([false, encode(result)]);
    } catch (error) {
      return JSON.stringify([true, (error as Error).message]);
    }
  }

  #candidate(handle: QuickJSHandle, source: string): Candidate {
    const call = (...given: Record<string, unknown>[]): unknown => this.#call(handle, given);
    const elsewhere: Elsewhere = {
      watch: (one) => this.#watch("watch", handle, one) as Watched | undefined,
      watchFormula: (point) => this.#watch("watchFormula", handle, point) as Asked | undefined,
    };
    return Object.assign(call, { source, [ELSEWHERE]: elsewhere });
  }

  #call(handle: QuickJSHandle, given: readonly Record<string, unknown>[]): unknown {
    this.#latest = { handle, given };
    const inputs = encode(given, this.#naming());
    const [how, first, second] = this.#ask("call", handle, inputs).split("\n") as [string, string, string];
    if (how === "threw") throw errorOf(...(JSON.parse(first) as [string, string]));
    const lists = new Map(given.flatMap((record) => Object.entries(record)));
    const value = decode(first, { nameOf: () => undefined, valueOf: (name) => lists.get(name) });
    const changes = decode(second) as [string, unknown][][];
    given.forEach((record, i) => {
      for (const [name, now] of changes[i] ?? []) putBack(record, name, now);
    });
    return value;
  }

  /** What the answer asks for of what it is given; nothing where that cannot be told. */
  #watch(what: "watch" | "watchFormula", handle: QuickJSHandle, given: unknown): unknown {
    try {
      return JSON.parse(this.#ask(what, handle, encode(given, this.#naming())));
    } catch (error) {
      if (error instanceof AnswerEnded) throw error;
      return undefined;
    }
  }

  /** Functions that are handed in go by names; those of the call before are forgotten. */
  #naming(): Names {
    this.#functions.clear();
    return {
      nameOf: (value) => {
        if (typeof value !== "function") return undefined;
        const name = `f${this.#functions.size}`;
        this.#functions.set(name, value as (...inputs: unknown[]) => unknown);
        return name;
      },
      valueOf: () => undefined,
    };
  }

  #ask(what: keyof Inside, ...inputs: (QuickJSHandle | string)[]): string {
    const context = this.#context;
    const result = this.#run(() => {
      const made = inputs.map((input) => (typeof input === "string" ? context.newString(input) : input));
      const got = context.callFunction(this.stand.inside[what], context.undefined, ...made);
      made.forEach((one, i) => {
        if (typeof inputs[i] === "string") one.dispose();
      });
      return got;
    });
    return this.#guard(() => {
      const text = context.getString(result);
      result.dispose();
      return text;
    });
  }

  /** Runs something of the engine. @throws what it throws */
  #run(action: () => ReturnType<QuickJSContext["evalCode"]>): QuickJSHandle {
    const result = this.#guard(action);
    if (!result.error) return result.value;
    throw this.#errorIn(result.error);
  }

  /** Does something in the engine; what ends it is thrown. */
  #guard<T>(action: () => T): T {
    const { ended } = this;
    if (ended !== undefined) throw new AnswerEnded(ended);
    let result: T;
    try {
      result = action();
    } catch {
      // The engine stopped in the midst of it, or its own stack was too short.
      this.stand.spoil();
      this.#ended ??= this.stand.engine.stopped ?? "depth";
      throw new AnswerEnded(this.#ended);
    }
    if (this.ended !== undefined) throw new AnswerEnded(this.ended);
    return result;
  }

  /** What a program threw; it may be anything. */
  #errorIn(handle: QuickJSHandle): unknown {
    const thrown = this.#guard(() => this.#context.dump(handle) as unknown);
    const { name, message } = isRecord(thrown) ? (thrown as Record<string, unknown>) : {};
    const said = typeof message === "string" ? message.slice(0, 500) : "something was thrown";
    return errorOf(typeof name === "string" && name !== "" ? name.slice(0, 80) : "Error", said);
  }
}

function errorOf(name: string, message: string): unknown {
  if (name === "InternalError" && message === "stack overflow")
    return Object.assign(new RangeError("Maximum call stack size exceeded"), { stack: "" });
  return name === "" ? message : new ProgramError(name, inWordsOfV8(message));
}

/** Writes what an answer changed into what it was given: entries of lists in their place. */
function putBack(record: Record<string, unknown>, name: string, value: unknown): void {
  const own = record[name];
  if (Array.isArray(own) && Array.isArray(value)) {
    if (own.length !== value.length || own.some((entry, i) => !Object.is(entry, value[i])))
      own.splice(0, own.length, ...(value as unknown[]));
    return;
  }
  if (Object.getOwnPropertyDescriptor(record, name)?.get === undefined && !Object.is(own, value))
    record[name] = value;
}

/** Something of the type that an answer has which is no function. */
function placeholder(type: string): unknown {
  if (type === "undefined") return undefined;
  return { string: "text", boolean: false, object: {} }[type] ?? 0;
}
