import type { Answer, Asked } from "./protocol.ts";
import type { KnownQuestion } from "./known.ts";

type Kind = Asked["kind"];

/** How a question is answered, and what keeps an answer of its kind from being one to it. */
type Ways = {
  readonly [K in Kind]: {
    readonly how: string;
    readonly misfit: (
      asked: Extract<Asked, { kind: K }>,
      answer: Extract<Answer, { kind: K }>,
    ) => string | undefined;
  };
};

const WAYS: Ways = {
  choose: {
    how: "by choosing one of its options",
    misfit: ({ options }, { option }) => unknownAmong(options, [option], "option"),
  },
  number: {
    how: "with a number for each of its fields",
    misfit: ({ fields }, { numbers }) =>
      otherThan(
        fields.map(({ name }) => name),
        Object.keys(numbers),
      ),
  },
  place: {
    how: "with a place on its map",
    misfit: ({ asks, map }, { point }) =>
      otherThan(asks, Object.keys(point)) ??
      map.axes.flatMap(({ name, range: [low, high] }) => {
        const value = point[name] ?? low;
        return value < low || value > high ? [`The map has ${name} from ${low} to ${high}.`] : [];
      })[0],
  },
  order: {
    how: "by putting its lines in order",
    misfit: ({ lines: all }, { lines }) =>
      new Set(lines).size < lines.length
        ? "A line stands in it twice."
        : lines.length === 0
          ? "No line stands in it."
          : unknownAmong(all, lines, "line"),
  },
  code: { how: "in a notebook", misfit: () => undefined },
  text: {
    how: "in words",
    misfit: (_, { text }) => (text.trim() === "" ? "There is no word in it." : undefined),
  },
};

/** What keeps an answer from being one to this question, as a sentence; nothing where it is one. */
export function misfit({ asked, takesCode }: KnownQuestion, answer: Answer): string | undefined {
  if (answer.kind === "code" && takesCode) return undefined;
  const { how, misfit: found } = WAYS[asked.kind];
  return answer.kind === asked.kind
    ? (found as (asked: Asked, answer: Answer) => string | undefined)(asked, answer)
    : `This question is answered ${how}.`;
}

function unknownAmong(
  known: readonly { readonly name: string }[],
  names: readonly string[],
  what: string,
): string | undefined {
  const strange = names.find((name) => !known.some((one) => one.name === name));
  return strange === undefined ? undefined : `There is no ${what} ${strange}: load the page again.`;
}

function otherThan(asked: readonly string[], given: readonly string[]): string | undefined {
  const isAll = asked.length === given.length && asked.every((name) => given.includes(name));
  return isAll ? undefined : `It asks for ${asked.join(" and ")}, and for no other number.`;
}
