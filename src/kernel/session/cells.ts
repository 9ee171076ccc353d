import { setImmediate } from "node:timers";
import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { lastValue } from "../cell/scope.ts";
import type { Content, Header } from "../channel.ts";
import { type CellConverter } from "../compiler/converter.ts";
import { latestCompilation } from "../compiler/facade.ts";
import { bundleOf } from "../display/bundle.ts";
import { typeErrorReport } from "../errors/typeErrors.ts";
import { runTimeReport } from "../errors/runTime.ts";
import { Interrupted, type Report } from "../errors/report.ts";
import type { Paths } from "../paths.ts";
import { Guard } from "./guard.ts";
import type { Output } from "./output.ts";
import type { Parents } from "./parents.ts";
import { Timers } from "./timers.ts";
import { cellRequire } from "./require.ts";

interface ExecuteRequest {
  header: Header;
  code: string;
  count: number;
  silent: boolean;
  expressions: Record<string, string>;
}

type Outcome = { status: "ok"; value: unknown } | { status: "error"; report: Report };

/** Runs cells, one after the other, on tslab's executor. */
export class Cells {
  readonly #converter: CellConverter;
  readonly #executor: Executor;
  readonly #output: Output;
  readonly #parents: Parents;
  readonly #guard: Guard;
  readonly #timers: Timers;
  /** The names all cells share. */
  readonly scope: Record<string, unknown> = {};
  #thrown: { error: unknown } | undefined;
  #stop: ((reason: string) => void) | undefined;

  constructor(options: { converter: CellConverter; output: Output; parents: Parents; paths: Paths }) {
    this.#converter = options.converter;
    this.#output = options.output;
    this.#parents = options.parents;
    this.#guard = new Guard(options.parents);
    this.#timers = new Timers(options.parents);
    const converters = { node: options.converter, browser: options.converter, close: () => undefined };
    this.#executor = createExecutor(process.cwd(), converters, {
      log: () => undefined,
      // The executor hands over an error as one value, the lines of a diagnostic as a format and its arguments.
      error: (...values: unknown[]) => {
        if (values.length === 1) this.#thrown = { error: values[0] };
      },
    });
    this.#shareScope(options.paths);
    this.#timers.install();
  }

  /** Runs a cell to its end, or to its interruption, and answers the request. */
  async execute(request: ExecuteRequest): Promise<Content> {
    this.#parents.resume(request.header);
    const outcome = await this.#attempt(request);
    this.#parents.resume(request.header);
    this.#output.flush();
    if (outcome.status === "error") {
      const { report } = outcome;
      if (!request.silent)
        this.#parents.run(request.header, () => this.#output.publish("error", { ...report }));
      return {
        status: "error",
        execution_count: request.count,
        ...report,
        payload: [],
        user_expressions: {},
      };
    }
    return { status: "ok", execution_count: request.count, payload: [], user_expressions: {} };
  }

  /** Ends the cell that runs, if there is one: it will not go on after what it waits for. */
  interrupt(reason: string): void {
    this.#guard.abandon();
    this.#timers.stop();
    this.#stop?.(reason);
  }

  #attempt(request: ExecuteRequest): Promise<Outcome> {
    return new Promise((resolve) => {
      this.#stop = (reason) => {
        const report = runTimeReport(new Interrupted(reason || "the cell was stopped"));
        resolve({ status: "error", report });
      };
      // From a turn of its own: what is terminated is this turn, and not what waits for the outcome.
      setImmediate(() => {
        this.#parents.run(request.header, () => {
          void this.#run(request).then(resolve, (error: unknown) =>
            resolve({ status: "error", report: runTimeReport(error) }),
          );
        });
      });
    });
  }

  async #run(request: ExecuteRequest): Promise<Outcome> {
    this.#thrown = undefined;
    delete this.scope[lastValue];
    this.#converter.count = request.count;
    const ok = await this.#executor.execute(request.code);
    if (!ok) return { status: "error", report: this.#failure(request.count) };
    this.#converter.keep();
    const value = this.scope[lastValue];
    delete this.scope[lastValue];
    if (value !== undefined && !request.silent) await this.#show(value, request);
    return { status: "ok", value };
  }

  async #show(value: unknown, { header, count }: ExecuteRequest): Promise<void> {
    const data = await bundleOf(value);
    this.#parents.resume(header);
    this.#output.publish("execute_result", { execution_count: count, data, metadata: {} });
  }

  #failure(count: number): Report {
    const thrown = this.#thrown;
    return thrown ? runTimeReport(thrown.error) : typeErrorReport(latestCompilation().diagnostics, count);
  }

  /** Puts our scope and our `require` in the place of the executor's, which copy values and know no lesson library. */
  #shareScope(paths: Paths): void {
    const place = globalThis as unknown as { __tslab__: { require: NodeJS.Require } };
    const require = cellRequire(place.__tslab__.require, paths, this.#guard);
    Object.defineProperty(globalThis, "__tslab__", {
      value: { exports: this.scope, require },
      enumerable: false,
    });
  }
}
