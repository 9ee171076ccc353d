import { describe, expect, test } from "vitest";
import { gradientDescent, momentum, type Rule } from "fall-line";
import { faultOfQuantity } from "../../src/exercises/explain/faulty-quantity.ts";
import { type Form, readForm } from "../../src/exercises/explain/form.ts";
import type { Candidate } from "../../src/exercises/run/candidate.ts";
import { casesFor } from "../../src/exercises/run/cases.ts";
import { repliesOf } from "../../src/exercises/run/observe.ts";
import { linesOf, outcomeOf } from "../../src/exercises/search/lines.ts";

const cases = casesFor(gradientDescent);
const lengths = cases.all.map(({ w }) => w.length);

/** What is wrong with a quantity of which this came, case by case. */
const fault = (of: (n: number, i: number) => unknown, source = "", name = "kappa") => {
  const found = faultOfQuantity(name, lengths.map((n, i) => ({ values: of(n, i) })), cases, source, new Float64Array(cases.columns.length)); // prettier-ignore
  return found && [found.id.replace("return: kappa ", ""), found.sentence, ...(found.cure === undefined ? [] : [found.cure])]; // prettier-ignore
};
const list = (n: number, entry: (i: number) => unknown = () => 1): unknown[] =>
  Array.from({ length: n }, (_, i) => entry(i));

const coordinates = "Go through the coordinates, for example with w.map((x, i) => ...).";
const take = "A list was added to a number: take one entry of it, with [i].";
const braces = "Write return in it, or take the braces away.";
const everyUndefined = "every entry of κ is undefined";

describe("what is wrong with the numbers of a quantity", () => {
  test("is nothing where each case has as many as there are coordinates, in lists of any kind", () => {
    expect(fault((n) => list(n))).toBeUndefined();
    expect(fault((n) => new Float64Array(n))).toBeUndefined();
    expect(fault((n) => list(n, () => NaN))).toBeUndefined();
  });

  test.each<[string, (n: number, i: number) => unknown, string, (string | RegExp)[]]>([
    ["undefined", () => undefined, "", ["no list", "κ should be a list of numbers; it is undefined"]],
    [
      "of forEach",
      () => undefined,
      "w.forEach(f)",
      ["undefined", "κ is undefined: forEach gives nothing back", "map makes a new list."],
    ],
    [
      "a text beside forEach",
      () => "ab",
      "w.forEach(f)",
      ["text", 'κ is the text "ab": whole lists can\'t be added or subtracted', coordinates],
    ],
    [
      "a long text",
      () => "a".repeat(40),
      "",
      ["text", `κ is the text "${"a".repeat(30)}": whole lists can't be added or subtracted`, coordinates],
    ],
    [
      "NaN",
      () => NaN,
      "",
      ["NaN", "κ is NaN and no list: whole lists can't be added or multiplied", coordinates],
    ],
    ["a number", () => 3, "", ["no list", "κ should be a list of numbers; it is the number 3"]],
    [
      "no list in the last case alone",
      (n, i) => (i === lengths.length - 1 ? null : list(n)),
      "",
      ["no list", "κ should be a list of numbers; it is null"],
    ],
    [
      "one number throughout",
      () => [1],
      "",
      [
        "for 1 coordinates",
        "κ always has 1 number, however many coordinates there are",
        "It should have one for each coordinate.",
      ],
    ],
    [
      "three throughout",
      () => [1, 2, 3],
      "",
      [
        "for 3 coordinates",
        "κ always has 3 numbers, however many coordinates there are",
        "It should have one for each coordinate.",
      ],
    ],
    ["one too many in each case", (n) => list(n + 1), "", ["too long", "κ has one number too many"]],
    [
      "one too many in each case, from past the end of a list",
      (n) => [...list(n), NaN],
      "",
      [
        "too long",
        "κ has one number too many: the loop goes one too far",
        "The last index is length − 1: use < and not <=.",
      ],
    ],
    [
      "one too many in some",
      (n) => list(n === 2 ? 3 : n),
      "",
      ["length", "κ has 3 numbers where there are 2 coordinates"],
    ],
    [
      "two in the place of one",
      (n) => list(n === 1 ? 2 : n),
      "",
      ["length", "κ has 2 numbers where there is 1 coordinate"],
    ],
    [
      "one in the place of four",
      (n) => list(n === 4 ? 1 : n),
      "",
      ["length", "κ has 1 number where there are 4 coordinates"],
    ],
    ["undefined entries", (n) => list(n, () => undefined), "w.map(f)", ["undefined entries", everyUndefined]],
    [
      "undefined entries of an arrow with braces",
      (n) => list(n, () => undefined),
      "w.map((x) => { x; })",
      [
        "undefined entries",
        `${everyUndefined}: a function with braces gives back only what return says`,
        braces,
      ],
    ],
    [
      "undefined entries of a function",
      (n) => list(n, () => undefined),
      "w.map(function (x) { x; })",
      [
        "undefined entries",
        `${everyUndefined}: a function with braces gives back only what return says`,
        braces,
      ],
    ],
    [
      "numbers as texts",
      (n) => list(n, (i) => `${i}.5`),
      "",
      ["texts", 'the entries of κ are texts and no numbers: "0.5"'],
    ],
    [
      "rounded numbers",
      (n) => list(n, (i) => `${i}.5`),
      "x.toPrecision(2)",
      ["texts", 'the entries of κ are texts and no numbers: "0.5"', "toFixed makes a text; leave it out."],
    ],
    [
      "an empty text among numbers as texts",
      (n) => list(n, (i) => (i === 0 ? "" : "1")),
      "",
      ["texts", 'an entry of κ is the text "" and no number'],
    ],
    [
      "texts that hold no number",
      (n) => list(n, () => "1,2"),
      "",
      ["texts", 'an entry of κ is the text "1,2" and no number', take],
    ],
    [
      "a long text as an entry",
      (n) => list(n, () => "b".repeat(31)),
      "",
      ["texts", `an entry of κ is the text "${"b".repeat(30)}" and no number`],
    ],
    ["empty lists", () => [], "", ["empty", "κ is an empty list: nothing is put into it"]],
    [
      "an entry that is a list",
      (n) => list(n, (i) => (i === n - 1 ? [1, 2] : undefined)),
      "",
      ["entries", "an entry of κ is an array of 2 numbers and no number"],
    ],
    [
      "a hole at the end",
      (n) => list(n, (i) => (i === n - 1 && n > 1 ? undefined : 1)),
      "",
      ["holes", "some entries of κ have no value"],
    ],
    [
      "a hole at the beginning",
      (n) => list(n, (i) => (i === 0 ? undefined : 1)),
      "",
      ["holes", "the first entry of κ has no value: the index of the first coordinate is 0, and not 1"],
    ],
    [
      "a hole at the beginning of lists that are too long",
      (n) => list(n + 1, (i) => (i === 0 ? undefined : 1)),
      "",
      ["holes", "the first entry of κ has no value: the index of the first coordinate is 0, and not 1"],
    ],
    [
      "a hole at the beginning of one list",
      (n, i) => list(n, (j) => (i === 0 && j === 0 ? undefined : 1)),
      "",
      ["holes", "some entries of κ have no value"],
    ],
  ])("%s", (_, of, source, told) => {
    // prettier-ignore
    expect(fault(of, source)).toEqual(told);
  });
});

type Lists = Readonly<Record<string, number[]>>;

function formOf(rule: Rule, answer: (now: Lists, i: number) => unknown, source = ""): Form {
  const own = casesFor(rule);
  let i = 0;
  const candidate = ((now: Lists) => answer(now, i++)) as unknown as Candidate;
  return readForm(own, repliesOf(candidate, own), outcomeOf(linesOf(rule), own.columns), source);
}
const ids = ({ faults }: Form): string[] => faults.map(({ id }) => id.replace("return: ", ""));
const halved = (values: readonly number[] | undefined): number[] => values!.map((x) => x / 2);
const columns = casesFor(momentum).columns;

describe("what an answer to momentum returned", () => {
  test("is read as columns, from new lists or from those that were written into", () => {
    const anew = formOf(momentum, ({ w, m }) => ({ w: halved(w), m: halved(m) }));
    const inPlace = formOf(momentum, ({ w, m }) => {
      w!.forEach((x, i) => (w![i] = x / 2));
      m!.forEach((x, i) => (m![i] = x / 2));
    });
    for (const form of [anew, inPlace]) {
      expect(form.faults).toEqual([]);
      expect(form.w).toEqual(columns.value("w")!.map((x) => x / 2));
      expect(form.states.get("m")).toEqual(columns.value("mOld")!.map((x) => x / 2));
    }
  });

  test("is written into in one case, and so looked for there in all; the gradient is no result", () => {
    const late = formOf(momentum, ({ w, m, g }, i) => {
      if (i > 4) w![0]! += 1;
      g![0] = 7;
      return { m: halved(m) };
    });
    expect([ids(late), late.w![0]]).toEqual([[], columns.value("w")![0]]);
    expect(ids(formOf(momentum, ({ g }) => void (g![0] = 7)))).toEqual(["missing"]);
    const seldom = formOf(momentum, ({ w }, i) => void (w![0]! += Number(i > 4)));
    expect([ids(seldom), seldom.w![0]]).toEqual([["m missing"], columns.value("w")![0]]);
    const mixed = formOf(momentum, ({ w, m }, i) => ({ w: halved(w), v: i > 4 ? 3 : halved(m) }));
    expect(ids(mixed)).toEqual(["m missing"]);
    const besides = formOf(momentum, ({ w, m }) => {
      w!.forEach((x, i) => (w![i] = x / 2));
      return { m: halved(m) };
    });
    expect([ids(besides), besides.w]).toEqual([[], columns.value("w")!.map((x) => x / 2)]);
  });

  test.each<[string, (now: Lists) => unknown, string[], string[]]>([
    [
      "a list of the two",
      ({ w, m }) => [halved(w), halved(m)],
      ["bare list"],
      ["your function returns a list of lists, and an object is asked for", "Return { w: ..., m: ... }."],
    ],
    [
      "w alone",
      ({ w }) => halved(w),
      ["bare list", "m missing"],
      ["your function returns a bare list, and an object is asked for", "Return { w: ..., m: ... }."],
    ],
    [
      "another name for m",
      ({ w, m }) => ({ w: halved(w), v: halved(m) }),
      ["m under another name"],
      ["the new m is returned under the name v, and it is looked for under m", "Return m: v."],
    ],
    [
      "two names that nobody asked for",
      ({ w, m }) => ({ w: halved(w), v: halved(m), u: halved(m) }),
      ["m missing"],
      ["the new m is not returned, so in the next step m is what it was before", "Return m as well."],
    ],
    [
      "neither under its name",
      ({ w, m }) => ({ a: halved(w), b: halved(m) }),
      ["no w", "m missing"],
      ["there is no w in what your function returns; there is a, b"],
    ],
    ["an empty object", () => ({}), ["no w", "m missing"], ["there is no w in what your function returns"]],
    [
      "a text",
      () => "w",
      ["no object"],
      ['your function returns the text "w", and { w: ..., m: ... } is asked for'],
    ],
    ["null", () => null, ["no object"], ["your function returns null, and { w: ..., m: ... } is asked for"]],
    ["lists that are none of a step", () => [[1], [2], [3], "4", "5", "6"], ["no object"], []],
    ["the same fault in both", ({ w, m }) => ({ w: [...w!, 1], m: [...m!, 1] }), ["w too long"], []],
    [
      "two different faults",
      ({ w, m }) => ({ w: [...w!, 1], m: m!.map(String) }),
      ["w too long", "m texts"],
      [],
    ],
  ])("%s", (_, answer, due, told) => {
    // prettier-ignore
    const form = formOf(momentum, answer);
    expect(ids(form)).toEqual(due);
    const [first] = form.faults;
    if (told.length > 0) expect([first!.sentence, first!.cure].filter(Boolean)).toEqual(told);
  });

  test("is found under another name by its numbers, though there are several", () => {
    const right = outcomeOf(linesOf(momentum), columns).states.get("m")!;
    let at = 0;
    const form = formOf(momentum, ({ w }) => {
      const m = Array.from(right.subarray(at, (at += w!.length)));
      return { w: halved(w), other: halved(w), velocity: m, twin: m };
    });
    expect([ids(form), form.faults[0]!.cure]).toEqual([["m under another name"], "Return m: velocity."]);
    expect(form.states.get("m")).toEqual(right);
  });

  test("is read as numbers where it is texts, and as none where it is neither or there is none", () => {
    const texts = formOf(momentum, ({ w, m }) => ({
      w: w!.map((x) => (x > 0 ? String(x) : " ")),
      m: m!.map(() => true),
    }));
    expect(texts.w).toEqual(columns.value("w")!.map((x) => (x > 0 ? x : NaN)));
    expect(texts.states.get("m")!.every(Number.isNaN)).toBe(true);
    const holes = formOf(momentum, ({ w, m }) => ({ w: w!.map((x, i) => (i > 0 ? undefined : x)), m }));
    expect(holes.w).toBeUndefined();
    expect(formOf(momentum, () => Promise.resolve({})).w).toBeUndefined();
  });
});
