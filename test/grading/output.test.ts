import { describe, expect, it, test } from "vitest";
import type { Assignment } from "../../src/grading/assignment.ts";
import type { Graded, Row, Shown } from "../../src/grading/grade.ts";
import { toCsv } from "../../src/grading/output/csv.ts";
import { fileNames } from "../../src/grading/output/file-names.ts";
import { studentPage } from "../../src/grading/output/page.ts";
import { plain, plainLine } from "../../src/grading/output/plain.ts";
import { ranToHtml, shownOf } from "../../src/grading/output/ran.ts";
import { canvasCsv, gradesCsv, moodleCsv } from "../../src/grading/output/tables.ts";
import { pointsOf, totalsOf } from "../../src/grading/output/totals.ts";

const row = (exercise: string, more: Partial<Row> = {}): Row => ({
  student: "ada",
  exercise,
  credit: 1,
  outcome: "right",
  mistakes: [],
  ...more,
});
const handed = (student: string, rows: readonly Row[], more: Partial<Graded> = {}): Graded => ({
  student,
  rows,
  shown: [],
  notes: [],
  ...more,
});
const EACH: Assignment = { title: "Grades", points: new Map(), solutions: "never" };
const SOME: Assignment = {
  title: "Week 3",
  points: new Map([
    ["a/one", 4],
    ["a/two", 0.5],
    ["a/words", 2],
  ]),
  due: new Date("2026-11-02T12:00:00Z"),
  solutions: "never",
};

describe("points", () => {
  it("are those of the assignment, nothing for what it does not name, or one each where it names none", () => {
    expect(["a/one", "a/two", "b/other"].map((id) => pointsOf(SOME, id))).toEqual([4, 0.5, 0]);
    expect(pointsOf(EACH, "b/other")).toBe(1);
  });

  it("add up, without what a teacher reads; thirds add up to what one expects", () => {
    const third = 1 / 3;
    const ada = handed("ada", [
      row("a/one", { credit: third }),
      row("a/two", { credit: 0.5 }),
      { student: "ada", exercise: "a/words", outcome: "kept", mistakes: [] },
      row("b/other"),
    ]);
    expect(totalsOf(SOME, [ada], new Set(["a/words"]))).toEqual({
      most: 4.5,
      each: [{ student: "ada", points: 1.5833, toRead: 1, open: 0, late: false }],
    });
    const thirds = handed(
      "ben",
      ["a", "b", "c"].map((id) => row(id, { credit: third })),
    );
    expect(totalsOf(EACH, [ada, thirds], new Set(["a/words"]))).toMatchObject({
      most: 6,
      each: [{ points: 1.8333 }, { points: 1 }],
    });
  });
});

describe("a table of grades", () => {
  const head =
    "student,exercise,credit,outcome,mistakes,what,error,points,late,notes,graded,override,extension\r\n";

  it("has a row for each exercise, what was said of the whole in the first", () => {
    const late = handed(
      "ada",
      [
        row("a/one", {
          credit: 0.5,
          outcome: "almost",
          mistakes: [
            { id: "m: sign", what: "m is turned" },
            { id: "w: sign", what: "w is turned" },
          ],
        }),
        { student: "ada", exercise: "a/words", outcome: "kept", mistakes: [] },
        row("a/two", { credit: 0, outcome: "crashed", error: "it stops, at once" }),
      ],
      { notes: ["the cell x was deleted", "torn"], handedIn: "2026-11-03T00:00:00Z" },
    );
    const graded = [late, handed("ben", [row("a/one")])];
    expect(gradesCsv(SOME, graded, totalsOf(SOME, graded, new Set()))).toBe(
      head +
        "ada,a/one,0.5,almost,m: sign | w: sign,m is turned | w is turned,,4,late,the cell x was deleted; torn,,,\r\n" +
        "ada,a/words,,kept,,,,2,late,,,,\r\n" +
        'ada,a/two,0,crashed,,,"it stops, at once",0.5,late,,,,\r\n' +
        "ben,a/one,1,right,,,,4,,,,,\r\n",
    );
  });

  it("gives no credit, and no 0 either, for what could not be graded", () => {
    const graded = [
      handed("ada", [
        row("a/one"),
        { student: "ada", exercise: "a/two", outcome: "not graded", mistakes: [], error: "it broke" },
      ]),
      handed("ben", [], { notes: ["it broke"], isBroken: true }),
      handed("cy", [row("a/one")]),
    ];
    const totals = totalsOf(SOME, graded, new Set());
    expect(gradesCsv(SOME, graded, totals)).toBe(
      head +
        "ada,a/one,1,right,,,,4,,,,,\r\nada,a/two,,not graded,,,it broke,0.5,,,,,\r\n" +
        "ben,,,not graded,,,it broke,,,,,,\r\n" +
        "cy,a/one,1,right,,,,4,,,,,\r\n",
    );
    expect(totals.each.map(({ open }) => open)).toEqual([1, 1, 0]);
    expect(moodleCsv(SOME, totals)).toBe("username,Week 3\r\nada,\r\nben,\r\ncy,4\r\n");
    expect(canvasCsv(SOME, totals)).toMatch(/ada,,\r\nben,,,ben,,\r\ncy,,,cy,,4\r\n$/);
  });

  it("has one for what could not be read", () => {
    const graded = [handed("ada", [], { notes: ["no zip", "torn"] })];
    expect(gradesCsv(SOME, graded, totalsOf(SOME, graded, new Set()))).toBe(
      `${head}ada,,0,missing,,,no zip; torn,,,,,,\r\n`,
    );
  });
});

describe("totals for course systems", () => {
  const totals = (...students: string[]) => ({
    most: 5,
    each: students.map((student, i) => ({ student, points: i + 1, toRead: 0, open: 0, late: false })),
  });

  it.each([
    [
      "all names are Moodle's",
      ["Ada_L_1_12", "Bo_3"],
      "Identifier,Full name,Grade,Maximum Grade\r\nParticipant 12,Ada_L_1,1,5\r\nParticipant 3,Bo,2,5\r\n",
    ],
    ["one name is not", ["Ada_12", "bo"], "username,Week 3\r\nAda_12,1\r\nbo,2\r\n"],
    ["there is nobody", [], "username,Week 3\r\n"],
  ])("for Moodle, where %s", (_, students, csv) => {
    expect(moodleCsv(SOME, totals(...students))).toBe(csv);
  });

  it("for Canvas, by the number in a name of Canvas's, else by the name as a login", () => {
    expect(canvasCsv(SOME, totals("adal_77_123_x", "bo_LATE_8_9", "cy", "d_1"))).toBe(
      "Student,ID,SIS User ID,SIS Login ID,Section,Week 3\r\nPoints Possible,,,,,5\r\n" +
        "adal,77,,,,1\r\nbo,8,,,,2\r\ncy,,,cy,,3\r\nd_1,,,d_1,,4\r\n",
    );
  });
});

describe("a cell of CSV", () => {
  it.each<[string | number | undefined, string]>([
    [undefined, ""],
    [-0.5, "-0.5"],
    ["a b", "a b"],
    ["a,b", '"a,b"'],
    ['say "x"', '"say ""x"""'],
    ["=1,2", '"\'=1,2"'],
    ["|x", "'|x"],
    ["%x", "'%x"],
    ["a=1", "a=1"],
    ["x".repeat(2000), "x".repeat(2000)],
    ["x".repeat(2001), `${"x".repeat(1999)}…`],
  ])("of %j is %j", (value, text) => {
    expect(toCsv([[value]])).toBe(`${text}\r\n`);
  });
});

test("in a stranger's text nothing acts, and lines stay lines", () => {
  expect(plain("a\r\nb\tc\u001b[1m\u007f\u009f\u200e\u202e\u2066\ufeff\u2028é")).toBe(
    "a\nb\tc\\u001b[1m\\u007f\\u009f\\u200e\\u202e\\u2066\\ufeff\\u2028é",
  );
  expect(plainLine("  a\n\n b\u0000 ")).toBe("a b\\u0000");
  expect(plainLine("x".repeat(300))).toBe("x".repeat(300));
  expect(plainLine("x".repeat(301))).toBe(`${"x".repeat(299)}…`);
  expect(plainLine("abcd", 3)).toBe("ab…");
});

test("file names are plain, short, and no two alike", () => {
  const long = "x".repeat(90);
  expect(fileNames(["Zoë Müller", "-a-", "a/b", "A-B", "a_b", "", "…", long, "a-b"])).toEqual([
    "Zoe-Mu-ller.html",
    "a.html",
    "a-b.html",
    "A-B-2.html",
    "a_b.html",
    "student.html",
    "student-2.html",
    `${"x".repeat(80)}.html`,
    "a-b-3.html",
  ]);
});

describe("the page of a student", () => {
  const shown = (more: Partial<Shown> = {}): Shown => ({
    exercise: "a/one",
    title: "One <1>",
    prompt: "Say & do.",
    written: "",
    headline: "Right.",
    remarks: [],
    ...more,
  });
  const total = { student: "ada", points: 2.5, toRead: 0, open: 0, late: false };
  const bodyOf = (html: string): string => html.slice(html.indexOf("<main>")).replaceAll("\n", "");

  it("has what was written and what it does, in plain words, and what it earns", () => {
    const html = studentPage(
      { ...SOME, title: "Week <3>" },
      handed(
        "Ada & co",
        [row("a/one", { credit: 0.5, outcome: "almost" }), row("a/two", { credit: 0, outcome: "crashed" })],
        {
          shown: [
            shown({
              written: "if (a < b)\u202e",
              remarks: ["One & two.", "Three."],
              headline: "Nearly <there>.",
            }),
            shown({ title: "Two", headline: "It stops.", solution: "<b>x</b>" }),
          ],
          notes: ["<torn>", "gone"],
        },
      ),
      { ...total, toRead: 2, late: true },
      4.5,
    );
    expect(html).toContain("<title>Ada &amp; co: Week &lt;3&gt;</title>");
    expect(html).toContain('<meta http-equiv="Content-Security-Policy" content="default-src \'none\';');
    expect(bodyOf(html)).toBe(
      '<main><p class="facts">Week &lt;3&gt;</p><h1>Ada &amp; co</h1>' +
        '<p class="total">2.5 of 4.5 points · 2 to be read by your teacher · handed in late</p>' +
        '<ul class="notes"><li>&lt;torn&gt;</li><li>gone</li></ul>' +
        '<article><h2>One &lt;1&gt; <span class="soft">2 of 4</span></h2><p class="soft">Say &amp; do.</p>' +
        "<pre>if (a &lt; b)\\u202e</pre>" +
        '<p class="outcome other"><span aria-hidden="true">≈</span> Nearly &lt;there&gt;.</p><p>One &amp; two.</p><p>Three.</p></article>' +
        '<article><h2>Two <span class="soft">0 of 0.5</span></h2><p class="soft">Say &amp; do.</p>' +
        '<p class="outcome stopped"><span aria-hidden="true">!</span> It stops.</p>' +
        "<details><summary>One right answer</summary><b>x</b></details></article></main></body></html>",
    );
  });

  it.each<[Row["outcome"], string]>([
    ["right", '<p class="outcome right"><span aria-hidden="true">✓</span>'],
    ["took too long", '<p class="outcome stopped"><span aria-hidden="true">∞</span>'],
    ["missing", '<p class="outcome other"><span aria-hidden="true">✎</span>'],
    ["not yet", '<p class="outcome other"><span aria-hidden="true">→</span>'],
    ["not graded", '<p class="outcome other"><span aria-hidden="true">i</span>'],
  ])("marks an answer that is %s", (outcome, html) => {
    expect(
      studentPage(EACH, handed("a", [row("a/one", { outcome })], { shown: [shown()] }), total, 1),
    ).toContain(html);
  });

  it("says of what could not be graded that it is no word on the answer, and of points that they are not all", () => {
    const rows = [{ student: "ada", exercise: "a/one", outcome: "not graded", mistakes: [] } as const];
    const html = bodyOf(studentPage(EACH, handed("a", rows, { shown: [shown()] }), { ...total, open: 1 }, 3));
    expect(html).toContain(
      "2.5 of 3 points so far · not all of it could be graded: your teacher sees to the rest",
    );
    expect(html).toContain('<span class="soft">not graded</span>');
  });

  it("says of words that they are to be read, and nothing of what there is not", () => {
    const words = { student: "ada", exercise: "a/words", outcome: "kept", mistakes: [] } as const;
    const page = studentPage(EACH, handed("ada", [words], { shown: [shown()] }), { ...total, toRead: 1 }, 3, [
      { name: "free", cells: [] },
    ]);
    const html = bodyOf(page);
    expect(html).toContain(
      '<p class="total">2.5 of 3 points · 1 to be read by your teacher</p><article><h2>One &lt;1&gt; <span class="soft">to be read</span></h2>',
    );
    expect(html).not.toMatch(/<pre>|<ul|<details/);
    expect(html).toContain("<h2>free, the whole notebook");
  });
});

describe("a notebook that was run", () => {
  const data = (more: Record<string, unknown>) => shownOf({ output_type: "display_data", data: more });

  it.each([
    ["what was printed", shownOf({ output_type: "stream", text: "1" }), { words: "1" }],
    ["an error", shownOf({ output_type: "error", ename: "Error", evalue: "no" }), { words: "Error: no" }],
    ["a value", data({ "text/plain": "1", "text/html": "<b>1</b>" }), { words: "1" }],
    [
      "a drawing before another picture",
      data({ "image/svg+xml": "<svg/>", "image/png": "aGk=" }),
      { words: "", picture: "data:image/svg+xml,%3Csvg/%3E" },
    ],
    [
      "a picture",
      data({ "image/png": "+a/G\nk=<", "text/plain": "hi" }),
      { words: "hi", picture: "data:image/png;base64,+a/Gk=" },
    ],
    ["nothing that is no text", data({ "text/plain": ["1"] }), { words: "" }],
  ])("shows %s", (_, shown, expected) => {
    expect(shown).toEqual(expected);
  });

  it("stands cell by cell, with why it ended; what is long is cut, what is blank left out", () => {
    const html = ranToHtml({
      name: "a & b",
      fault: "it ran <too> long",
      cells: [
        { source: "1 < 2", shown: [{ words: "x".repeat(20_001) }, { words: " \n" }] },
        { source: "draw()", shown: [{ words: `"${"y".repeat(600)}`, picture: "data:," }] },
      ],
    });
    expect(html.replaceAll("\n", "")).toBe(
      '<article><h2>a &amp; b, the whole notebook <span class="soft">to be read</span></h2>' +
        '<p class="outcome stopped">it ran &lt;too&gt; long</p>' +
        `<pre>1 &lt; 2</pre><pre class="printed">${"x".repeat(20_000)}... 1 more</pre>` +
        `<pre>draw()</pre><img src="data:," alt="&quot;${"y".repeat(499)}"></article>`,
    );
    expect(ranToHtml({ name: "a", cells: [] })).not.toContain("outcome");
    const acting = "\u001b[31m\u202e";
    expect(ranToHtml({ name: acting, cells: [{ source: acting, shown: [{ words: acting }] }] })).not.toMatch(
      new RegExp(`[${acting[0]!}${acting.at(-1)!}]`),
    );
    const whole = ranToHtml({ name: "a", cells: [{ source: "", shown: [{ words: "x".repeat(20_000) }] }] });
    expect(whole).not.toContain("more");
  });
});
