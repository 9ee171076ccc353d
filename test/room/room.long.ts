import { connect } from "node:net";
import fc from "fast-check";
import { expect, test } from "vitest";
import { markOf, newSecret } from "../../src/room/keys.ts";
import type { Answer, Round, Tally } from "../../src/room/protocol.ts";
import { Room } from "../../src/room/room.ts";
import { serveRoom } from "../../src/room/server.ts";
import { ALONE } from "../../src/room/site.ts";
import { ask } from "./client.ts";
import { Crowd } from "./crowd.ts";
import { pictures, questions } from "./questions.ts";

const SEATS = 1000;
const KEY = "key";
const CODE = "BCDFGH";
const SEED = 45;

const OPTIONS = ["yes", "no", "never"];
const ORDERS = [["g", "m", "w"], ["m", "g"], ["w"]];

/** An answer to each question, by a number from chance. */
const ANSWERS: Readonly<Record<string, (n: number) => Answer>> = {
  choose: (n) => ({ kind: "choose", option: OPTIONS[n % 3]! }),
  number: (n) => ({ kind: "number", numbers: { n: n % 7, x: (n % 100) / 10 } }),
  place: (n) => ({ kind: "place", point: { x: (n % 90) / 10 - 6 } }),
  order: (n) => ({ kind: "order", lines: ORDERS[n % 3]! }),
};

const VOTES: readonly (readonly [string, Round])[] = [
  ["choose", 1],
  ["choose", 2],
  ["number", 1],
  ["place", 1],
  ["order", 1],
];

async function serve(): Promise<{ room: Room; running: Awaited<ReturnType<typeof serveRoom>>; base: URL }> {
  const room = new Room({ questions, most: SEATS, newSeat: newSecret });
  const phone = { html: "", policy: "default-src 'none'" };
  const about = {
    code: CODE,
    keys: [markOf(KEY)],
    decks: new Map(),
    lessons: new Map(),
    phone,
    pictures,
    changed: () => undefined,
  };
  const running = await serveRoom({ room, site: ALONE, seats: SEATS, ...about }, 0, "127.0.0.1");
  return { room, running, base: new URL(`http://127.0.0.1:${running.port}/`) };
}

test(`${SEATS} seats answer five votes while connections break at random, and each answer counts once`, async () => {
  const { room, running, base } = await serve();
  const crowd = await Crowd.of(SEATS, { base, code: CODE, key: KEY });
  try {
    for (const [round, [question, vote]] of VOTES.entries()) {
      await crowd.teach({ request: "open", question, vote });
      const chance = fc.sample(fc.nat(10_000), { seed: SEED + round, numRuns: SEATS });
      const said = chance.map(ANSWERS[question]!);
      await Promise.all(
        crowd.phones.map(async (one, i) => {
          if (chance[i]! % 5 === 0) await crowd.breakOff(one);
          const before = ANSWERS[question]!(chance[i]! + 1);
          const answers = chance[i]! % 4 === 0 ? [before, said[i]!] : [said[i]!];
          for (const answer of answers)
            expect((await crowd.vote(one, { question, vote, answer })).status).toBe(200);
          if (chance[i]! % 7 === 0) await crowd.breakOff(one);
        }),
      );
      await crowd.teach({ request: "close" });
      const [tally] = room.tallies().filter((one) => one.question === question && one.vote === vote);
      expect(tally).toMatchObject({ answered: SEATS, seats: SEATS });
      expect(countsIn(tally!)).toEqual(counted(said));
      const again = await crowd.deck.until(
        (one) =>
          one.is === "tally" && one.question === question && one.vote === vote && one.answered === SEATS,
      );
      expect(countsIn(again as Tally)).toEqual(counted(said));
    }
  } finally {
    crowd.close();
    await running.close();
  }
});

test.each([
  ["a head", `POST /${CODE}/vote HTTP/1.1\r\nHost: 127.0.0.1\r\n`],
  [
    "a body",
    `POST /${CODE}/vote HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  ],
])("%s that never ends is given up, and the room answers others meanwhile", async (_, begun) => {
  const { running, base } = await serve();
  try {
    const ended = new Promise<string>((resolve, reject) => {
      let got = "";
      const socket = connect(running.port, "127.0.0.1", () => socket.write(begun));
      socket
        .on("data", (more) => (got += String(more)))
        .on("close", () => resolve(got))
        .on("error", reject);
    });
    expect((await ask(new URL(`${CODE}/state`, base))).status).toBe(200);
    expect(await ended).toMatch(/^HTTP\/1.1 408 /);
  } finally {
    await running.close();
  }
});

type Counts = Record<string, number>;

/** How often each answer was given. */
function counted(answers: readonly Answer[]): Counts {
  const counts: Counts = {};
  for (const answer of answers) {
    const key =
      answer.kind === "choose"
        ? answer.option
        : JSON.stringify(
            answer.kind === "number" ? answer.numbers : answer.kind === "place" ? answer.point : answer,
          );
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

function countsIn({ options, numbers, points, orders }: Tally): Counts {
  const counts: Counts = { ...options };
  for (const one of [...(numbers ?? []), ...(points ?? [])].map((value) => JSON.stringify(value)))
    counts[one] = (counts[one] ?? 0) + 1;
  for (const { lines, count } of orders ?? []) counts[JSON.stringify({ kind: "order", lines })] = count;
  return counts;
}
