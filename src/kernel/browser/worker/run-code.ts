import { scriptNames } from "../../core/errors/calls.ts";

// As they are when the kernel starts: a cell may put others in their places.
const { URL, Blob } = globalThis;
const importScripts = (globalThis as unknown as { importScripts(address: string): void }).importScripts.bind(
  globalThis,
);

/** How a code says what it is called. */
const NAME = /^\/\/# sourceURL=(.+)$/m;

/** Where a script lays its value. */
const slot: { value: unknown } = { value: undefined };
Object.defineProperty(globalThis, Symbol.for("fall-line.slot"), { value: slot, configurable: true });

/** Runs an expression and gives its value, so that the engine tells its lines where something goes wrong in it. */
export const runCode = tellsLinesOf(evaluate) || !tellsLinesOf(runScript) ? evaluate : runScript;

function evaluate(expression: string): unknown {
  return (0, eval)(expression);
}

/** Runs an expression as a script, which has an address: of what is evaluated Safari tells no lines. */
function runScript(expression: string): unknown {
  const name = NAME.exec(expression)?.[1];
  const script = `globalThis[Symbol.for("fall-line.slot")].value = ${expression}`;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  if (name !== undefined) scriptNames.set(address, name);
  try {
    importScripts(address);
    return slot.value;
  } finally {
    URL.revokeObjectURL(address);
    slot.value = undefined;
  }
}

function tellsLinesOf(run: (expression: string) => unknown): boolean {
  try {
    const stack = run("(() => new Error().stack)()\n//# sourceURL=fall-line-trial") as string;
    return [...scriptNames.keys(), "fall-line-trial"].some((name) => stack.includes(name));
  } catch {
    // A page may forbid such scripts.
    return false;
  }
}
