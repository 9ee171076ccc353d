import { readFileSync } from "node:fs";
import { describe, expect, test, vi } from "vitest";
import { adam, beale, descend, type ExpressionObjective, rules as libraryRules } from "fall-line";
import { type Command, parse } from "../../src/cli/boot/arguments.js";
import { answered } from "../../src/cli/answered.ts";
import { idOf, objectives } from "../../src/cli/objectives.ts";
import { knownRules, rules, unknownSources } from "../../src/cli/rules.ts";
import { trace } from "../../src/cli/trace.ts";

const commands = JSON.parse(
  readFileSync(new URL("../../src/cli/commands.json", import.meta.url), "utf8"),
) as Command[];

/** What a command line prints, and its exit code. */
async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const invocation = parse(args, commands);
  if ("help" in invocation) throw new Error("help was printed");
  const printed = { out: "", err: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text) => ((printed.out += String(text)), true));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => ((printed.err += String(text)), true));
  const program = { trace, rules, objectives }[args[0] as "trace"];
  const code = await program(invocation);
  vi.restoreAllMocks();
  return { code, ...printed };
}

describe("fall-line trace", () => {
  test("prints a table of every step", async () => {
    const { code, out } = await run(
      "trace",
      "adam",
      "--objective",
      "beale",
      "--start",
      "1,1",
      "--steps",
      "20",
      "--set",
      "eta=0.1",
    );
    expect(code).toBe(0);
    expect(out).toContain("Adam on Beale. All 20 steps were taken.");
    // A sentence, two blocks with a head and the start and every step each, and a line between them.
    expect(out.trimEnd().split("\n")).toHaveLength(1 + 2 * 22 + 1);
  });

  test("prints one JSON object at full precision, row 0 being the start", async () => {
    const { out } = await run(
      "trace",
      "adam",
      "--objective",
      "beale",
      "--start=1,1",
      "--steps",
      "3",
      "--set",
      "eta=0.1",
      "--json",
    );
    const data = JSON.parse(out) as {
      rule: string;
      steps: { t: number; w: number[]; loss: number; terms: Record<string, number[]> }[];
    };
    const path = descend(beale, adam, { start: [1, 1], steps: 3, hyper: { eta: 0.1 } });
    expect(data.rule).toBe("adam");
    expect(data.steps.map(({ t }) => t)).toEqual([0, 1, 2, 3]);
    expect(data.steps[0]).toEqual({ t: 0, w: [1, 1], loss: 14.203125, terms: { m: [0, 0], v: [0, 0] } });
    expect(data.steps[3]!.w).toEqual([...path.at(3).w]);
    expect(data.steps[3]!.terms["mHat"]).toEqual([...path.at(3).mHat]);
  });

  test("descends into the ravine for twenty steps, unless it is told otherwise", async () => {
    const { out } = await run("trace", "gd", "--json");
    const { objective, hyper, steps, ...more } = JSON.parse(out) as Record<string, unknown> & {
      steps: object[];
    };
    expect([objective, hyper, steps.length]).toEqual([
      "ravine",
      { lambda: expect.any(Number) as number },
      21,
    ]);
    expect(Object.keys(steps[1]!)).toEqual(["t", "w", "loss", "rate", "g", "lookahead", "terms"].filter((key) => key in steps[1]!)); // prettier-ignore
    expect(steps[1]).toMatchObject({
      rate: (hyper as { lambda: number }).lambda,
      g: expect.any(Array) as number[],
    });
    expect(more).toEqual({
      rule: "gd",
      expression: expect.stringContaining("x") as string,
      variables: ["x", "y"],
      stop: expect.any(Object) as object,
    });
    expect(out.endsWith("}\n")).toBe(true);
  });

  test("takes settings one by one and several in one, and says which schedule there was", async () => {
    const data = async (...line: string[]) =>
      JSON.parse((await run("trace", "momentum", "--json", "--steps", "1", ...line)).out) as Record<
        string,
        unknown
      >;
    expect((await data("--set", " lambda = 0.2 ,alpha=0.5"))["hyper"]).toEqual({ lambda: 0.2, alpha: 0.5 });
    expect((await data("--set", "lambda=0.2", "--set", "alpha=0.5"))["hyper"]).toEqual({
      lambda: 0.2,
      alpha: 0.5,
    });
    expect(await data("--schedule", "exponential", "--schedule-set", "k=0.1")).toMatchObject({
      schedule: { id: "exponential", parameters: { k: 0.1 } },
    });
  });

  test.each(["two wells", "Two-Wells", "twowells", "two-wells"])(
    "knows an objective by its name: %s",
    async (name) => {
      expect((await run("trace", "gd", "--objective", name)).out).toMatch(/on two wells/);
    },
  );

  test("throws on what is no slip of who asks", () => {
    const failing = (): never => {
      throw new TypeError("no");
    };
    expect(() => answered("trace", failing)).toThrow("no");
  });

  test("writes a step out, takes formulas and schedules", async () => {
    const { out } = await run(
      "trace",
      "gd",
      "--objective",
      "x^2 + 10*y^2",
      "--start=-1,2",
      "--worked",
      "2",
      "--schedule",
      "exponential",
      "--schedule-set",
      "k=0.1",
    );
    expect(out).toContain("step 2: Gradient descent on x^2 + 10*y^2, λ = 0.009048");
    expect(out).toContain("x: −1.96 at −0.98");
    expect(out).toContain(" − 0.009048 · (−1.96)");
  });

  test.each([
    [["trace", "adm"], 'there is no such rule, got "adm"', "did you mean adam?"],
    [
      ["trace", "adam", "--objective", "bealle"],
      'there is no such objective, got "bealle"',
      "did you mean beale?",
    ],
    [
      ["trace", "gd", "--set", "lamda=1"],
      "Gradient descent has no hyperparameter lamda",
      "did you mean lambda?",
    ],
    [["trace", "gd", "--set", "lambda"], '--set takes NAME=VALUE, got "lambda"', "write --set eta=0.1"],
    [["trace", "gd", "--set", "=3"], '--set takes NAME=VALUE, got "=3"', "write --set eta=0.1"],
    [["trace", "gd", "--set", "lambda=1=2"], '--set takes NAME=VALUE, got "lambda=1=2"', ""],
    [["trace", "gd", "--set", "lambda= "], 'lambda must be a number, got " "', ""],
    [["trace", "gd", "--set", "lambda=Infinity"], 'lambda must be a number, got "Infinity"', ""],
    [
      ["trace", "gd", "--objective", "ab"],
      'there is no such objective, got "ab"',
      "npx fall-line objectives lists them all",
    ],
    [["trace", "gd", "--set", "lambda=big"], 'lambda must be a number, got "big"', ""],
    [["trace", "gd", "--steps", "many"], 'steps must be a number, got "many"', ""],
    [["trace", "gd", "--worked", "40"], "there is no step 40; allowed: 0 to 20", ""],
    [
      ["trace", "gd", "--schedule", "exponental"],
      'there is no such schedule, got "exponental"',
      "did you mean exponential?",
    ],
    [
      ["trace", "gd", "--schedule-set", "k=1"],
      "--schedule-set k needs a --schedule",
      "add --schedule exponential",
    ],
    [["trace", "gd", "--objective", "x**2"], "a power is written with ^", ""],
  ])("%j is refused", async (args, what, cure) => {
    const { code, out, err } = await run(...args);
    expect([code, out]).toEqual([1, ""]);
    const said = err.replace(/\s+/g, " ");
    expect(said).toContain(what);
    expect(said).toContain(cure);
  });
});

const tooLong = (text: string): string[] => text.split("\n").filter(({ length }) => length > 80);

test("a rule whose source the bibliography lacks is a fault of check, and the library has none", () => {
  const source = { key: "kingma2051", where: "algorithm 1" };
  const [fault, ...others] = unknownSources([adam, { ...adam, id: "eve", source }]);
  expect(fault?.what).toMatch(/^the source of eve is kingma2051 \(.*did you mean kingma2015\?\)/);
  expect([...others, ...unknownSources(knownRules())]).toEqual([]);
});

test("fall-line rules and objectives list what there is, and a rule by its name is told in full", async () => {
  const lists = [await run("rules"), await run("objectives"), await run("rules", "adam", "gd")];
  const [ruleList, objectiveList, named] = lists.map(({ out }) => out);
  expect(lists.map(({ code, err }) => [code, err])).toEqual([[0, ""], [0, ""], [0, ""]]); // prettier-ignore
  expect(ruleList).toMatch(/^adam +Adam +eta$/m);
  expect(ruleList).toMatch(/^newton +Newton.* none$/m);
  const ids = knownRules().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThan(libraryRules.length);
  expect(ids.filter((id) => !ruleList!.includes(`\n${id} `)).slice(1)).toEqual([]);
  expect(named).toMatch(/^Adam \(adam\)\n/);
  expect(named).toMatch(/\n\nGradient descent \(gd\)\n/);
  expect(named).toMatch(/^ {2}lambda +learning rate: /m);
  expect(named).toMatch(/^ {2}eta +learning rate: above 0; 0\.001 by default$/m);
  expect(named).toMatch(/^ {2}Kingma and Ba 2015, algorithm 1; slide 20$/m);
  expect(named).toContain("v = beta2*v + (1 - beta2)*g^2");
  expect(named).toContain("https://arxiv.org/abs/1412.6980");
  expect(objectiveList).toMatch(/^ {2}monkey-saddle .*\n.*minima none$/m);
  expect(idOf({ name: "Two deep wells" } as ExpressionObjective)).toBe("two-deep-wells");
  expect(objectiveList).toMatch(/^ {2}two-wells [^]*?minima -0\.93\d+,0$/m);
  expect(objectiveList).toMatch(/^ {2}rosenbrock +\(1 - x\)\^2 .*\n +start -1\.2,1; minima 1,1$/m);
  expect(lists.flatMap(({ out }) => tooLong(out))).toEqual([]);
});

test("a name that is none is told with one that is near, in lines that fit", async () => {
  const { code, err } = await run("rules", "adm");
  expect([code, err.replace(/\s+/g, " ").trim()]).toEqual([
    1,
    'fall-line rules: there is no such rule, got "adm"; did you mean adam? npx fall-line rules lists them all',
  ]);
  const sinn = await run("trace", "gd", "--objective", "sinn(x)");
  expect(sinn.err).toMatch(/\^{4}\ndid you mean sin\?\nallowed: sqrt/);
  expect([err, sinn.err].flatMap(tooLong)).toEqual([]);
});

test("a table that is wider than a line stands in blocks, each with the steps, and nothing is left out", async () => {
  const { out } = await run("trace", "adam", "--steps", "2");
  const [, ...rest] = out.split("\n");
  const blocks = rest.join("\n").trimEnd().split("\n\n");
  const heads = blocks.map((block) => block.split("\n")[0]!.trim().split(/ +/));
  expect(heads.every(([first]) => first === "t")).toBe(true);
  expect(heads.flatMap(([, ...names]) => names)).toEqual([
    "loss",
    ...["w", "g", "m", "v", "mHat", "vHat"].flatMap((name) => [`${name}[0]`, `${name}[1]`]),
  ]);
  expect(tooLong(out)).toEqual([]);
});
