import { createExecutor, type Executor } from "tslab/dist/executor.js";
import { lastValue } from "../cell/names.ts";
import type { Content, Header } from "../channel.ts";
import type { CellConverter } from "../compiler/converter.ts";
import { bundleOf } from "../display/bundle.ts";
import { Interrupted, type Report } from "../errors/report.ts";
import { runTimeReport } from "../errors/run-time.ts";
import type { Stacks } from "../errors/stack.ts";
import { platform } from "../platform.ts";
import { Builtins } from "./builtins.ts";
import { Disposables } from "./disposables.ts";
import { Guard } from "./guard.ts";
import { Imported } from "./imported.ts";
import type { Output } from "./output.ts";
import type { SessionHost } from "./host.ts";
import type { Turns } from "./turns.ts";

/** A cell to be run. */
export interface ExecuteRequest {
  header: Header;
  code: string;
  count: number;
  silent: boolean;
  /** Expressions whose values the front end wants after the cell. */
  expressions: Record<string, string>;
}

/** How long (in milliseconds) code that waits has to end after an interruption. */
const timeToEnd = 400;

/** Thrown inside the kernel when a cell has not come to its end. */
class Failed extends Error {
  constructor(readonly report: Report) {
    super(report.evalue);
  }
}

/** What cells are run with. */
interface CellsParts {
  readonly host: SessionHost;
  readonly converter: CellConverter;
  readonly output: Output;
  readonly turns: Turns;
  readonly stacks: Stacks;
}

/** Runs cells, one after the other, on tslab's executor. */
export class Cells {
  readonly #executor: Executor;
  readonly #guard: Guard;
  readonly #disposables = new Disposables();
  readonly #builtins = new Builtins();
  readonly #imported = new Imported();
  /** The objects with the names that all cells share. */
  readonly #scope: Record<string, unknown>[] = [{}];
  #code = "";
  #thrown: { error: unknown } | undefined;
  #takesNotes = false;
  /** Whether `check` has asked why the cell that runs is refused, and says it. */
  #isToldByCheck = false;
  /** Told the reason of the next interruption that is heard. */
  #heard: ((reason: string) => void) | undefined;

  constructor(private readonly parts: CellsParts) {
    this.#guard = new Guard(parts.host.parents, parts.stacks);
    const converters = { node: parts.converter, browser: parts.converter, close: () => undefined };
    this.#executor = createExecutor(platform.folder(), converters, {
      log: () => undefined,
      // The executor hands over an error as one value, the lines of a diagnostic as a format and its arguments.
      error: (...values: unknown[]) => {
        if (values.length === 1) this.#thrown = { error: values[0] };
      },
    });
    this.#shareScope();
  }

  /** Runs a cell to its end, or to its interruption, and answers the request. */
  async execute(request: ExecuteRequest): Promise<Content> {
    const { header, code, count, silent } = request;
    const common = { execution_count: count, payload: [], user_expressions: {} };
    try {
      await this.parts.turns
        .run(header, async () => {
          this.#takesNotes = !silent;
          const { value } = await this.#evaluate(code, count);
          this.#takesNotes = false;
          if (value === undefined || silent) return;
          const data = await bundleOf(value);
          this.parts.output.publish("execute_result", { execution_count: count, data, metadata: {} });
        })
        .finally(() => this.#dispose(header)); // oxlint-disable-line typescript/no-misused-promises -- it is waited for
      const expressions = await this.#evaluateAll(request);
      return { status: "ok", ...common, user_expressions: expressions };
    } catch (error) {
      // What is told of an interrupted cell is not to be interrupted.
      this.parts.turns.enterKernel();
      this.parts.converter.keep((name) => this.#holderOf(name) !== undefined);
      // What a program says of its end that was ended with the cell is no concern of the student's.
      const cause = this.parts.turns.isInterrupted ? await this.#interruption() : error;
      const report = this.#reportOf(cause);
      if (!silent) this.parts.output.publish("error", { ...report });
      return { status: "error", ...common, ...report };
    }
  }

  /** Withholds what cells have of modules, and other values, from an answer that is checked; returns what gives it back. */
  withhold(others: ReadonlyMap<unknown, string>, end: () => void): () => void {
    return this.#imported.withhold(this.#scope, others, end);
  }

  /** Gives back what is still withheld from an answer whose trial was stopped in the midst. */
  endTrials(): void {
    this.#imported.endTrials();
  }

  /** Whether the code that is about to run is a cell's, of which something may be said. */
  get takesNotes(): boolean {
    return this.#takesNotes;
  }

  /** Why the compiler refuses an answer that is checked, and the cure where there is one; nothing where it does not. */
  refusalOf(answer: unknown): { why: string; cure?: string } | undefined {
    this.#isToldByCheck = true;
    const report = this.parts.converter.refusalOf(answer, (name) => this.#holderOf(name)?.[name]);
    const cure = report && /^ *Help: (.*)/m.exec(report.traceback.join("\n"))?.[1];
    return report && { why: report.evalue.replace(/\.$/, ""), ...(cure !== undefined && { cure }) };
  }

  /** Ends the cell that runs, if there is one: it will not go on after what it waits for. */
  interrupt(reason: string): void {
    this.#heard?.(reason);
    const header = this.parts.turns.current;
    this.parts.host.stopTimers(header);
    const waited = this.#guard.interrupt(header);
    // What waits hears of it and ends by itself, with what it has in `finally`; what does not is ended.
    if (waited) platform.later(() => this.parts.turns.interrupt(reason, header), timeToEnd);
    else this.parts.turns.interrupt(reason || stoppedFromOutside(this.#code), header);
  }

  /** Why the cell is interrupted that has just ended by itself; that is on its way. */
  async #interruption(): Promise<Interrupted> {
    // What the cell has left running may have to be terminated before it is heard.
    this.parts.turns.enterStudentCode();
    const reason = await new Promise<string>((resolve) => (this.#heard = resolve));
    this.#heard = undefined;
    this.parts.turns.enterKernel();
    return new Interrupted(reason || "the cell was stopped");
  }

  /** Runs a text as a cell and gives the value of its last expression, as it is: a promise stays one. */
  async #evaluate(code: string, count: number): Promise<{ value: unknown }> {
    this.#thrown = undefined;
    const [first] = this.#scope as [Record<string, unknown>];
    first[lastValue] = undefined;
    this.#code = code;
    this.parts.converter.count = count;
    this.#isToldByCheck = false;
    this.parts.turns.enterKernel();
    const ok = await this.#executor.execute(code);
    this.parts.turns.enterKernel();
    this.#restoreBuiltins();
    const report = this.#failure(ok);
    this.parts.turns.enterStudentCode();
    if (report !== undefined) throw new Failed(report);
    this.parts.converter.keep();
    return { value: first[lastValue] };
  }

  #restoreBuiltins(): void {
    const names = this.#builtins.restore();
    if (names.length > 0)
      this.parts.output.print(
        "stderr",
        `${names.join(", ")}: put back as before, as the kernel works with it too; give yours a name of its own\n`,
      );
  }

  async #dispose(header: Header): Promise<void> {
    if (this.#disposables.areWaiting) await this.parts.turns.run(header, () => this.#disposables.dispose());
  }

  async #evaluateAll({ header, expressions, count }: ExecuteRequest): Promise<Content> {
    const answers: Content = {};
    for (const [name, expression] of Object.entries(expressions)) {
      try {
        const data = await this.parts.turns.run(header, async () =>
          bundleOf((await this.#evaluate(`(${expression})`, count)).value),
        );
        answers[name] = { status: "ok", data, metadata: {} };
      } catch (error) {
        answers[name] = { status: "error", ...this.#reportOf(error) };
      }
    }
    return answers;
  }

  #holderOf(name: string): Record<string, unknown> | undefined {
    return this.#scope.find((holder) => Object.hasOwn(holder, name));
  }

  /** Why a cell has not come to its end: something was thrown, or the compiler has said no. @param ok whether it ran to it */
  #failure(ok: boolean): Report | undefined {
    const { refusal } = this.parts.converter;
    if (refusal && !(ok && this.#isToldByCheck)) return refusal;
    if (ok) return undefined;
    const thrown = this.#thrown;
    return thrown ? runTimeReport(thrown.error, this.parts.stacks) : this.parts.converter.rejection();
  }

  #reportOf(error: unknown): Report {
    return error instanceof Failed ? error.report : runTimeReport(error, this.parts.stacks);
  }

  /** Puts our scope and our `require` in the place of the executor's, which copy values and know no lesson library. */
  #shareScope(): void {
    Object.defineProperty(globalThis, "__tslab__", {
      value: {
        exports: (index: number) => (this.#scope[index] ??= {}),
        require: this.#imported.of(
          this.parts.host.requireOf(
            { guard: this.#guard, disposables: this.#disposables, stacks: this.parts.stacks },
            this.parts.stacks,
          ),
        ),
      },
      enumerable: false,
    });
  }
}

/** Why a cell has ended that did not wait for anything. */
function stoppedFromOutside(code: string): string {
  const stopped = "the cell was stopped";
  return /\bfinally\b/.test(code)
    ? `${stopped} from outside, in the midst of a calculation: what stands in \`finally\` did not run`
    : stopped;
}
