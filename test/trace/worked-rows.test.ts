import { describe, expect, test } from "vitest";
import {
  defineRule,
  descend,
  gradientDescent,
  line,
  momentum,
  newton,
  qhm,
  schedules,
  state,
  variant,
  type WorkedLine,
  gradientDescentClipped,
} from "fall-line";
import { lineNode } from "../../src/math/line.ts";
import { type Names, takeApart } from "../../src/trace/worked/row.ts";
import type { RecordChoice } from "../../src/trace/recording.ts";
import { workedHtml } from "../../src/trace/worked/html.ts";
import { lineText } from "../../src/trace/worked/text.ts";

test("a Hessian is shown in numbers for as many coordinates as a vector is: six", () => {
  const rows = (n: number): number => {
    const start = Array.from({ length: n }, (_, i) => i + 1);
    const trace = descend(start.map((_, i) => `x${i}^2`).join(" + "), newton, { start, steps: 1 });
    return trace.worked(1).specification.lines.find(({ name }) => name === "H")!.result.texts.length;
  };
  expect([rows(2), rows(6), rows(7)]).toEqual([2, 6, 0]);
});

test("a function of whole vectors is one number where not all that it is computed from is shown", () => {
  const trace = descend("3*a + 4*b", gradientDescentClipped, { start: [0, 0], steps: 1 });
  expect(trace.worked(1).text).toContain("0.2 = min(1, 1 / ‖[3, 4]‖)");
  expect(trace.worked(1, { coordinate: 0 }).text).toContain("0.2 = min(1, 1 / 5)");
  const start = Array.from({ length: 7 }, () => 1);
  const seven = descend(start.map((_, i) => `x${i}`).join(" + "), gradientDescentClipped, {
    start,
    steps: 1,
  });
  expect(seven.worked(1).text).toContain("0.3780 = min(1, 1 / 2.6458)");
});

/** Names of which some were chosen, some stand in a row above, and some have values. */
const names = (values: Record<string, number | Float64Array> = {}): Names => ({
  letter: (name) => (name === "t" ? "6" : name),
  isGiven: (name) => ["lambda", "beta1", "t", "epsilon"].includes(name),
  isAbove: (name) => ["m", "v", "g"].includes(name),
  areAllShown: true,
  value: (name) => values[name],
});
const cells = (text: string, values = {}): string[] =>
  takeApart(lineNode(text), names(values)).cells.map(({ letter }) => letter);

describe("a line is taken apart", () => {
  test.each<[string, string[]]>([
    ["w - lambda*m", ["w", "lambda", "m"]],
    ["m/(1 - beta1^t)", ["m", "(1 − beta1^{6})"]],
    ["1 - beta1^t", ["1", "beta1", "6"]],
    ["w - lambda*g^2", ["w", "lambda", "g²"]],
    ["w - lambda*old^2", ["w", "lambda", "old", "2"]],
    ["w - lambda*m/(sqrt(v) + epsilon)", ["w", "lambda", "m", "(√v + epsilon)"]],
    ["sqrt(v)", ["v"]],
    ["sqrt(v) + w", ["√v", "w"]],
    ["w + 2*(m + v)", ["w", "2", "m", "v"]],
    ["w + 2*(m*v)", ["w", "2", "m", "v"]],
    ["w - max(m, 0)", ["w", "max(m, 0)"]],
    ["w - max(m, v)", ["w", "m", "v"]],
    ["w - dot(m, m)", ["w", "m", "m"]],
    ["w - lambda*(m - 1)", ["w", "lambda", "(m − 1)"]],
    ["(w - (m + 1))", ["w", "(m + 1)"]],
    ["w*lambda^2", ["w", "lambda²"]],
  ])("%s into %j", (text, letters) => {
    expect(cells(text)).toEqual(letters);
  });

  test("its source and what is printed have the cells in their places", () => {
    const { source, printed, cells } = takeApart(lineNode("w - lambda*g^2"), names());
    expect(source).toBe("cell0 - cell1 * cell2");
    expect(printed).toBe("\uE000 − \uE001·\uE002");
    expect(cells[2]).toEqual({ source: "g ^ 2", letter: "g²", names: ["g"] });
  });

  test.each<[string, Record<string, number | Float64Array>, string[], string[]]>([
    ["t > 5 ? m : v", { t: 7 }, ["m"], ["as 6 > 5"]],
    ["t > 5 ? m : v", { t: 5 }, ["v"], ["as 6 > 5 does not hold"]],
    ["w - (t > 5 ? m : v)", { t: 7 }, ["w", "m"], ["as 6 > 5"]],
    ["t > 5 ? (t > 6 ? m : v) : w", { t: 6 }, ["v"], ["as 6 > 5", "as 6 > 6 does not hold"]],
    ["(t > 5 ? m : v) + (t > 5 ? v : m)", { t: 7 }, ["m", "v"], ["as 6 > 5"]],
    ["(t > 5 ? m : v) + (t > 8 ? v : w)", { t: 7 }, ["m", "w"], ["as 6 > 5", "as 6 > 8 does not hold"]],
    ["m > 0 ? m : v", { m: Float64Array.of(1, 2) }, ["m"], ["as m > 0"]],
    ["m > 0 ? m : v", { m: Float64Array.of(-1, -2) }, ["v"], ["as m > 0 does not hold"]],
    ["m > 0 ? w : v", { m: Float64Array.of(1, -2) }, ["w", "m", "0", "v"], []],
    ["m > 0 ? w : v", {}, ["w", "m", "0", "v"], []],
  ])("by the case that holds, where one holds for all: %s with %j", (text, values, letters, remarks) => {
    const row = takeApart(lineNode(text), names(values));
    expect(row.cells.map(({ letter }) => letter).sort()).toEqual([...letters].sort());
    expect(row.remarks).toEqual(remarks);
  });
});

const lettersOf = ({ parts }: WorkedLine): string[] =>
  parts.flatMap((part) => (part.kind === "cell" ? [part.letter] : []));

describe("the letters and digits of a row", () => {
  test("are those of this step, of the loss before it, and of a rate without a name", () => {
    const rule = defineRule({ id: "r", title: "R", equations: { w: "w - rate*g*loss/n" } });
    const path = descend("x^2 + y^2", rule, {
      start: [1, 0.5],
      steps: 2,
      schedule: schedules.step({ factor: 0.1, every: 1 }),
    });
    const line = path.worked(1).lines[1]!;
    expect(lettersOf(line)).toEqual(["w_{0}", "λ", "g_{1}", "L_{0}", "n"]);
    expect(lineText(line)).toContain("x: −0.250 = 1.0 − 1 · 2 · 1.25 / 2");
    expect(lettersOf(path.worked(2).lines[1]!)).toEqual(["w_{1}", "λ", "g_{2}", "L_{1}", "n"]);
  });

  test("a number that was chosen has its digits up to six, and one that a schedule changes four", () => {
    const setting = (options: object): string =>
      descend("x^2", gradientDescent, {
        start: [1],
        steps: 3,
        hyper: { lambda: 0.1234567 },
        ...options,
      }).worked(3).specification.setting;
    expect(setting({})).toBe("on x^2, λ = 0.123457");
    expect(setting({ schedule: schedules.exponential({ k: 0.05 }) })).toMatch(/^on x\^2, λ = 0\.1117\d?$/);
  });

  test("conditions of several parts are told one after the other", () => {
    const rule = defineRule({
      id: "c",
      title: "C",
      equations: { w: "w - (t > 1 ? g : 2*g)/9 - (t > 2 ? g : 0)" },
    });
    const lines = (t: number) => descend("x^2", rule, { start: [1], steps: 3 }).worked(t).lines[1]!.remark;
    expect([1, 2, 3].map(lines)).toEqual([
      "as 1 > 1 does not hold; as 1 > 2 does not hold",
      "as 2 > 1; as 2 > 2 does not hold",
      "as 3 > 1; as 3 > 2",
    ]);
  });

  test("a cell of several quantities has the hue of a point, and only whole rows are whole", () => {
    const ahead = variant(qhm, { id: "a", title: "A", gradientAt: "m + w" });
    const [g] = descend("x^2 + y^2", ahead, { start: [1, 2], steps: 2 }).worked(2).lines;
    expect(g!.parts[1]).toMatchObject({ letter: "m_{1} + w_{1}", hue: "point" });
    const wholes = (rule: typeof newton) =>
      descend("x^2 + y^2", rule, { start: [1, 2], steps: 1 })
        .worked(1)
        .lines.map(({ name, result }) => `${name} ${String(result.isWhole)}`);
    expect(wholes(momentum as never)).toEqual(["g false", "m false", "w false"]);
    expect(wholes(newton)).toEqual(["g false", "H true", "p true", "w false"]);
  });

  test("a row of whole vectors has their coordinates, be its result a number", () => {
    const rule = defineRule({
      id: "l",
      title: "L",
      equations: { size: line.scalar("2*dot(g, g)"), w: "w - g/size" },
    });
    const { specification } = descend("x^2 + y^2", rule, { start: [1, 2], steps: 1 }).worked(1);
    const [, size] = specification.lines;
    expect([size!.labels, size!.result.texts, size!.result.isWhole]).toEqual([["x", "y"], ["40"], false]);
    expect(workedHtml(specification)).toContain('<td class="w-result w-first" rowspan="2">40</td>');
    expect(size!.parts.map((part) => part.kind === "cell" && part.isWhole)).toEqual(
      size!.parts.map((part) => part.kind === "cell" && part.letter === "g_{1}"),
    );
  });

  test("what is read as it was before, or was not recorded, stands alone under a power", () => {
    const rule = defineRule({
      id: "p",
      title: "P",
      state: { m: state.vector({ meaning: "kept" }) },
      equations: { m: "m^2 + g^2", w: "w - 0.1*m^2" },
    });
    const letters = (record: RecordChoice): string[] =>
      descend("x^2", rule, { start: [1], steps: 2, record })
        .worked(2)
        .lines.slice(1)
        .flatMap(lettersOf);
    expect(letters("all")).toEqual(["m_{1}", "2", "g_{2}²", "w_{1}", "0.1", "m_{2}²"]);
    expect(letters({ terms: ["w", "m"] })).toEqual(["m_{1}", "2", "g_{2}", "2", "w_{1}", "0.1", "m_{2}²"]);
  });

  test("a number that is remembered has one row, without a label", () => {
    const rule = defineRule({
      id: "s",
      title: "S",
      state: { c: state.scalar({ start: 2, meaning: "count" }) },
      equations: { c: "c + 1", w: "w - g/c" },
    });
    const [, c, w] = descend("x^2 + y^2", rule, { start: [1, 2], steps: 2 }).worked(2).lines;
    expect([c!.labels, c!.result.texts, w!.labels]).toEqual([[""], ["4"], ["x", "y"]]);
    expect(lineText(c!)).toBe("  c_2 = c_1 + 1  (Count)\n      4 = 3 + 1");
  });
});
