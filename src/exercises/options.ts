/** What kinds have in common in which one of several options is picked. */
import { text } from "./blocks.ts";
import type { AnyKind, Asked, Option } from "./kind.ts";
import type { Mistake } from "./mistake.ts";

/** An exercise in which one of several options is picked. */
export interface WithOptions<Names extends string = string> extends Asked<Names> {
  readonly options: Readonly<Record<Names, Option>>;
}

type HasOptions = Pick<WithOptions, "options">;

/** What every kind with options has. */
export const byOptions = {
  answered: "on a card",
  texts: ["options"],
  faults: ({ options }: HasOptions) =>
    rightOnes(options).length === 1 ? [] : ["there must be exactly one right option"],
  solution: ({ options }: HasOptions) => told(options).map(text),
  mistakes: ({ options }: HasOptions) =>
    Object.entries(options).flatMap(([name, option]) => mistakeOf(name, option)),
  question: ({ options }: HasOptions) => ({ options }),
  draft: () => ({
    parts: 'options: { a: { text: "", reason: "", right: true }, b: { text: "", reason: "" } },',
  }),
  offers: ({ options }: HasOptions) =>
    Object.fromEntries(Object.entries(options).map(([name, { text }]) => [name, text])),
  asks: ({ options }: HasOptions) => ({
    options: Object.entries(options).map(([name, { text, reason, right = false }]) => ({
      name,
      text,
      reason,
      right,
    })),
  }),
  asCode: ({ options }: HasOptions) => {
    const named = (isRight: boolean): string =>
      JSON.stringify(Object.keys(options).find((name) => (options[name]!.right === true) === isRight) ?? "");
    return { example: named(false), open: '"?"', right: named(true) };
  },
  givenAwayBy: ({ options }: HasOptions) => {
    const [right] = rightOnes(options);
    const others = Object.values(options).filter((option) => option !== right);
    return { numbers: [], words: right!.text, others: others.map((option) => option.text) };
  },
  opens: ({ options }: HasOptions) => told(options),
} as const satisfies Partial<AnyKind<WithOptions>>;

/** An option that is not right, as a mistake. */
export function mistakeOf(name: string, { text, right }: Option): Mistake[] {
  return right === true ? [] : [{ id: `option: ${name}`, what: text }];
}

/** The text of an option as a part of a sentence: without its full stop. */
export function phrase({ text }: Option): string {
  return text.replace(/\.$/, "");
}

/** What options say that all begin with their number, "1: ...", without it, for it stands beside them; undefined of others. */
export function saidBesideNumbers(texts: readonly string[]): readonly string[] | undefined {
  const isNumbered = texts.every((text, k) => text.startsWith(`${k + 1}: `));
  return isNumbered ? texts.map((text) => text.slice(text.indexOf(" ") + 1)) : undefined;
}

export function rightOnes(options: WithOptions["options"]): Option[] {
  return Object.values(options).filter(({ right }) => right === true);
}

function told(options: WithOptions["options"]): string[] {
  return rightOnes(options).map(({ text, reason }) => `${text} ${reason}`);
}
