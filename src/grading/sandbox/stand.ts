import type { QuickJSContext, QuickJSHandle, QuickJSRuntime } from "quickjs-emscripten-core";
import { withheld } from "../../exercises/run/withheld.ts";
import { type Engine, newEngine } from "./engine.ts";
import type { Inside } from "./inside.ts";
import { LIMITS } from "./limits.ts";

/** What answers may not use of that which there is here, as in the notebooks that run in Node. */
const WITHHELD = JSON.stringify(withheld());

/** What an answer may ask of its owner. */
export interface Owner {
  /** Calls a function that was handed in, by its name, with coded arguments; gives what comes of it, coded. */
  readonly call: (name: string, inputs: string) => string;
  readonly print: (line: string) => void;
}

const NOBODY: Owner = { call: () => "", print: () => undefined };

/**
 * An engine with what stands beside a student's code in it. It is made once and serves one answer after another: each finds
 * all memory that was in use before the first as it was then. What lies above it, an engine gives out as new.
 */
export class Stand {
  readonly engine: Engine;
  readonly runtime: QuickJSRuntime;
  readonly context: QuickJSContext;
  readonly inside: Readonly<Record<keyof Inside, QuickJSHandle>>;
  readonly #first: Uint8Array;
  #owner = NOBODY;
  #isWhole = true;

  private constructor(engine: Engine, insideScript: string) {
    this.engine = engine;
    this.runtime = engine.quickjs.newRuntime();
    this.runtime.setMaxStackSize(LIMITS.stack);
    this.runtime.setInterruptHandler(() => false);
    this.context = this.runtime.newContext({ intrinsics: INTRINSICS });
    this.inside = this.#enter(insideScript);
    this.#first = this.used.slice();
  }

  /** @param work how many rounds and calls of the engine itself an answer may take */
  static async make(insideScript: string, work?: number): Promise<Stand> {
    return new Stand(await newEngine(work), insideScript);
  }

  /** Whether nothing was stopped in the midst of it: what was is not used again. */
  get isWhole(): boolean {
    return this.#isWhole && this.engine.stopped === undefined;
  }

  /** Something was stopped in the midst of it. */
  spoil(): void {
    this.#isWhole = false;
  }

  /** Is made as it was before the first answer, and belongs to another. */
  takenBy(owner: Owner): void {
    new Uint8Array(this.engine.memory.buffer).set(this.#first);
    this.engine.restart();
    this.#owner = owner;
  }

  /** Its memory up to where nothing was ever written. */
  get used(): Uint8Array {
    const words = new Int32Array(this.engine.memory.buffer);
    let top = words.length;
    while (top > 0 && words[top - 1] === 0) top -= 1;
    return new Uint8Array(words.buffer, 0, 4 * top);
  }

  #enter(script: string): Readonly<Record<keyof Inside, QuickJSHandle>> {
    const { context } = this;
    context.unwrapResult(context.evalCode(script)).dispose();
    const enter = context.getProp(context.global, "entered");
    const outside = context.newObject();
    const call = context.newFunction("call", (name, inputs) =>
      context.newString(this.#owner.call(context.getString(name), context.getString(inputs))),
    );
    const print = context.newFunction("print", (line) => this.#owner.print(context.getString(line)));
    context.setProp(outside, "call", call);
    context.setProp(outside, "print", print);
    context.setProp(outside, "withheld", context.newString(WITHHELD));
    const inside = context.unwrapResult(context.callFunction(enter, context.undefined, outside));
    context.unwrapResult(context.evalCode("delete globalThis.entered")).dispose();
    const names: readonly (keyof Inside)[] = [
      "call",
      "watch",
      "watchFormula",
      "endure",
      "describe",
      "restore",
    ];
    return Object.fromEntries(names.map((name) => [name, context.getProp(inside, name)])) as Record<
      keyof Inside,
      QuickJSHandle
    >;
  }
}

const INTRINSICS = {
  BaseObjects: true,
  Date: true,
  Eval: true,
  StringNormalize: true,
  RegExp: true,
  RegExpCompiler: true,
  JSON: true,
  Proxy: true,
  MapSet: true,
  TypedArrays: true,
  Promise: true,
  BigInt: true,
} as const;
