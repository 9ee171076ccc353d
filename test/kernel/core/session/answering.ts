/** Answers as a student hands them in: one cell with the type that the lesson gives, and one that checks it. */
import { type Feedback, lessonExercises } from "fall-line";
import type { FormulaTarget } from "../../../../src/exercises/formula-target.ts";
import type { StepTarget } from "../../../../src/exercises/step-target.ts";
import { answersOf, type HandedIn } from "../../../exercises/class/run.ts";
import { type Asked, plainLines, sharedSession } from "./session.ts";

/** All of the three writers. */
export const all = ([1, 2, 3] as const).flatMap(answersOf);

/** The type that a lesson writes before the answer to an exercise. */
export function typeAsked(id: string): string {
  const { target } = lessonExercises.all.get(id) as unknown as { target: FormulaTarget | StepTarget };
  const names = (of: object): string =>
    Object.keys(of)
      .map((name) => JSON.stringify(name))
      .join(" | ") || "never";
  if ("rule" in target) return `StepOf<${names(target.rule.state)}, ${names(target.rule.hyperparameters)}>`;
  return `FormulaOf<${names(target.arguments)}${typeof target.formula === "string" ? "" : ", number[]"}>`;
}

/** What a student sees of an answer. */
export interface Seen {
  /** What its cell says, line for line; nothing where the compiler has nothing against it. */
  readonly said: readonly string[];
  readonly told: Feedback | undefined;
}

/** Takes answers through a session, each under the same name. */
export class Answering {
  private constructor(private readonly session: Asked) {}

  static async begin(): Promise<Answering> {
    const session = await sharedSession();
    await session.run('import { check, type FormulaOf, type StepOf } from "fall-line";');
    return new Answering(session);
  }

  async take({ id, code }: HandedIn): Promise<Seen> {
    const cell = `const mine: ${typeAsked(id)} = ${code.trim().replace(/;$/, "")};`;
    const { reply } = await this.session.ask("execute_request", { code: cell });
    Reflect.deleteProperty(globalThis, "told");
    await this.session.run(`(globalThis as any).told = check("${id}", mine); undefined`);
    const { told } = globalThis as { told?: Feedback };
    Reflect.deleteProperty(globalThis, "told");
    return { said: reply["status"] === "error" ? plainLines(reply) : [], told };
  }
}

/** Names of types that no student has written, and sentences that only the compiler understands. */
const LEAKS = /Next<|AnswerOf|ArrayLike|Readonly|Record<|Now\b|never|implicitly|overload|not assignable/;

/** What is wrong with what a student sees; nothing where all is as it should be. */
export function faultIn({ said, told }: Seen): string | undefined {
  const isRefused = said.length > 0;
  const leak = said.find((line) => !/^\s*>?\s*\d+ \|/.test(line) && LEAKS.test(line));
  if (leak !== undefined) return `says: ${leak}`;
  if (said.filter((line) => line.startsWith("TypeScriptError")).length > 1) return "says more than one thing";
  if (told === undefined) return isRefused ? undefined : "is not checked";
  if (!told.isAttempt) return undefined;
  if (isRefused !== (told.refusal !== undefined))
    return `is told ${told.refusal ?? "nothing of the compiler"}`;
  return isRefused && (told.right === true || told.credit !== 0) ? "counts" : undefined;
}
