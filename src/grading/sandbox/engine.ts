/** QuickJS, compiled to WebAssembly: an engine with a memory of its own, and no way out of it but those given. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { LIMITS } from "./limits.ts";

/** An engine that has run nothing yet. */
export interface Engine {
  readonly quickjs: QuickJSWASMModule;
  /** Whether it has asked for more memory than there is. */
  isFull: boolean;
  /** Is called when it does so for the first time. */
  onFull: () => void;
}

const WASM = "@jitl/quickjs-wasmfile-release-sync/wasm";
const FIRST_PAGES = 256;

let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve(WASM);
  return WebAssembly.compile(await readFile(path));
}

/**
 * A new engine: nothing of an answer before it is in its memory. QuickJS's own limit of memory counts blocks and not
 * bytes in this build, so it is the memory itself that cannot grow further.
 */
async function newEngine(): Promise<Engine> {
  const wasmModule = await (compiled ??= compile());
  const wasmMemory = new WebAssembly.Memory({ initial: FIRST_PAGES, maximum: LIMITS.pages });
  const grow = wasmMemory.grow.bind(wasmMemory);
  const quickjs = await newQuickJSWASMModuleFromVariant(newVariant(variant, { wasmModule, wasmMemory }));
  const engine: Engine = { quickjs, isFull: false, onFull: () => undefined };
  wasmMemory.grow = (pages) => {
    try {
      return grow(pages);
    } catch (error) {
      if (!engine.isFull) engine.onFull();
      engine.isFull = true;
      throw error;
    }
  };
  return engine;
}

/** The engine of one student's answers: a new one when the last has been filled, or was broken. */
export class Engines {
  #current: Engine | undefined;

  async take(): Promise<Engine> {
    return (this.#current ??= await newEngine());
  }

  /** The next answer gets a new engine. */
  retire(): void {
    this.#current = undefined;
  }
}
