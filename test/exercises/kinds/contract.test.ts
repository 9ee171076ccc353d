import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { runInThisContext } from "node:vm";
import { defineExercises, exercise as declares } from "fall-line/library";
import { bundleOf } from "fall-line/tools";
import { build } from "esbuild";
import { afterAll, describe, expect, test } from "vitest";
import commands from "../../../src/cli/commands.json";
import { exerciseDraft } from "../../../src/cli/new/exercise.ts";
import { QUESTION_RULE } from "../../../src/course/open-questions.ts";
import { checkAnswer } from "../../../src/exercises/check-answer.ts";
import { blocksToText, plainBlocks } from "../../../src/exercises/blocks.ts";
import { isCardExercise, KINDS, kindOf } from "../../../src/exercises/exercise.ts";
import { assessmentOf } from "../../../src/exercises/guess.ts";
import { attemptEvent } from "../../../src/exercises/attempt-event.ts";
import { eventsToCsv, parseEvents } from "../../../src/exercises/progress-event.ts";
import { statuses } from "../../../src/exercises/progress.ts";
import { roomAnswer } from "../../../src/exercises/room/answer.ts";
import { proveExercise } from "../../../src/exercises/prove.ts";
import { CARD_KINDS } from "../../../src/frontend/cards/kinds/index.ts";
import { readFeedback, readQuestion } from "../../../src/frontend/cards/read.ts";
import type { Graded } from "../../../src/grading/grade.ts";
import { gradeSubmission } from "../../../src/grading/grade-submission.ts";
import { reportPage } from "../../../src/grading/report/page.ts";
import { readFiles } from "../../../src/grading/report/read.ts";
import { summaryOf } from "../../../src/grading/report/summary.ts";
import { SPECIFICATION } from "../../../src/mime.ts";
import { gradedLesson } from "../../../src/notebook/graded-lesson.ts";
import type { Cell, Lesson } from "../../../src/notebook/lesson.ts";
import { handoutToHtml } from "../../../src/presenting/handout.ts";
import { guessToHtml, questionToHtml, talkingPoints } from "../../../src/presenting/question-html.ts";
import { questionOf } from "../../../src/presenting/question.ts";
import { misfit } from "../../../src/room/fits.ts";
import { knownQuestion } from "../../../src/room/question.ts";
import { ANSWER, ASKED } from "../../../src/room/protocol.ts";
import { parsed } from "../../../src/schema.ts";
import { language, sandboxScript } from "../../grading/standard.ts";
import { cell as executed } from "../../presenting/cells.ts";
import { withoutClock } from "../without-clock.ts";
import { examples } from "./examples.ts";

withoutClock();

const projectDir = resolve(import.meta.dirname, "../../..");
const place = mkdtempSync(join(tmpdir(), "kinds-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
const insideScript = await sandboxScript();

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const code = (answer: unknown): string =>
  typeof answer === "function" ? String(answer) : JSON.stringify(answer);
const strange = /undefined|\[object|NaN/;

test("each kind has a name of its own, and what declares its exercises has one too", () => {
  expect([...KINDS.keys()].sort()).toEqual(Object.keys(declares).sort());
  expect(new Set(Array.from(KINDS.values(), ({ name }) => name)).size).toBe(KINDS.size);
});

test("help and CONTRIBUTING name each kind", () => {
  const { options } = commands.find((command) => command.name === "new")!;
  const contributing = readFileSync(join(projectDir, "CONTRIBUTING.md"), "utf8");
  for (const name of KINDS.keys()) {
    expect(options!["--kind KIND"]!.match(/\w+/g)).toContain(name);
    expect(contributing).toContain(`\`${name}\``);
  }
});

test("an exercise of no kind is told, and so is what is declared with nothing", () => {
  expect(() => kindOf({ kind: "riddle" })).toThrow(/there is no such kind of exercise.*sketch.*choose/s);
  for (const [name, declare] of Object.entries(declares))
    expect(() => (declare as (parts: unknown) => unknown)(undefined)).toThrow(`exercise.${name}`);
});

test("a page carries of each kind no more than what is said about an answer", async () => {
  const entryPoints = [join(projectDir, "src/frontend/cards/question-card.ts")];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
  });
  for (const kind of KINDS.values()) {
    const { parts } = kind.draft("momentum", "{}");
    expect(outputFiles[0]!.text, kind.name).not.toContain(parts.slice(0, 16));
  }
  expect(outputFiles[0]!.text).not.toContain("exactly one right option");
});

describe.each([...KINDS])("the kind %s", (name, kind) => {
  const { exercise, right, wrong, broken } = examples[name as keyof typeof examples];
  const mine = defineExercises("mine", { one: exercise });
  const id = "mine/one";
  const exercises = mine.all;
  const [good, bad] = [right, wrong].map((answer) => checkAnswer(id, exercise, answer)) as [
    ReturnType<typeof checkAnswer>,
    ReturnType<typeof checkAnswer>,
  ];
  const isRead = kind.earns === "by being read";

  test("is the kind of what it declares", () => {
    expect(kindOf(exercise)).toBe(kind);
  });

  test("marks: what is right, what is not, what is still to come, and nothing that it throws at", () => {
    expect(good.outcome).toBe(isRead ? "kept" : "right");
    expect(["right", "kept"]).not.toContain(bad.outcome);
    for (const open of ["?", undefined]) expect(checkAnswer(id, exercise, open).outcome).toBe("not written");
    for (const odd of [{}, [], 1n, () => 1, true])
      expect(checkAnswer(id, exercise, odd).headline).not.toMatch(/could not be checked/);
    const earned = { credit: 1, "by being made": undefined, "by being read": undefined }[kind.earns];
    expect(good.credit).toBe(earned);
  });

  test("proves its exercises, tells one that is broken, and each of their own texts that is empty", () => {
    expect(proveExercise(id, exercise)).toEqual([]);
    expect(proveExercise(id, { ...exercise, ...broken })).not.toEqual([]);
    for (const text of kind.texts) {
      const emptied = JSON.stringify(exercise[text as never]).replaceAll(/:"[^"]*"|^"[^"]*"$/g, (found) =>
        found.startsWith(":") ? ':""' : '""',
      );
      const [fault] = proveExercise(id, { ...exercise, [text]: JSON.parse(emptied) as never });
      expect(fault).toContain(text);
    }
  });

  test("names all texts of its own", () => {
    const own = Object.entries(exercise).filter(([, value]) => typeof value === "string");
    const shared = ["kind", "title", "prompt", "formula"];
    for (const [text] of own) expect([...shared, ...kind.texts]).toContain(text);
  });

  test("shows its answer and its mistakes in words", () => {
    expect(kind.solution(exercise).length).toBeGreaterThan(0);
    const shown = mine.showSolution(id);
    expect(shown.outcome).toBe("note");
    const told = mine.showSolution(id).text;
    expect(told.length).toBeGreaterThan(20);
    expect(told).not.toMatch(strange);
    const mistakes = kind.mistakes(exercise);
    for (const mistake of mistakes) expect(mistake.what).toMatch(/\w/);
    if (kind.answered === "on a card")
      expect(mistakes.map(({ id: name }) => name)).toEqual(
        expect.arrayContaining(bad.mistakes.map(({ id: name }) => name)),
      );
  });

  test("is recorded, and read again as it was", () => {
    const events = [good, bad].flatMap((one, i) => {
      const happening = { ...attemptEvent(one), id: undefined };
      const time = `2026-11-0${i + 1}T10:00:00.000Z`;
      return one.isAttempt ? [{ v: 2 as const, time, lesson: "mine", exercise: "one", ...happening }] : [];
    });
    expect(parseEvents(events.map((event) => JSON.stringify(event)))).toEqual(events);
    expect(statuses(events).get(id)?.state).toBe(isRead ? "answered" : "done");
    expect(eventsToCsv(events).split("\r\n")).toHaveLength(events.length + 2);
  });

  test("travels into a page as plain data, and is marked there as it is here", async () => {
    const asked = mine.check(id, "?" as never);
    const { [SPECIFICATION]: card, "text/html": html, "text/plain": words } = await bundleOf(asked);
    expect(`${String(html)}${String(words)}`).not.toMatch(strange);
    expect(plain(card)).toEqual(card);
    if (!isCardExercise(exercise)) {
      expect(readFeedback(plain(card)).solution.length).toBeGreaterThan(0);
      return;
    }
    const { kind: onPage, exercise: read } = readQuestion(plain(card));
    expect(onPage).toBe(CARD_KINDS[exercise.kind]);
    expect(onPage.isGuess).toBe(kind.earns === "by being made");
    expect(kind.answered === "on a card" && kind.asks(read)).toEqual(
      kind.answered === "on a card" && kind.asks(exercise),
    );
    for (const answer of [right, wrong]) {
      const { outcome, headline } = assessmentOf(onPage.about, read, answer);
      const here = checkAnswer(id, exercise, answer);
      expect([outcome, headline]).toEqual([here.outcome, here.headline]);
    }
  });

  test("asks the room", () => {
    const question = questionOf(id, exercise);
    expect(question.choices.length).not.toBe(1);
    const answers = question.choices.filter((choice) => choice.right).length;
    expect(answers + question.answer.length).toBeGreaterThan(0);
    const picture = kind.question(exercise).picture;
    const looked = picture === undefined ? "" : guessToHtml(question, { width: 824, height: 714 });
    const html = questionToHtml(question, "") + looked + talkingPoints(question);
    const hands = question.choices.length > 0;
    expect(html).toContain(hands ? exercise.prompt.replace(/^(?:Press|Draw) /, "Choose ") : exercise.prompt);
    expect(html.includes("<img alt=")).toBe(picture !== undefined);
    expect(html).not.toMatch(strange);
  });

  test("is asked on phones, where what is answered on a card counts", () => {
    const known = knownQuestion(questionOf(id, exercise), exercise, { lesson: "Mine" }, () => "picture");
    expect(parsed(ASKED, known.asked, "what is asked")).toEqual(known.asked);
    expect(JSON.stringify(known.truth.why)).not.toMatch(strange);
    if (kind.answered !== "on a card") return;
    expect(known.asked.kind).not.toBe("code");
    expect(known.truth.right.length).toBeGreaterThan(0);
    const recorded = { v: 2 as const, time: "", lesson: "mine", exercise: "one", ...attemptEvent(good) };
    const answer = parsed(ANSWER, roomAnswer(known.asked.kind, recorded), "an answer");
    expect(misfit(known, answer)).toBeUndefined();
  });

  test("is on paper, its answer on the teacher's alone", () => {
    const cells = [executed("code", `check("${id}", mine)`, "-", { "fall-line": { exercise: id } })];
    const lesson = { name: "11-mine", number: "11", title: "Mine", learn: "it", minutes: 5 };
    const [paper, teachers] = [false, true].map(
      (answers) =>
        handoutToHtml(projectDir, lesson as never, { cells }, { answers, exercises }).split("<article>")[1]!,
    ) as [string, string];
    for (const page of [paper, teachers]) expect(page).toContain(exercise.prompt);
    expect(paper).toMatch(/<ol class="options">|<ul class="boxes">|<figure class="marked">|<div class="room/);
    expect(teachers.length).toBeGreaterThan(paper.length);
    expect(paper + teachers).not.toMatch(strange);
  });

  test("has points for nbgrader", () => {
    const source = isCardExercise(exercise)
      ? `display(ask("${id}"));`
      : `// BEGIN SOLUTION\nconst mine = 1;\n// END SOLUTION\ndisplay(check("${id}", mine));`;
    const cell = { key: "one", place: "", source, type: "code", title: "", tags: [], exercise: id } as Cell;
    const { cells } = gradedLesson(
      { name: "11-mine", about: {} as Lesson["about"], cells: [cell] },
      exercises,
    );
    expect(cells.filter(({ points = 0 }) => points > 0)).toHaveLength(1);
    expect(cells.map((one) => one.source).join("\n")).not.toMatch(strange);
  });

  test("is graded, and reported on by the words of its mistakes", async () => {
    const students = [right, wrong].map((answer, i) => {
      const path = join(place, `${name}-${i}.ipynb`);
      const text = `// @ts-nocheck\nconst mine = ${code(answer)};\ncheck("${id}", mine);`;
      const cells = [{ cell_type: "code", id: "11-mine-one", source: text }];
      writeFileSync(path, JSON.stringify({ cells }));
      return { student: `s${i}`, path };
    });
    const original = { notebook: "11-mine", answerCell: "11-mine-one", answerName: "mine", atTheEnd: true };
    const standard = {
      exercises,
      formerNames: {},
      retired: {},
      originals: new Map([[id, original]]),
      asked: [id],
      solutions: true,
      bench: { insideScript, language: language(), seeds: [3], known: new Map() },
    };
    const graded: Graded[] = [];
    for (const one of students) graded.push(await gradeSubmission(one, standard, () => undefined));
    const [first, second] = graded.map(({ rows }) => rows[0]!);
    expect(first!.credit).toBe(isRead ? undefined : 1);
    expect((second!.credit ?? 0) < 1).toBe(kind.earns !== "by being made");
    for (const { shown } of graded) expect(JSON.stringify(shown)).not.toMatch(strange);
    const kept = students.map(({ student }, i) => ({
      name: student,
      attempts: [{ exercise: id, right: i === 0, mistakes: graded[i]!.rows[0]!.mistakes }],
    }));
    const summary = summaryOf(kept, exercises, {});
    expect(reportPage(summary, { typefaces: "", lessons: new Map(), names: true })).not.toMatch(strange);
    const old = join(place, `${name}.jsonl`);
    const ids = kind.mistakes(exercise).map((mistake) => mistake.id);
    const line = {
      v: 2,
      time: "2025",
      lesson: "mine",
      exercise: "one",
      event: "attempt",
      right: false,
      mistakes: ids,
    };
    writeFileSync(old, JSON.stringify(line));
    const [told] = summaryOf(readFiles([old]).students, exercises, {}).exercises;
    expect(told!.misunderstood.map(({ words }) => words).sort()).toEqual(
      kind
        .mistakes(exercise)
        .map(({ what }) => what)
        .sort(),
    );
  });

  test("has its answer as code, and says what its card opens", () => {
    if (kind.answered !== "on a card") return;
    const { open, right: asCode } = kind.asCode(exercise);
    const evaluated = (text: string): unknown => runInThisContext(`(${text})`);
    expect(checkAnswer(id, exercise, evaluated(open)).outcome).toBe("not written");
    const answered = checkAnswer(id, exercise, evaluated(asCode));
    expect(answered.outcome).toBe("right");
    const opened = kind.opens(exercise).join("\n");
    const [reason] = plainBlocks(answered.blocks)
      .filter((block) => block.kind === "text")
      .slice(-1);
    expect(opened).toContain(blocksToText([reason!]));
  });

  test("is given away by its own answer in sight of its card", () => {
    if (kind.answered !== "on a card") return;
    const { numbers, words = "" } = kind.givenAwayBy(exercise);
    if (numbers.length === 0 && words === "") return;
    const heading = `# ${[exercise.prompt, words].join(" ").replaceAll(/[.?]/g, "")} ${numbers.join(" ")}`;
    const cells = [
      { source: heading, type: "markdown" },
      { source: `display(ask("${id}"));`, type: "code" },
    ].map((one) => ({ ...one, place: "11/lesson.ts:1", tags: [] }) as unknown as Cell);
    const lesson = { name: "11-mine", about: {}, cells } as unknown as Lesson;
    const faults = QUESTION_RULE.faults(lesson, { exercises, lessons: [], deck: [] });
    expect(faults.map(({ what }) => what)).toEqual([expect.stringContaining(`answers the card ${id}`)]);
  });

  test("is begun with empty texts", () => {
    const folder = join(projectDir, "lessons", "04-nesterov");
    const draft = exerciseDraft(
      "new-one",
      { name: "04-nesterov", subject: "nesterov", folder },
      name,
      undefined,
    );
    const [text] = Object.values(draft.changed!);
    expect(text).toContain(`newOne: exercise.${name}({`);
    const imports = /import \{([^}]*)\}/.exec(text!)![1]!;
    for (const taken of kind.draft("nesterov", "{}").imports ?? []) expect(imports).toContain(taken);
  });
});
