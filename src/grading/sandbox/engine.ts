/** QuickJS, compiled to WebAssembly: an engine with a memory of its own, and no way out of it but those given. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { newQuickJSWASMModuleFromVariant, newVariant, type QuickJSWASMModule } from "quickjs-emscripten-core";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import { LIMITS } from "./limits.ts";
import { COUNTER, metered } from "./meter.ts";

/** An engine that has run nothing yet. */
export interface Engine {
  readonly quickjs: QuickJSWASMModule;
  /** Why it stopped in the midst of what it did, if it did. */
  readonly stopped: "memory" | "work" | undefined;
  readonly memory: WebAssembly.Memory;
  /** Lets it begin to count its work anew. */
  restart(): void;
}

const WASM = "@jitl/quickjs-wasmfile-release-sync/wasm";

let compiled: Promise<WebAssembly.Module> | undefined;

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve(WASM);
  return WebAssembly.compile(metered(await readFile(path)));
}

/**
 * A new engine: nothing of an answer before it is in its memory. It has all of its memory from the beginning, so whoever
 * asks for more has filled it. (QuickJS's own limit of memory counts blocks and not bytes in this build.)
 * @param work how many rounds and calls of the engine itself it may take
 */
export async function newEngine(work: number = LIMITS.work): Promise<Engine> {
  const module = await (compiled ??= compile());
  const wasmMemory = new WebAssembly.Memory({ initial: LIMITS.pages, maximum: LIMITS.pages });
  let left: WebAssembly.Global<"i64"> | undefined;
  let isFull = false;
  wasmMemory.grow = () => {
    isFull = true;
    if (left !== undefined) left.value = -1n;
    throw new RangeError("the memory is full");
  };
  const emscriptenModule = {
    instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) {
      const instance = new WebAssembly.Instance(module, imports);
      left = instance.exports[COUNTER] as WebAssembly.Global<"i64">;
      done(instance);
      return instance.exports;
    },
  };
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(variant, { wasmMemory, emscriptenModule }),
  );
  const restart = (): void => {
    left!.value = BigInt(work);
  };
  restart();
  return {
    quickjs,
    restart,
    memory: wasmMemory,
    get stopped() {
      if (isFull) return "memory";
      return left!.value < 0n ? "work" : undefined;
    },
  };
}
