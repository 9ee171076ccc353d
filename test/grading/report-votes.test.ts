import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { reportPage } from "../../src/grading/report/page.ts";
import { readFiles } from "../../src/grading/report/read.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { reportCsv } from "../../src/grading/report/table.ts";
import { votesIn } from "../../src/grading/report/votes.ts";
import { closedIn, keptOf, parseKept, writeKept } from "../../src/room/kept.ts";
import type { Answer, Round } from "../../src/room/protocol.ts";
import { Room } from "../../src/room/room.ts";
import { questions } from "../room/questions.ts";

const place = mkdtempSync(join(tmpdir(), "report-votes-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const file = join(place, "week3.json");
const ABOUT = { code: "BCDFGH", port: 8888, keys: ["mark"] };

/** A room in which each question was asked, and the second vote on the first is still open. */
function roomAfterClass(): Room {
  let count = 0;
  const room = new Room({ questions, most: 9, newSeat: () => String((count += 1)) });
  const seats = [room.sit(), room.sit(), room.sit()];
  const ask = (question: string, answers: readonly Answer[], vote: Round = 1): void => {
    room.obey({ request: "open", question, vote });
    answers.forEach((answer, i) => room.vote(seats[i], { question, vote, answer }));
  };
  const option = (name: string): Answer => ({ kind: "choose", option: name });
  const number = (x: number): Answer => ({ kind: "number", numbers: { x, n: 2 } });
  ask("choose", [option("no"), option("no"), option("yes")]);
  ask("number", [number(3), number(1), number(2)]);
  ask("order", [{ kind: "order", lines: ["g", "m", "w"] }]);
  ask("text", [{ kind: "text", text: "My name is Ada." }]);
  ask("code", [
    { kind: "code", right: true, mistakes: [] },
    { kind: "code", right: false, mistakes: [Object.keys(questions.get("code")!.mistakes)[0]!] },
  ]);
  room.obey({ request: "hands", question: "choose", vote: 1, hands: { never: 4 } });
  ask("choose", [option("yes")], 2);
  return room;
}

writeKept(file, keptOf(roomAfterClass(), questions, ABOUT));

test("a room keeps counts, nobody's words, and which vote was open", () => {
  const { rooms, students, faults } = readFiles([place]);
  expect([rooms.length, students, faults]).toEqual([1, [], []]);
  const [kept] = rooms as [(typeof rooms)[number]];
  expect(kept).toMatchObject({ ...ABOUT, open: { question: "choose", vote: 2 } });
  expect(JSON.stringify(kept)).not.toContain("Ada");
  expect(closedIn(kept).map(({ question, vote }) => `${question} ${vote}`)).toEqual([
    "choose 1",
    "number 1",
    "order 1",
    "text 1",
    "code 1",
  ]);
  expect(() => parseKept('{"format":"fall-line room 2"}')).toThrow(
    'format of what a room kept must be "fall-line room 1"',
  );
});

test("a report shows each vote by itself, hands with it, and what was right", () => {
  const votes = readFiles([file]).rooms.flatMap(votesIn);
  expect(
    votes.map(({ title, vote, lines, facts }) => [title, vote, lines.map(({ count }) => count), facts]),
  ).toEqual([
    ["Title", 1, [1, 2, 4], ["3 answered"]],
    [
      "Title",
      1,
      [],
      ["3 answered", "n from 2 to 2, half of them up to 2", "x from 1 to 3, half of them up to 2"],
    ],
    ["Title", 1, [1], ["1 answered"]],
    ["Title", 1, [], ["1 answered"]],
    ["Title", 1, [0, 0, 1], ["2 answered", "1 right answer in code, of 2"]],
    ["Title", 2, [1, 0, 0], ["1 answered"]],
  ]);
  const summary = summaryOf([], new Map(), {});
  const page = reportPage(summary, { typefaces: "", lessons: new Map(), names: false, votes });
  expect(page).toContain("In the room");
  expect(page).toContain("second vote, after talking");
  expect(page).toContain("Yes. ✓");
  expect(page).not.toContain("0 students");
  expect(reportCsv(summary, votes)).toContain(
    'choose,choose,Title,3,,,,,,,"in the room, vote 1",no,No.,2,0.6667',
  );
});

test("a file that is no room's is read as what it is", () => {
  writeFileSync(join(place, "other.json"), '{ "format": "something else" }');
  expect(readFiles([join(place, "other.json")])).toMatchObject({
    rooms: [],
    faults: [expect.stringContaining("nothing in it is a line of a progress file")],
  });
});
