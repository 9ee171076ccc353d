import { exercise } from "fall-line";
import { describe, expect, it } from "vitest";
import type { Exercise } from "../../src/exercises/exercise.ts";
import { reportPage } from "../../src/grading/report/page.ts";
import { parseCsv } from "../../src/grading/report/parse-csv.ts";
import type { Attempt, Student } from "../../src/grading/report/read.ts";
import { summaryOf } from "../../src/grading/report/summary.ts";
import { reportCsv } from "../../src/grading/report/table.ts";

const common = (title: string) => ({ title, prompt: "Do it.", hints: ["Hm."] as [string] });
const options = {
  no: { text: "No & never.", reason: "So." },
  maybe: { text: "Maybe.", reason: "So." },
  yes: { text: "Yes.", reason: "So.", right: true },
};
/** In the order of the course. */
const exercises = new Map<string, Exercise>([
  ["waves/choose", exercise.choose({ ...common("Do <they>?"), options })],
  ["waves/foresee", exercise.foresee({ ...common("Will they?"), options })],
  ["waves/explain", exercise.explain({ ...common("Why?"), model: "So.", lookFor: { a: "So." } })],
  [
    "tides/twice",
    exercise.formula({
      ...common("Twice"),
      formula: "2*x",
      arguments: { x: { from: 1, to: 2 } },
      solution: ({ x }) => 2 * x,
    }),
  ],
  [
    "tides/number",
    exercise.predict({
      ...common("How many?"),
      fields: { x: { label: "x", answer: 2, within: 1 } },
      because: "So.",
    }),
  ],
]);

const tried = (name: string, right: boolean | undefined, more: Partial<Attempt> = {}): Attempt => ({
  exercise: name,
  right,
  mistakes: [],
  ...more,
});
const wrong = (name: string, ...ids: string[]): Attempt =>
  tried(name, false, { mistakes: ids.map((id) => ({ id })) });
const student = (name: string, ...attempts: Attempt[]): Student => ({ name, attempts });
const summary = (...students: Student[]) => summaryOf(students, exercises, { "old/choose": "waves/choose" });
const [no, maybe, yes] = [
  tried("waves/choose", false, { picked: "no" }),
  tried("waves/choose", false, { picked: "maybe" }),
  tried("waves/choose", true, { picked: "yes" }),
];

describe("the summary of an exercise", () => {
  it("counts each student once: right at first, right later, stuck", () => {
    const {
      students,
      exercises: [one, ...rest],
    } = summary(
      student("ada", yes),
      student("ben", no, yes),
      student("cem", no, no),
      student("dan", yes, no),
      student("eve"),
      student("fay", tried("nobody/knows", true)),
    );
    expect([students, rest]).toEqual([6, []]);
    expect(one).toMatchObject({
      id: "waves/choose",
      lesson: "waves",
      title: "Do <they>?",
      earns: "credit",
      tried: 4,
      again: true,
      rightFirst: 2,
      rightLater: 1,
      stuck: ["cem"],
    });
    expect(one!.misunderstood).toEqual([
      { kind: "option", id: "option: no", words: "No & never.", students: 3, open: 1 },
    ]);
  });

  it("is told under its present name, by all that a student did, in whatever files", () => {
    const [one] = summary(student("ada", { ...no, exercise: "old/choose" }), student("ada", yes)).exercises;
    expect(one).toMatchObject({ id: "waves/choose", tried: 1, rightFirst: 0, rightLater: 1, stuck: [] });
  });

  it("has what is misunderstood, the most frequent first, else by name; nothing of what was right", () => {
    const slip = (...ids: string[]): Attempt => wrong("tides/twice", ...ids);
    const [picked, written] = summary(
      student("ada", slip("b", "a"), { ...slip("said besides"), right: true }),
      student("ben", slip("c"), slip("c"), maybe),
      student("cem", slip("c"), wrong("waves/choose", "option: no", "option: gone", "option: yes")),
      student("dan", tried("waves/choose", false, { picked: 3 })),
    ).exercises;
    expect(written!.misunderstood.map(({ id, kind, students, open }) => [id, kind, students, open])).toEqual([
      ["c", "mistake", 2, 2],
      ["a", "mistake", 1, 0],
      ["b", "mistake", 1, 0],
    ]);
    expect(picked!.misunderstood.map(({ id, kind, students, open }) => [id, kind, students, open])).toEqual([
      ["option: maybe", "option", 1, 1],
      ["option: no", "option", 1, 1],
    ]);
  });

  it("of guesses and of words has nobody who is stuck", () => {
    const all = summary(
      student("ada", tried("waves/foresee", false, { picked: "no" }), tried("waves/foresee", true)),
      student("ben", tried("waves/explain", undefined), tried("waves/explain", undefined)),
      student("cem", tried("tides/number", false)),
    ).exercises;
    expect(all.map(({ id, again, stuck }) => [id, again, stuck])).toEqual([
      ["waves/foresee", false, []],
      ["waves/explain", true, []],
      ["tides/number", false, []],
    ]);
  });
});

describe("what was asked again", () => {
  const asked = new Map<string, Exercise>([
    ["waves/choose", exercise.choose({ ...common("Do <they>?"), options })],
    ["tides/again", exercise.choose({ ...common("And now?"), options, recalls: "waves/choose" })],
    ["tides/once", exercise.choose({ ...common("And then?"), options, recalls: "waves/choose" })],
  ]);
  const of = (name: string, right: boolean): Attempt => tried(`tides/${name}`, right);
  const found = summaryOf(
    [
      student("ada", yes, of("once", true), of("again", false), of("again", true)),
      student("ben", of("again", true)),
    ],
    asked,
    {},
  );
  const page = reportPage(found, {
    typefaces: "",
    lessons: new Map([
      ["waves", "01 Waves"],
      ["tides", "02 Tides"],
    ]),
    names: true,
  });

  it("is told by the exercise that it recalls, what most had forgotten first, and is none of its lesson's", () => {
    const [, told = ""] = page.split("What was forgotten");
    expect(Array.from(told.matchAll(/<li>(.*?)<\/li>/g), ([, one]) => one)).toEqual([
      '<b>Do &lt;they&gt;?</b>, of 01 Waves: not right at first by 1 of 2 (50 %)<p class="soft">asked again in 02 Tides: And now?</p>',
      '<b>Do &lt;they&gt;?</b>, of 01 Waves: not right at first by 0 of 1 (0 %)<p class="soft">asked again in 02 Tides: And then?</p>',
    ]);
    expect(page).toContain("2 students · 1 exercise ·");
    expect(page.match(/<article>/g)).toHaveLength(1);
  });

  it("has rows of its own in the table", () => {
    const rows = parseCsv(reportCsv(found)).filter(({ what }) => what === "asked again");
    expect(rows).toMatchObject([
      { exercise: "tides/again", "right at first": "1", tried: "2", id: "waves/choose", words: "Do <they>?" },
      { exercise: "tides/once" },
    ]);
  });
});

describe("what to talk about", () => {
  it("is what more than one student misunderstood, at most six things", () => {
    const mistakes = ["a", "b", "c", "d", "e", "f", "g"];
    const slips = wrong("tides/twice", ...mistakes);
    const { topics } = summary(student("ada", slips), student("ben", slips), student("cem", no));
    expect(topics.map(({ id }) => id)).toEqual(["a", "b", "c", "d", "e", "f"]);
    expect(summary(student("ada", slips)).topics).toEqual([]);
  });

  it("is first what most have not got over; who has counts a third", () => {
    const slip = (id: string) => wrong("tides/twice", id);
    const right = tried("tides/twice", true);
    const open = ["ada", "ben"].map((name) => student(name, slip("open")));
    const over = (count: number) =>
      Array.from({ length: count }, (_, i) => student(`s${i}`, slip("over"), right));
    const order = (count: number) => summary(...open, ...over(count)).topics.map(({ id }) => id);
    expect([order(5), order(7)]).toEqual([
      ["open", "over"],
      ["over", "open"],
    ]);
  });
});

describe("the table of a report", () => {
  it("has a row for each exercise, and one for each thing misunderstood", () => {
    const csv = reportCsv(summary(student("ada", yes), student("ben", no, yes), student("cem", no)));
    expect(csv).toBe(
      "lesson,exercise,title,tried,right at first,right later,stuck,did not run,not graded,not handed in,what,id,words,students,share\r\n" +
        "waves,waves/choose,Do <they>?,3,1,1,1,0,0,0,all,,,3,1\r\n" +
        "waves,waves/choose,Do <they>?,3,1,1,1,0,0,0,option,option: no,No & never.,2,0.6667\r\n",
    );
  });
});

describe("the page of a report", () => {
  const page = (names: boolean, ...students: Student[]): string =>
    reportPage(summary(...students), {
      typefaces: "/*type*/",
      lessons: new Map([["waves", "Waves & more"]]),
      names,
    });
  const articles = (html: string): string[] =>
    html
      .replaceAll("\n", "")
      .split("<article>")
      .slice(1)
      .map((part) => part.split("</article>")[0]!);

  it("says of an option who took it, as it is written, and of a guess that it was one", () => {
    const html = page(
      false,
      student("ada", no, tried("waves/foresee", false, { picked: "no" })),
      student("ben", no, yes, tried("waves/foresee", false, { picked: "no" })),
      student("cem", maybe, yes),
      student("dan", maybe, yes),
      student("eve", yes),
    );
    const topics = Array.from(
      html.matchAll(/<li><p class="topic">(.*?)<\/p><p class="soft">(.*?)<\/p><\/li>/g),
      ([, a, b]) => [a, b],
    );
    expect(topics).toEqual([
      ["“No &amp; never.”", "Do &lt;they&gt;? · 2 of 5 (40 %), 1 of them not right since"],
      ["“Maybe.”", "Do &lt;they&gt;? · 2 of 5 (40 %), all of them right since"],
      ["“No &amp; never.”", "Will they? · guessed by 2 of 2 (100 %)"],
    ]);
    expect(html).toContain("/*type*/");
    expect(html).toContain('<p class="facts">5 students · 2 exercises · without names</p>');
  });

  it("says where none is right since, and says nothing of it where nobody tried again", () => {
    const since = (...attempts: Attempt[]) =>
      /1?2 of 2 \(100 %\)([^<]*)</.exec(
        page(false, student("ada", ...attempts), student("ben", ...attempts)),
      )![1];
    expect(since(no, no)).toBe(", none of them right since");
    expect(since(no)).toBe("");
  });

  it("has each lesson with its exercises: numbers, a bar, who is stuck", () => {
    const html = page(
      true,
      student("a<b", no, no),
      student("ben", yes),
      student("cem", tried("waves/explain", undefined), tried("tides/number", true)),
    );
    expect(Array.from(html.matchAll(/<section><h2>(.*?)<\/h2>/g), ([, name]) => name)).toEqual([
      "Waves &amp; more",
      "tides",
    ]);
    expect(articles(html)).toEqual([
      "<h3>Do &lt;they&gt;?</h3>" +
        '<div class="bar" role="img" aria-label="2 tried, 1 right at first (50 %), 0 right later, 1 wrong"><i class="first" style="flex-grow:1"></i><i class="open" style="flex-grow:1"></i></div>' +
        '<p class="soft">2 tried · 1 right at first (50 %) · 0 right later · 1 wrong</p>' +
        '<table class="mistakes"><tbody><tr><td class="share"><i style="width:50.0%"></i></td><td class="count">1</td><td class="percent">50 %</td><td>“No &amp; never.”</td></tr></tbody></table>' +
        '<p class="soft">Stuck: a&lt;b.</p>',
      '<h3>Why?</h3><p class="soft">1 answered in words</p>',
      "<h3>How many?</h3>" +
        '<div class="bar" role="img" aria-label="1 tried, 1 right at first (100 %)"><i class="first" style="flex-grow:1"></i></div>' +
        '<p class="soft">1 tried · 1 right at first (100 %)</p>',
    ]);
  });

  it("lists six mistakes of an exercise and counts the others; an equation keeps its small letter", () => {
    const equation = { id: "known: m = x", what: "m = x" };
    const mistakes = [...["a", "b", "c", "d", "e", "f", "h"].map((id) => ({ id })), equation];
    const [one] = articles(page(false, student("ada", tried("tides/twice", false, { mistakes }))));
    expect(one!.match(/<tr>/g)).toHaveLength(6);
    expect(one).toContain("<td>A</td>");
    expect(one).toContain('<p class="soft">and 2 others, by fewer</p>');
    const few = articles(page(false, student("ada", tried("tides/twice", false, { mistakes: [equation] }))));
    expect(few[0]).toContain("<td>m = x</td>");
    expect(few[0]).not.toContain("by fewer");
  });
});

describe("CSV is read", () => {
  it.each<[string, object[]]>([
    ["", []],
    ["a,b\n", []],
    ["a,b\r\n1,2\r\n", [{ a: "1", b: "2" }]],
    ["a,b\n1\n", [{ a: "1", b: "" }]],
    ["a\n\n1\n", [{ a: "1" }]],
    ["a,b\n,\n", [{ a: "", b: "" }]],
    ['a,b\n"x, ""y""\nz",2', [{ a: 'x, "y"\nz', b: "2" }]],
    ["a,b\n1,2,3\n", [{ a: "1", b: "2" }]],
    ["a,b\r1,2\r", [{ a: "1", b: "2" }]],
    ['a\nsay 5" twice\n', [{ a: 'say 5" twice' }]],
  ])("%j", (text, rows) => {
    expect(parseCsv(text)).toEqual(rows);
  });

  it("and an open quote is told", () => {
    expect(() => parseCsv('a\n"b')).toThrow("a quote is not closed");
  });
});
