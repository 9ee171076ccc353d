import { describe, expect, test } from "vitest";
import { isOpen, readNumbers, readOption, shown } from "../../src/exercises/given.ts";
import { aboutUnknownId } from "../../src/exercises/ids.ts";

test.each([
  [undefined, true],
  [null, true],
  ["", true],
  [" \n", true],
  [" ? ", true],
  ["??", false],
  [0, false],
  [NaN, false],
  [[], false],
  [{}, false],
])("an answer of %j is still to come: %s", (answer, open) => {
  expect(isOpen(answer)).toBe(open);
});

const faultsOf = (names: readonly string[], given: unknown): readonly string[] => {
  const read = readNumbers(names, given);
  return "faults" in read ? read.faults : [];
};

describe("a text in the place of a number", () => {
  test.each([
    ["1.5", 1.5],
    ["1,5", 1.5],
    ["−1.5", -1.5],
    ["10 000", 10_000],
    ["-1 / 4", -0.25],
    ["10^16", 1e16],
    ["1,234,567", 1_234_567],
  ])("%j is read as %d", (typed, value) => {
    expect(readNumbers(["x"], typed)).toEqual({ numbers: { x: value }, remarks: [] });
    expect(readNumbers(["x", "y"], { x: typed, y: 1 })).toEqual({ numbers: { x: value, y: 1 }, remarks: [] });
  });

  test("whose comma can be read in two ways is read as what is nearer to the answer, or asked about", () => {
    expect(readNumbers(["x"], "1,300", { x: 1000 })).toMatchObject({ numbers: { x: 1300 } });
    expect(readNumbers(["x"], "1,300", { x: 1 })).toMatchObject({ numbers: { x: 1.3 } });
    expect(faultsOf(["x"], "-12,300")).toEqual([
      '"-12,300" can be read in two ways; write -12.300 or -12300.',
    ]);
  });

  test.each(["far", "1/0", "0/0", "1.2.3", "1 2", "Infinity", "1,2,3"])("%j holds none", (typed) => {
    expect(faultsOf(["x"], typed)).toEqual([
      `${JSON.stringify(typed)} is a text, and a number is asked for, such as 1.5.`,
    ]);
  });
});

describe("numbers by name", () => {
  test("are read, and what else was given is left out with one remark", () => {
    expect(readNumbers(["x", "y"], { y: 2, x: 1, mass: 3, colour: 4 })).toEqual({
      numbers: { x: 1, y: 2 },
      remarks: ['"mass" is not asked for, and was left out; asked for: x, y.'],
    });
    expect(readNumbers(["x"], 3)).toEqual({ numbers: { x: 3 }, remarks: [] });
    expect(readNumbers(["x"], { x: -0.5 })).toEqual({ numbers: { x: -0.5 }, remarks: [] });
  });

  test("of which some are missing are told: a slip first, then what is missing, then what is no number", () => {
    expect(faultsOf(["height", "width"], { heigth: 1, width: "far" })).toEqual([
      '"heigth" is not asked for; did you mean "height"?',
      'width: "far" is a text, and a number is asked for, such as 1.5.',
    ]);
    expect(faultsOf(["height", "x"], { x: Infinity })).toEqual([
      '"height" is missing: write { height: 1.5, x: 1.5 }.',
      "x: Infinity is no number to compare with; look at how it was computed.",
    ]);
  });

  test("have no more than three faults told at a time, and what is not asked for comes last", () => {
    const names = ["along", "across", "below", "ten"];
    expect(faultsOf(names, {})).toHaveLength(3);
    expect(faultsOf(["along", "across"], { along: 1, somewhere: 2 })).toEqual([
      '"across" is missing: write { along: 1.5, across: 1.5 }.',
      '"somewhere" is not asked for, and was left out; asked for: along, across.',
    ]);
  });

  test("are shown how to write a list that fits, and an example where none does", () => {
    const asked = (given: unknown): string => faultsOf(["x", "y"], given)[1]!;
    expect(asked([0.25, -3])).toBe("Write { x: 0.25, y: -3 }.");
    for (const other of [[1, 2, 3], [1, "2"], [1, NaN], 3, "1", () => 1])
      expect(asked(other)).toBe("Write { x: 1.5, y: 1.5 }.");
  });
});

describe("an option", () => {
  const options = { up: { text: "Up." }, down: { text: "Down." } };
  const all = 'Write one of "up", "down".';

  test("is read by its name alone", () => {
    expect(readOption(options, "down")).toEqual({ option: "down" });
    for (const inherited of ["toString", "constructor"])
      expect(readOption(options, inherited)).toEqual({
        faults: [`There is no option ${JSON.stringify(inherited)}.`, all],
      });
  });

  test.each([
    [" down ", '" down ". Did you mean "down"?'],
    ["UP", '"UP". Did you mean "up"?'],
    ["Down.", '"Down.". Did you mean "down"?'],
    ["sideways", '"sideways".'],
  ])("%j is none, and the nearest is told", (given, told) => {
    expect(readOption(options, given)).toEqual({ faults: [`There is no option ${told}`, all] });
  });

  test("is no number or list", () => {
    expect(readOption(options, ["up"])).toEqual({
      faults: ["This asks for the name of an option, and got a list of 1.", all],
    });
  });
});

test.each([
  ["a".repeat(60), `"${"a".repeat(60)}"`],
  ["a".repeat(61), `"${"a".repeat(60)}..."`],
  [1.5, "1.5"],
  [false, "false"],
  [null, "null"],
  [undefined, "undefined"],
  [[1, 2], "a list of 2"],
  [{ a: 1 }, "an object"],
  [() => 1, "a function"],
  [Symbol("x"), "a symbol"],
])("what was handed in is shown in a few words: %#", (value, words) => {
  expect(shown(value)).toBe(words);
});

describe("an id that no exercise has", () => {
  const ids = ["momentum/rule", "momentum/late", "adam/rule", "adam/first", "tides/pick"];

  test.each([
    ["momentum/rul", '"momentum/rul"; did you mean "momentum/rule"?', "momentum/rule, momentum/late"],
    ["tides/pik", '"tides/pik"; did you mean "tides/pick"?', "tides/pick"],
    ["first", '"first"; did you mean "adam/first"?', undefined],
    [" late ", '" late "; did you mean "momentum/late"?', undefined],
    ["elsewhere entirely", '"elsewhere entirely"', undefined],
  ])(
    "%j is told the nearest, and the exercises of its lesson or the lessons there are",
    (asked, told, same) => {
      expect(aboutUnknownId(asked, ids, [])).toEqual([
        `There is no exercise ${told}`,
        same === undefined ? "There are exercises of: momentum, adam, tides." : `There are: ${same}.`,
      ]);
    },
  );

  test("names no exercise of one lesson where several have one of that name", () => {
    expect(aboutUnknownId("rule", ids, [])[0]).not.toContain("momentum/rule");
  });

  test("is asked for where it is none, and told its place where it stands behind the answer", () => {
    expect(aboutUnknownId(3, ids, ["elsewhere", 2])).toEqual([
      "The first thing to give is the id of an exercise, in quotes; this was 3.",
      "There are exercises of: momentum, adam, tides.",
    ]);
    expect(aboutUnknownId(3, ids, ["x", "adam/rule"])).toEqual([
      'The id comes first: check("adam/rule", ...), and then the answer.',
    ]);
  });
});
