import { describe, expect, test } from "vitest";
import { RICH } from "../../src/display.ts";
import { isDone, Overview } from "../../src/exercises/overview.ts";
import { fresh, type Status } from "../../src/exercises/progress.ts";

const titles = new Map([
  ["first/one", "One <b>"],
  ["second/two", "Two"],
  ["first/three", "Three"],
  ["se&cond/four", "Four"],
  ["second/five", "Five"],
]);
const status = (id: string, more: Partial<Status>): readonly [string, Status] => [
  id,
  { ...fresh(id), ...more },
];
const statuses = new Map([
  status("first/one", { state: "done", attempts: 2, hints: 1, credit: 1 }),
  status("second/two", { state: "almost", attempts: 1, hints: 3, credit: 0.5 }),
  status("first/three", { state: "answered", attempts: 1 }),
  status("se&cond/four", { state: "tried", attempts: 12, credit: 0 }),
  status("gone/six", { state: "done", attempts: 1 }),
]);
const overview = new Overview(titles, statuses, true);

test.each<[Status["state"], boolean]>([
  ["new", false],
  ["tried", false],
  ["almost", false],
  ["answered", true],
  ["done", true],
])("where an exercise is %s, nothing is left to do: %s", (state, done) => {
  expect(isDone({ state })).toBe(done);
});

describe("an overview", () => {
  test("counts what is right, and what is done", () => {
    expect(overview).toMatchObject({ done: 2, right: 1, recorded: true });
    expect(overview.rows.map(({ id }) => id)).toEqual([...titles.keys()]);
  });

  test("as text is a row for each exercise below its lesson, with its attempts, hints and a part of the credit", () => {
    expect(overview.text).toBe(
      [
        "2 of 5 exercises done, 1 right.",
        "first",
        "  ● One <b> (2 attempts, 1 hint)",
        "  ◇ Three (1 attempt)",
        "second",
        "  ◑ Two (1 attempt, 3 hints, credit 0.5)",
        "  ○ Five",
        "se&cond",
        "  ◔ Four (12 attempts)",
      ].join("\n"),
    );
  });

  test("says optional lessons apart, in its totals and in their rows", () => {
    const said = (optional: string[]) => new Overview(titles, statuses, true, [], optional).text.split("\n");
    expect(said(["first"])[0]).toBe("0 of 3 exercises done, 0 right, and 2 of 2 of an optional lesson.");
    expect(said(["first"])).toEqual(expect.arrayContaining(["first, optional", "second"]));
    expect(said(["second", "se&cond"])[0]).toBe(
      "2 of 2 exercises done, 1 right, and 0 of 3 of optional lessons.",
    );
  });

  test("says where nothing is recorded", () => {
    const [headline] = new Overview(titles, new Map(), false).text.split("\n");
    expect(headline).toBe(
      "0 of 5 exercises done, 0 right. Nothing is recorded here: there is no kernel that could keep it.",
    );
  });

  test("as HTML is a row of dots for each lesson, each dot with its words, and texts are no markup", () => {
    const html = overview[RICH]()["text/html"] as string;
    const rows = html.match(/<tr>.*?<\/tr>/g)!.map((row) => ({
      lesson: /<th[^>]*>(.*?)<\/th>/.exec(row)![1],
      dots: [...row.matchAll(/aria-label="([^"]*)" title="([^"]*)"[^>]*>(.)</g)].map(
        ([, label, title, sign]) => [label === title, title, sign],
      ),
      done: /<td>(.*?)<\/td>/.exec(row)![1],
    }));
    expect(rows).toEqual([
      {
        lesson: "first",
        dots: [
          [true, "One &lt;b&gt;: right (2 attempts, 1 hint)", "●"],
          [true, "Three: answered (1 attempt)", "◇"],
        ],
        done: "2 of 2",
      },
      {
        lesson: "second",
        dots: [
          [true, "Two: almost (1 attempt, 3 hints, credit 0.5)", "◑"],
          [true, "Five: not tried yet", "○"],
        ],
        done: "0 of 2",
      },
      { lesson: "se&amp;cond", dots: [[true, "Four: tried (12 attempts)", "◔"]], done: "0 of 1" },
    ]);
    expect(html).toContain("2 of 5 exercises done, 1 right.</p>");
    expect(html.replaceAll(/<[^>]*>/g, "")).toMatch(
      /○ not tried yet.*◔ tried.*◑ almost.*◇ answered.*● right/,
    );
  });
});
