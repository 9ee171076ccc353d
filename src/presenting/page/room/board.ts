/** The votes over a slide: what was asked on the left, what was answered on the right. */
import { html } from "../../../frontend/elements.ts";
import { Plane, pointText } from "../../../room/plane.ts";
import type { RoomData, Tally } from "../../../room/protocol.ts";
import { answersIn, countOf, type Row, rowsOf } from "./bars.ts";
import { drawHistogram } from "./draw-histogram.ts";

export type RoomQuestion = RoomData["questions"][string];

/** What is known of a question's votes. */
export interface Voted {
  readonly question: RoomQuestion;
  /** The first vote, and the second where there is one. */
  readonly votes: readonly Tally[];
  /** Whether what is right is shown. */
  readonly isRevealed: boolean;
  /** Where a picture is found, by its address for phones. */
  readonly address: (picture: string) => string;
}

/** So long a question is set smaller. */
const LONG = 80;

/** The board, drawn anew. */
export function boardOf(voted: Voted): HTMLElement {
  const { question, votes } = voted;
  const { title, prompt } = question.asked;
  return html(
    "div",
    { class: `board of-${question.asked.kind}` },
    html(
      "div",
      { class: "board-asked" },
      html("p", { class: "kicker" }, title),
      html("h2", { class: prompt.length > LONG ? "long" : "" }, prompt),
      ...(question.asked.kind === "order" ? [linesOf(question.asked.lines)] : []),
      ...movedWords(voted).map((words) => html("p", {}, words)),
    ),
    html("div", { class: "board-answers" }, ...(votes.length > 1 ? [legend()] : []), ...answersOf(voted)),
  );
}

const linesOf = (lines: readonly { readonly text: string }[]): HTMLElement =>
  html("ol", { class: "board-lines" }, ...lines.map(({ text }) => html("li", {}, text)));

function legend(): HTMLElement {
  const entry = (name: string, words: string): HTMLElement =>
    html("span", {}, html("i", { class: `bar ${name}` }), words);
  return html(
    "p",
    { class: "votes-legend" },
    entry("first", "first vote"),
    entry("second", "second vote, after talking"),
  );
}

function answersOf(voted: Voted): Node[] {
  const { question, votes, isRevealed, address } = voted;
  const { asked, right } = question;
  switch (asked.kind) {
    case "choose":
      return [rows(rowsOf(optionsOf(voted), votes, answersIn), "number")];
    case "number":
      return asked.fields.map(({ name, label }) =>
        drawHistogram(
          asked.fields.length > 1 ? label : "",
          votes.map(({ numbers = [] }) => numbers.map((one) => one[name]!)),
          isRevealed ? right.flatMap((one) => (one.kind === "number" ? [one.numbers[name]!] : [])) : [],
          asked.fields.length,
        ),
      );
    case "place": {
      const plane = new Plane({ ...asked.map, src: address(asked.map.src) });
      const most = Math.max(...votes.map(({ points = [] }) => points.length));
      plane.node.style.setProperty("--each", String(Math.min(0.6, FAINT / most)));
      for (const [k, { points = [] }] of votes.entries())
        plane.mark(k === votes.length - 1 ? "second" : "first", points);
      const is = isRevealed ? right.flatMap((one) => (one.kind === "place" ? [one.point] : [])) : [];
      plane.mark("true", is);
      return [plane.node, ...is.map((point) => html("p", { class: "is" }, `✓ ${pointText(point)}`))];
    }
    case "order":
      return [rows(rowsOf(ordersOf(voted), votes, answersIn), "order")];
    case "code":
      return [
        rows(
          rowsOf(codeOf(voted), votes, ({ code }) => code?.answered ?? 0),
          "plain",
        ),
      ];
    case "text":
      return textsOf(votes);
  }
}

type Counted = Parameters<typeof rowsOf>[0];

function optionsOf({ question: { asked, right }, isRevealed }: Voted): Counted {
  if (asked.kind !== "choose") return [];
  const isRight = (name: string): boolean =>
    isRevealed && right.some((one) => one.kind === "choose" && one.option === name);
  return asked.options.map(({ name, text }) => ({
    ...{ text, isRight: isRight(name) },
    count: (vote) => countOf(name, vote),
  }));
}

/** So many pins are drawn as strongly as any; where there are more, each is fainter. */
const FAINT = 30;

/** So many orders are shown, and so many mistakes. */
const MOST = 5;

/** The orders that were given in the last vote most often; lines stand in them by the numbers that they have on the slide. */
function ordersOf({ question: { asked }, votes, isRevealed }: Voted): Counted {
  if (asked.kind !== "order") return [];
  const numbers = new Map(asked.lines.map(({ name }, k) => [name, String(k + 1)]));
  const key = (lines: readonly string[]): string => lines.map((name) => numbers.get(name)).join(", ");
  const countIn = (text: string, { orders = [] }: Tally): number =>
    orders.find(({ lines }) => key(lines) === text)?.count ?? 0;
  return (votes.at(-1)?.orders ?? []).slice(0, MOST).map(({ lines, right }) => ({
    ...{ text: key(lines), isRight: isRevealed && right },
    count: (vote) => countIn(key(lines), vote),
  }));
}

function codeOf({ votes }: Voted): Counted {
  const mistakes = votes.at(-1)?.code?.mistakes ?? [];
  const others = mistakes.slice(0, MOST).map(({ id, what = "something else" }) => ({
    ...{ text: what, isRight: false },
    count: ({ code }: Tally) => code?.mistakes.find((one) => one.id === id)?.count ?? 0,
  }));
  return [{ text: "right", isRight: false, count: ({ code }) => code?.right ?? 0 }, ...others];
}

/** What was let through. */
function textsOf(votes: readonly Tally[]): HTMLElement[] {
  const texts = votes.flatMap(({ texts = [] }) => texts).filter(({ isLetThrough }) => isLetThrough);
  if (texts.length === 0)
    return [html("p", {}, "Nothing is let through yet: what was written stands in the speaker's view (S).")];
  return texts.map(({ text }) => html("blockquote", {}, text));
}

/** How many were right in each vote. */
function movedWords(voted: Voted): string[] {
  const { votes, isRevealed } = voted;
  const counted = voted.question.asked.kind === "order" ? ordersOf(voted) : optionsOf(voted);
  const right = counted.filter(({ isRight }) => isRight);
  if (!isRevealed || votes.length < 2 || right.length === 0) return [];
  const [first, second] = votes.map(
    (vote) => `${right.reduce((sum, { count }) => sum + count(vote), 0)} of ${answersIn(vote)}`,
  );
  return [`${first!} were right at first, ${second!} after talking.`];
}

/** @param named what stands before a row: its number on the slide, or nothing */
function rows(all: readonly Row[], named: "number" | "order" | "plain"): HTMLElement {
  const items = all.map(({ text, isRight, bars }, k) =>
    html(
      "li",
      { class: `answer-row${isRight ? " right" : ""}` },
      html("span", { class: "hand" }, named === "number" ? String(k + 1) : ""),
      html("span", { class: "text" }, text, ...(isRight ? [html("b", {}, " ✓ right")] : [])),
      html(
        "div",
        { class: "bars" },
        ...bars.map(({ count, length, percent }, vote) => {
          const bar = html("i", { class: `bar ${vote === bars.length - 1 ? "second" : "first"}` });
          bar.style.width = `calc(3px + ${length} * (100% - 150px))`;
          return html("p", {}, bar, html("b", {}, String(count)), ` ${percent}`);
        }),
      ),
    ),
  );
  return html("ol", { class: `answer-rows ${named}` }, ...items);
}
