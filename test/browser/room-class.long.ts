import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { questionOf } from "../../src/presenting/question.ts";
import { markOf, newSecret } from "../../src/room/keys.ts";
import { Pictures } from "../../src/room/lesson.ts";
import { phonePage } from "../../src/room/phone-html.ts";
import type { Answer, Asked, Round } from "../../src/room/protocol.ts";
import { knownQuestion } from "../../src/room/question.ts";
import { Room } from "../../src/room/room.ts";
import { serveRoom } from "../../src/room/server.ts";
import { ALONE } from "../../src/room/site.ts";
import { Breaker } from "../room/breaker.ts";
import { Crowd } from "../room/crowd.ts";
import { openPhones, type PhonePage } from "./harness/phones.ts";

const projectDir = resolve(import.meta.dirname, "../..");
const { lessonExercises } = (await import(
  /* @vite-ignore */ pathToFileURL(join(projectDir, "dist/index.js")).href
)) as typeof import("fall-line");

const SEED = 45;
const PAGES = { chromium: 14, firefox: 13, webkit: 3 };
const SIMULATED = 970;
const [CODE, KEY] = ["BCDFGH", "key"];

const pictures = new Pictures();
/** All questions of a lesson, as its deck asks them. */
const questions = new Map(
  [...lessonExercises.all]
    .filter(([id]) => id.startsWith("momentum/"))
    .map(([id, one]) => [id, knownQuestion(questionOf(id, one), one, { lesson: "Momentum" }, pictures.keep)]),
);

/** What the seat of a number answers. */
function answerOf(asked: Asked, mistakes: readonly string[], n: number): Answer {
  switch (asked.kind) {
    case "choose":
      return { kind: "choose", option: asked.options[n % asked.options.length]!.name };
    case "number":
      return { kind: "number", numbers: Object.fromEntries(asked.fields.map(({ name }) => [name, n % 7])) };
    case "order": {
      const names = asked.lines.map(({ name }) => name);
      return { kind: "order", lines: names.slice(0, 1 + (n % names.length)) };
    }
    case "place":
      return {
        kind: "place",
        point: Object.fromEntries(
          asked.asks.map((name) => {
            const [low, high] = asked.map.axes.find((axis) => axis.name === name)!.range;
            return [name, low + ((high - low) * (n % 9)) / 9];
          }),
        ),
      };
    case "text":
      return { kind: "text", text: `answer ${n}` };
    case "code":
      return { kind: "code", right: n % 2 === 0, mistakes: mistakes.slice(0, n % 2) };
  }
}

/** The same, done on a page; false while the page does not ask it. */
function pressing(asked: Asked, vote: Round, n: number): string {
  const acts = {
    choose: `options[${n} % options.length].click();`,
    order: `options.slice(0, 1 + (${n} % options.length)).forEach((one) => one.click());`,
    number: `form.querySelectorAll("input").forEach((one) => { one.value = "${n % 7}"; });`,
    text: `form.querySelector("textarea").value = "answer ${n}";`,
    place: `const plane = form.querySelector(".plane"); const { left, top, width, height } = plane.getBoundingClientRect();
      plane.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: left + width / 3, clientY: top + height / 3 }));`,
    code: "",
  };
  return `const form = document.querySelector("[data-kind]");
    const isAsked = document.querySelector(".title").textContent === ${JSON.stringify(asked.title)} &&
      document.querySelector(".phase").textContent === "${vote === 1 ? "first" : "second"} vote";
    if (form === null || !isAsked) return false;
    const options = [...form.querySelectorAll(".option")];
    ${acts[asked.kind]}
    form.querySelector(".send")?.click();
    return true;`;
}

/** Answers as soon as the page asks; what breaks meanwhile mends itself. */
const answerOn = (page: PhonePage, script: string): Promise<void> =>
  expect.poll(() => page.run(script), { interval: 250 }).toBe(true);

test("thirty pages in three engines and 970 seats answer a whole lesson while connections break at random, and all counts are exact", async () => {
  const most = SIMULATED + 30;
  let counted = (): void => undefined;
  const room = new Room({ questions, most, newSeat: newSecret });
  const about = {
    code: CODE,
    keys: [markOf(KEY)],
    decks: new Map(),
    lessons: new Map(),
    pictures: pictures.all,
  };
  const phone = phonePage(projectDir, "Momentum");
  const changed = (): void => counted();
  const running = await serveRoom(
    { room, site: ALONE, seats: most, ...about, phone, changed },
    0,
    "127.0.0.1",
  );
  const breaker = new Breaker(running.port, SEED);
  const base = new URL(`http://127.0.0.1:${await breaker.open()}/`);
  const phones = await openPhones(`${base.href}${CODE}/`, PAGES);
  const crowd = await Crowd.of(SIMULATED, { base, code: CODE, key: KEY });
  let broken = 0;
  try {
    for (const [id, { asked, mistakes }] of questions)
      for (const vote of asked.kind === "choose" ? ([1, 2] as const) : ([1] as const)) {
        room.obey({ request: "open", question: id, vote });
        const known = Object.keys(mistakes);
        const isOnPages = asked.kind !== "code";
        const expected = SIMULATED + (isOnPages ? phones.pages.length : 0);
        const all = new Promise<void>((done) => {
          counted = () => room.tally()?.answered === expected && done();
        });
        await Promise.all([
          ...crowd.phones.map(async (one, i) => {
            if (i % 100 === 0) broken += breaker.breakSome(0.1);
            await crowd.voteAnyhow(one, { question: id, vote, answer: answerOf(asked, known, i + vote) });
          }),
          ...(isOnPages
            ? phones.pages.map((page, i) => answerOn(page, pressing(asked, vote, SIMULATED + i + vote)))
            : []),
        ]);
        await all;
        const seats = Array.from({ length: expected }, (_, i) => answerOf(asked, known, i + vote));
        const given = room.tally()!;
        expect(given.answered).toBe(expected);
        expect(sizes(given)).toEqual(sizesOf(asked, seats));
        room.obey({ request: "close" });
      }
    expect(broken).toBeGreaterThan(questions.size);
    console.log(`${broken} connections were broken, from the seed ${SEED}`);
  } finally {
    crowd.close();
    await phones.close();
    breaker.close();
    await running.close();
  }
});

type Counts = Readonly<Record<string, number>>;

function tallied(names: readonly string[]): Counts {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

/** How often each answer was given, as the room says; of places how many there are. */
function sizes({
  options,
  numbers,
  points,
  orders,
  texts,
  code,
}: NonNullable<ReturnType<Room["tally"]>>): Counts {
  if (numbers !== undefined) return tallied(numbers.map((one) => JSON.stringify(Object.values(one))));
  if (points !== undefined) return { points: points.length };
  if (orders !== undefined)
    return Object.fromEntries(orders.map(({ lines, count }) => [lines.join(), count]));
  if (texts !== undefined) return tallied(texts.map(({ text }) => text));
  if (code !== undefined) return { right: code.right, answered: code.answered };
  return options ?? {};
}

/** The same of what the seats were to answer. */
function sizesOf(asked: Asked, answers: readonly Answer[]): Counts {
  const none = asked.kind === "choose" ? Object.fromEntries(asked.options.map(({ name }) => [name, 0])) : {};
  const right = answers.filter((one) => one.kind === "code" && one.right).length;
  switch (asked.kind) {
    case "code":
      return { right, answered: answers.length };
    case "place":
      return { points: answers.length };
    default:
      return { ...none, ...tallied(answers.map(nameOf)) };
  }
}

function nameOf(answer: Answer): string {
  switch (answer.kind) {
    case "choose":
      return answer.option;
    case "number":
      return JSON.stringify(Object.values(answer.numbers));
    case "order":
      return answer.lines.join();
    case "text":
      return answer.text;
    default:
      return answer.kind;
  }
}
