/** What is said of a diagnosis, in words. */
import { describe, expect, test } from "vitest";
import { momentum, nesterov, schedules } from "fall-line";
import { type Block, blocksToText } from "../../src/exercises/blocks.ts";
import type { Assessment } from "../../src/exercises/feedback.ts";
import type { Departure } from "../../src/exercises/explain/departure.ts";
import { type Probe, probesFor } from "../../src/exercises/run/probe.ts";
import { rightRun } from "../../src/exercises/run/rule-run.ts";
import { aboutFormula } from "../../src/exercises/words/formula.ts";
import { aboutMistakes } from "../../src/exercises/words/mistakes.ts";
import { aboutStep, ruleLines } from "../../src/exercises/words/step.ts";
import { departureClause, whereItDeparts } from "../../src/exercises/words/where.ts";

const textOf = (blocks: readonly Block[] | undefined): string => blocksToText(blocks ?? []);
const block = (said: string): Block => ({ kind: "text", text: said });

describe("what is said of mistakes", () => {
  const difference = {
    differs: "it differs in w",
    where: [block("where")],
    figure: [block("figure")],
    isReadable: true,
    of: "a rule",
    besides: ({ what }: { what?: string }) => `Besides, ${what!}.`,
  };
  const sign = { id: "sign", what: "the sign of g is flipped" };

  test("is, where there is none, how it differs, with no credit", () => {
    expect(aboutMistakes([], difference)).toEqual({
      outcome: "not yet",
      headline: "Not yet: it differs in w.",
      blocks: [block("where"), block("figure")],
      credit: 0,
    });
  });

  test("is half of the credit where it is declared, what its author gave, or nothing where no number came", () => {
    const judged = (credit: number | undefined, isReadable = true, id = "known: sign"): unknown[] => {
      const mistake = credit === undefined ? { ...sign, id } : { ...sign, id, credit };
      const { outcome, credit: given, headline } = aboutMistakes([mistake], { ...difference, isReadable });
      return [outcome, given, headline];
    };
    expect(judged(undefined)).toEqual(["almost", 0.5, "Almost: it differs in w."]);
    expect(judged(undefined, true, "m: sign")).toEqual(["almost", 0, "Almost: it differs in w."]);
    expect(judged(0.25)).toEqual(["almost", 0.25, "Almost: it differs in w."]);
    expect(judged(0)).toEqual(["not yet", 0, "Not yet: it differs in w."]);
    expect(judged(0.75, false)).toEqual(["not yet", 0, "Not yet: it differs in w."]);
  });

  test("is, on asking, its name with all that belongs to it, in this order", () => {
    const first = {
      ...sign,
      or: "λ is below 0",
      cure: "Take it out.",
      line: { text: "w + g", place: "line 3 of cell 4" },
    };
    const second = { id: "m", what: "m is old", cure: "Take it out." };
    const said = aboutMistakes([first, second], {
      ...difference,
      unexplained: [block("left")],
      lines: ["w = w + g"],
    });
    expect([said.headline, textOf(said.blocks), said.mistakes]).toEqual([
      "Not yet: it differs in w.",
      "where",
      [first, second],
    ]);
    expect(said.name!.headline).toBe("Your answer behaves like a rule in which the sign of g is flipped.");
    expect(textOf(said.name!.blocks).split("\n\n")).toEqual([
      "It is in line 3 of cell 4:",
      "w + g",
      "The same would come of this: λ is below 0.",
      "Besides, m is old.",
      "left",
      "Take it out.",
      "It behaves like:\n  w = w + g",
      "figure",
    ]);
    const bare = aboutMistakes([{ ...sign, line: { text: "w + g" } }], difference);
    expect(textOf(bare.name!.blocks)).toBe("It is in your line:\n\nw + g\n\nfigure");
    const ofText = {
      id: "text: g > v",
      what: "in the text, g stands where v should",
      line: { text: "w + g" },
    };
    expect(textOf(aboutMistakes([ofText], difference).name!.blocks)).toBe(
      "See your line:\n\nw + g\n\nfigure",
    );
  });

  test.each([
    ["in the line of m, g is left out", "In the line of m, g is left out."],
    ["in number 2, x is left out", "In number 2, x is left out."],
    ["the bug is still in it", "The bug is still in it."],
    [
      "inside the root x is left out",
      "Your answer behaves like a rule in which inside the root x is left out.",
    ],
  ])("named %j is a sentence", (what, headline) => {
    expect(aboutMistakes([{ id: "x", what }], difference).name!.headline).toBe(headline);
  });

  test("in how something is returned is said at once", () => {
    const said = aboutMistakes([{ id: "return", sentence: "w is a text", cure: "Go on." }], difference);
    expect([said.headline, textOf(said.blocks), said.name]).toEqual([
      "Almost: w is a text.",
      "Go on.\n\nfigure\n\nwhere",
      undefined,
    ]);
  });
});

const [probe] = probesFor(momentum).matching;
const departure: Departure = {
  rule: momentum,
  probe: probe!,
  step: 1,
  before: [2, -1],
  quantity: "kappa",
  expected: [0.5, -1.25],
  got: [1],
  path: [],
};

describe("where an answer departs", () => {
  test("is a step and a quantity in a clause", () => {
    expect(departureClause({ ...departure, step: 3 })).toBe("it differs from step 3 on, first in κ");
    const late = { ...departure, probe: { ...probe!, firstT: 200 } };
    expect(departureClause(late)).toBe("tried from t = 200 on it differs at once, first in κ");
    expect(departureClause({ ...late, step: 3 })).toBe(
      "tried from t = 200 on it differs from t = 202 on, first in κ",
    );
  });

  test("is on what it was tried, and both numbers", () => {
    expect(textOf(whereItDeparts(momentum, departure))).toBe(
      "Tried on a quadratic with λ = 0.1, α = 0.9: from w = (2, −1).\n\n" +
        "    expected    yours\nκ₁       0.5        1\nκ₂     −1.25  nothing",
    );
  });

  test("is after how many steps, with which form, and why no number came", () => {
    const bare = { ...departure.probe, hyper: {} };
    const more = { ...departure, probe: bare, form: "the PyTorch form", noNumber: "It is NaN." };
    const [said, , reason] = whereItDeparts(momentum, { ...more, step: 2 });
    expect(said).toEqual(
      block(
        "Tried on a quadratic: from w = (2, −1), after 1 step without a difference. It is compared with the PyTorch form, which is right too.",
      ),
    );
    expect(reason).toEqual(block("It is NaN."));
    expect(textOf(whereItDeparts(momentum, { ...departure, step: 4 }))).toContain(
      ", after 3 steps without a difference.",
    );
  });

  test("tells the rate that is in force in that step, and what t is where it does not begin with 1", () => {
    const { matching, far } = probesFor(momentum);
    const said = (one: Probe, more: Partial<Departure> = {}): string =>
      textOf(whereItDeparts(momentum, { ...departure, ...more, probe: one }).slice(0, 1));
    const falling = {
      ...matching[2]!,
      hyper: { lambda: 0.5, alpha: 0.9 },
      schedule: schedules.exponential({ k: Math.log(2) }),
    };
    expect(said(falling)).toContain("with λ = 0.5, α = 0.9: from");
    expect(said(falling, { step: 3 })).toContain("with λ = 0.125, α = 0.9: from");
    expect(said({ ...far[1]!, ...falling, firstT: 2 }, { step: 2 })).toContain(
      "with λ = 0.125, α = 0.9, t from 2 on: from",
    );
    expect(said(far[1]!)).toMatch(
      /^Tried on flat ground in five dimensions with .*, t from 200 on: from w = /,
    );
  });

  test("counts coordinates beyond the ninth by numbers", () => {
    const many = Array.from({ length: 10 }, (_, i) => i);
    const [, table] = whereItDeparts(momentum, { ...departure, quantity: "w", expected: many, got: many });
    const names = table?.kind === "table" ? table.cells.rows.map((row) => row![0]) : [];
    expect([names[0], names[8], names[9]]).toEqual(["w₁", "w₉", "w10"]);
  });
});

describe("what is said of a step", () => {
  const about = (diagnosis: unknown): Assessment => aboutStep(momentum, diagnosis as never);
  const right = { kind: "right", notes: [], foundPatched: [] };

  test("that is right is its form, what it does besides, and what was put back", () => {
    expect(about(right)).toEqual({
      outcome: "right",
      headline: "Right.",
      blocks: [],
      credit: 1,
      mistakes: [],
    });
    const note = { id: "in place", sentence: "it writes into the list" };
    const convention = { name: "the PyTorch form", rule: momentum, note: "The rate stands outside." };
    const said = about({ ...right, convention, notes: [note], foundPatched: ["Math.sqrt", "Math.abs"] });
    expect(said.headline).toBe("Right: this is the PyTorch form.");
    expect(said.blocks).toEqual([
      block("The rate stands outside."),
      block("It writes into the list."),
      block("Math.sqrt, Math.abs had been changed by another cell and was put back."),
    ]);
    expect(said.mistakes).toEqual([
      { id: "form: the PyTorch form", sentence: "this is the PyTorch form" },
      note,
    ]);
  });

  test("that goes two ways has the cure", () => {
    const mistake = { id: "outside", sentence: "your function is random", cure: "Take it out." };
    expect(about({ kind: "outside", mistake })).toEqual({
      outcome: "not yet",
      headline: "Not yet: from the same start your function goes two different ways.",
      blocks: [block("Your function is random."), block("Take it out.")],
      credit: 0,
      mistakes: [mistake],
    });
  });

  const wrong = {
    kind: "wrong",
    mistakes: [
      { id: "a", what: "in the line of m, the sign of λ·g is flipped" },
      { id: "b", sentence: "m comes back old" },
    ],
    lines: ["m = α·m + λ·g", "w = w + m"],
    unexplained: [],
    departure: undefined,
    isReadable: true,
    right: [],
  };
  const nameOf = (more: object): string => textOf(about({ ...wrong, ...more }).name!.blocks);

  test("that is wrong is its lines without those that are right, and what they do not explain", () => {
    expect(nameOf({})).toBe("Besides, m comes back old.\n\nIt behaves like:\n  m = α·m + λ·g");
    expect(about({ ...wrong, right: ["m", "kappa"] })).toMatchObject({
      credit: 0.5,
      blocks: [block("m and κ are already right.")],
    });
    expect(nameOf({ unexplained: ["w"] })).toContain("This does not explain w, which differs too.");
    expect(nameOf({ unexplained: ["kappa", "w"] })).toContain(
      "This does not explain κ and w, which differ too.",
    );
    expect(nameOf({ lines: ["w = w + m"] })).not.toContain("It behaves like");
    expect(about(wrong)).toMatchObject({ headline: "Almost: it does something else.", blocks: [] });
  });

  test("is where it departs, and on asking its path beside the right one", () => {
    const { path } = rightRun(momentum, probe!);
    const own = { ...departure, path: path.map((w) => w.map((x) => x / 2)) };
    const said = about({ ...wrong, departure: own });
    expect(said.headline).toBe("Almost: it differs from step 1 on, first in κ.");
    expect(said.blocks).toEqual(whereItDeparts(momentum, own));
    expect(textOf(said.name!.blocks)).toContain("The length of each step on a quadratic, and where it leads");
  });

  test("has its equations as lines, the place of the gradient first where it is not w", () => {
    expect(ruleLines(momentum)).toEqual(["m = α·m − λ·g", "w = w + m"]);
    expect(ruleLines(nesterov)[0]).toBe("g = gradient at w + α·m");
    const stale = { gradientAt: "w", equations: { mOld: { text: "m" }, m: { text: "g" } } };
    expect(ruleLines(stale as never)).toEqual(["m = g"]);
  });
});

describe("what is said of a formula", () => {
  const wrong = {
    kind: "wrong",
    at: { lambda: 0.5, t: 3 },
    expected: [2],
    got: [-1],
    mistakes: [
      { id: "a", what: "x is left out" },
      { id: "b", sentence: "it is a text" },
    ],
    lines: ["2·x"],
    right: [],
  } as const;
  const about = (more: object = {}): Assessment => aboutFormula({ ...wrong, ...more });

  test("that is right is that", () => {
    expect(aboutFormula({ kind: "right" })).toEqual({ outcome: "right", headline: "Right.", credit: 1 });
    expect(aboutFormula({ kind: "outside" }).headline).toContain("two different results");
  });

  test("that is wrong is both numbers at a point, and on asking what it computes", () => {
    const said = about();
    expect(said.headline).toBe("Almost: it gives another number.");
    expect(textOf(said.blocks)).toBe("Tried with λ = 0.5, t = 3:\n\nexpected  yours\n       2     −1");
    expect(said.name!.headline).toBe("Your answer behaves like the formula in which x is left out.");
    expect(textOf(said.name!.blocks)).toBe("It is a text.\n\nIt behaves like:\n  2·x");
  });

  test("of several numbers says so, names those that did not come, and why one is none", () => {
    const said = about({ expected: [2, 3], got: [NaN], noNumber: "It gives NaN.", lines: undefined });
    expect(said).toMatchObject({
      outcome: "not yet",
      credit: 0,
      headline: "Not yet: it gives other numbers.",
    });
    expect(textOf(said.blocks)).toBe(
      "Tried with λ = 0.5, t = 3:\n\nexpected    yours\n       2      NaN\n       3  nothing\n\nIt gives NaN.",
    );
    expect(textOf(said.name!.blocks)).toBe("It is a text.");
    expect(about({ expected: [2, 3], got: [NaN, 1] }).outcome).toBe("almost");
  });

  test("of which nothing came has no numbers", () => {
    expect(about({ got: [], mistakes: [] })).toMatchObject({ outcome: "not yet", blocks: [] });
  });
});
