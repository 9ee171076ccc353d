/** One and the same notebook, checked in a session of the kernel and graded from what was handed in. */
import { lessonExercises } from "fall-line";
import { Answers } from "../../src/grading/answers/find.ts";
import { gradeExercise } from "../../src/grading/grade-exercise.ts";
import type { Bench } from "../../src/grading/grade-function.ts";
import { typeAsked } from "../kernel/core/session/answering.ts";
import { type Asked, sharedSession } from "../kernel/core/session/session.ts";
import type { Form } from "./forms.ts";
import { language, sandboxScript } from "./standard.ts";

/** What came of an answer: how it counts, or that it was refused before it could be tried. */
export type Came = readonly [outcome: string, credit: number, ...mistakes: string[]] | "refused";

/** What came of an answer both ways, and what was said in a notebook of cells that did not run to their end. */
interface Both {
  readonly checked: Came;
  readonly graded: Came;
  readonly said: readonly string[];
}

interface Told {
  readonly outcome: string;
  readonly credit?: number | undefined;
  readonly refusal?: string | undefined;
  readonly mistakes: readonly { readonly id: string }[];
}

/** What forms call what is theirs. */
const OWN =
  /\b(?:mine|go|inner|helper|all|one|table|later|hidden|make|answers|setUp|Mine|Answers|Which|Step|Same)\b/g;

let shared: Promise<BothWays> | undefined;

/** One for the files of tests that are in one process, one after another. */
export const sharedBothWays = (): Promise<BothWays> => (shared ??= BothWays.make());

/** Takes notebooks both ways. */
export class BothWays {
  readonly #session: Asked;
  readonly #bench: Bench;
  /** Sessions of one process have one global object. */
  static #count = 0;

  private constructor(session: Asked, bench: Bench) {
    this.#session = session;
    this.#bench = bench;
  }

  static async make(): Promise<BothWays> {
    const bench = {
      insideScript: await sandboxScript(),
      language: language(),
      seeds: [271828, 314159],
      known: new Map(),
    };
    const session = await sharedSession();
    await session.run('import { check, display, type FormulaOf, ravine, type StepOf } from "fall-line";');
    return new BothWays(session, bench);
  }

  /** An answer to an exercise in a form; each gets a name of its own, so that no earlier one stands in for it. */
  async take(id: string, form: Form, answer: string): Promise<Both> {
    const count = ++BothWays.#count;
    const own = (text: string): string =>
      text.replace(OWN, `$&${count}`).replace("ANSWER", () => `(${answer.trim().replace(/;$/, "")})`);
    const cells = [
      `type Asked = (...inputs: Parameters<${typeAsked(id)}>) => any;`,
      ...form.cells("ANSWER").map(own),
      `(globalThis as any).told = check("${id}", ${own(form.checked ?? "mine")});`,
    ];
    Reflect.deleteProperty(globalThis, "told");
    const said: string[] = [];
    for (const cell of cells) said.push(String(await this.#session.run(cell)).slice(0, 300));
    const { told } = globalThis as { told?: Told };
    const checked = told === undefined || told.refusal !== undefined ? "refused" : cameOf(told);
    const graded = await this.#grade(id, `mine${count}`, cells);
    return { checked, graded, said: said.filter((line) => /Error/.test(line)) };
  }

  async #grade(id: string, name: string, cells: readonly string[]): Promise<Came> {
    const all = [
      'import { check, display, type FormulaOf, ravine, type StepOf } from "fall-line";',
      ...cells,
    ].map((source) => ({ id: undefined, source }));
    const answers = new Answers(
      { notebooks: [{ name: "11-mine", cells: all }], progress: [], faults: [], unread: 0 },
      {},
    );
    const original = { notebook: "11-mine", answerCell: "answer", answerName: name, atTheEnd: true };
    const { feedback, error = "" } = await gradeExercise(
      id,
      lessonExercises.all.get(id)!,
      original,
      answers,
      this.#bench,
    );
    return feedback === undefined || error.startsWith("the compiler refuses") ? "refused" : cameOf(feedback);
  }
}

const cameOf = ({ outcome, credit = 0, mistakes }: Told): Came => [
  outcome,
  credit,
  ...mistakes.map(({ id }) => id),
];

/** What is not refused in a notebook comes to the same in grading; what is refused there earns nothing here. */
export function isSame(checked: Came, graded: Came): boolean {
  const isRefused = checked === "refused" || checked[0] === "not written";
  if (isRefused) return graded === "refused" || graded[1] === 0;
  return String(checked) === String(graded);
}
