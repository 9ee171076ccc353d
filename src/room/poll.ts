import { defined } from "../defined.ts";
import { keepsOrder } from "../exercises/order/keeps-order.ts";
import type { Answer, Round, Tally } from "./protocol.ts";
import type { KnownQuestion } from "./known.ts";

type Given<K extends Answer["kind"]> = Extract<Answer, { kind: K }>;

/** One vote on one question: the last answer of each seat, and hands that were counted besides. */
export class Poll {
  readonly #answers = new Map<string, Answer>();
  /** Names of texts, which say nothing of their seats; a text that was changed is another. */
  readonly #texts = new Map<string, { readonly id: string; readonly text: string }>();
  readonly #letThrough = new Set<string>();
  #named = 0;
  #hands: Readonly<Record<string, number>> | undefined;

  constructor(
    readonly question: KnownQuestion,
    readonly vote: Round,
  ) {}

  get id(): string {
    return this.question.asked.id;
  }

  get answered(): number {
    return this.#answers.size;
  }

  answerOf(seat: string): Answer | undefined {
    return this.#answers.get(seat);
  }

  take(seat: string, answer: Answer): void {
    this.#answers.set(seat, answer);
    if (answer.kind !== "text" || this.#texts.get(seat)?.text === answer.text) return;
    this.#named += 1;
    this.#texts.set(seat, { id: String(this.#named), text: answer.text });
  }

  count(hands: Readonly<Record<string, number>>): void {
    this.#hands = hands;
  }

  /** Whether there is such a text. */
  letThrough(id: string): boolean {
    const isThere = [...this.#texts.values()].some((text) => text.id === id);
    if (isThere) this.#letThrough.add(id);
    return isThere;
  }

  /** @param here how many are in the room */
  tally(here: number): Tally {
    const { asked } = this.question;
    const given = { is: "tally", question: this.id, vote: this.vote, answered: this.answered } as const;
    const code = this.#of("code");
    return {
      ...given,
      seats: Math.max(here, this.answered),
      ...defined({ hands: this.#hands, code: code.length === 0 ? undefined : this.#codeOf(code) }),
      ...this.#own(asked.kind),
    };
  }

  #of<K extends Answer["kind"]>(kind: K): Given<K>[] {
    return [...this.#answers.values()].filter((answer) => answer.kind === kind) as Given<K>[];
  }

  #own(kind: Answer["kind"]): Partial<Tally> {
    const { asked, before = {} } = this.question;
    switch (kind) {
      case "choose": {
        const none = asked.kind === "choose" ? asked.options.map(({ name }) => [name, 0] as const) : [];
        const chosen = countsOf(this.#of("choose").map(({ option }) => option));
        return { options: { ...Object.fromEntries(none), ...Object.fromEntries(chosen) } };
      }
      case "number":
        return { numbers: sorted(this.#of("number").map(({ numbers }) => numbers)) };
      case "place":
        return { points: sorted(this.#of("place").map(({ point }) => point)) };
      case "order":
        return {
          orders: countsOf(this.#of("order").map(({ lines }) => JSON.stringify(lines))).map(
            ([text, count]) => {
              const lines = JSON.parse(text) as string[];
              return { lines, count, right: keepsOrder(before, lines) };
            },
          ),
        };
      case "text":
        return {
          texts: [...this.#texts.values()]
            .map((text) => ({ ...text, isLetThrough: this.#letThrough.has(text.id) }))
            .sort((a, b) => Number(a.id) - Number(b.id)),
        };
      case "code":
        return {};
    }
  }

  #codeOf(code: readonly Given<"code">[]): NonNullable<Tally["code"]> {
    const { mistakes } = this.question;
    const known = (id: string): string => (Object.hasOwn(mistakes, id) ? id : OTHER);
    const shown = code.flatMap((one) => [...new Set(one.mistakes.map(known))]);
    return {
      answered: code.length,
      right: code.filter(({ right }) => right).length,
      mistakes: countsOf(shown).map(([id, count]) => ({ id, count, ...defined({ what: mistakes[id] }) })),
    };
  }
}

/** All mistakes that the exercise does not name: what a phone or a notebook calls them is shown nowhere. */
const OTHER = "other";

/** How often each stands among these, the most frequent first. */
function countsOf(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}

/** Numbers by their size: so their order tells nothing of when they came. */
function sorted(all: readonly Readonly<Record<string, number>>[]): Record<string, number>[] {
  return all
    .map((one) => Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort((a, b) => {
      const name = Object.keys(a).find((key) => a[key] !== b[key]);
      return name === undefined ? 0 : a[name]! - b[name]!;
    });
}
