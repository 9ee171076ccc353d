import { PassThrough } from "node:stream";
import { start } from "../../src/system/process.js";

/** A program that is run beside others. */
export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** So much of what a program says is kept, at most, until it is to be seen. */
const KEPT = 64 * 2 ** 20; // bytes

/** What a program leaves behind may hold its output for so long. */
const GRACE = 2000; // ms

/** A program whose output is seen when its turn has come, whenever it runs. */
export class Beside {
  readonly #said = new PassThrough({ highWaterMark: KEPT });

  /** Runs it in a folder. @returns its exit code, null where it has none */
  run({ command, args, environment }: Program, cwd: string): Promise<number | null> {
    const child = start(command, args, { cwd, env: environment });
    const outputs = [child.stdout!, child.stderr!];
    for (const output of outputs) output.pipe(this.#said, { end: false });
    return new Promise((resolve) => {
      child.once("error", () => undefined);
      child.once("exit", () => {
        setTimeout(() => outputs.forEach((output) => output.destroy()), GRACE).unref();
      });
      child.once("close", (code) => {
        this.#said.end();
        resolve(code);
      });
    });
  }

  /** Shows what it has said so far, and goes on until it has ended. */
  async show(): Promise<void> {
    for await (const chunk of this.#said) process.stdout.write(chunk as Buffer);
  }
}

/** Whether what is shown may have colours, though programs write it to this one. */
export const isColoured = (): boolean => process.stdout.isTTY && process.stdout.hasColors();
