import { describe, expect, test } from "vitest";
import { endNames, leadersTo } from "../../src/presenting/page/curve-names.ts";
import type { PlainObject } from "../../src/presenting/page/plain-figure.ts";

const end = (text: string, y: number): PlainObject => ({ text, y, xref: "paper", x: 1, xanchor: "left" });
const exit = (text: string): PlainObject => ({ text, y: 10, xref: "x", x: 3 });

/** A plot 200 pixels high, its values from 0 to 10: 20 pixels each. */
const named = (annotations: readonly PlainObject[], { width = 640, height = 246 } = {}) =>
  endNames({ yaxis: { range: [0, 10] }, annotations }, width, height);
/** How far each name is moved up from the end of its curve. */
const shifts = (...annotations: PlainObject[]) =>
  named(annotations).map(({ text, yshift }) => `${String(text)} ${Number(yshift)}`);
const lines = (...names: string[]) => named(names.map((name, k) => end(name, 8 - 3 * k))).map(({ text }) => text); // prettier-ignore

describe("the names at the ends of curves", () => {
  test("stand at their curves, and keep what else is said of them", () => {
    expect([...named([{ ...end("Adam", 5), font: { size: 13 } }])]).toEqual([
      { ...end("Adam", 5), font: { size: 13 }, yshift: 0 },
    ]);
  });

  test("break within no brackets", () => {
    expect(lines("from (1, 0)", "from (1, 0.01)")).toEqual(["from (1, 0)", "from<br>(1, 0.01)"]);
  });

  test.each<[what: string, names: PlainObject[], shown: string[]]>([
    ["in their places, where they are apart", [end("a", 4), end("b", 5)], ["b 0", "a 0"]],
    ["two pixels apart at least, whichever comes first", [end("a", 5), end("b", 5.5)], ["b 0", "a -10"]],
    ["in their order, where curves end in one place", [end("a", 5), end("b", 5), end("c", 5)], ["a 0", "b -20", "c -40"]], // prettier-ignore
    ["within the plot", [end("a", 0)], ["a 5"]],
    ["within the plot, but for four pixels", [end("a", 0.25)], ["a 0"]],
    ["within the plot, all of them moved up", [end("a", 0.2), end("b", 0.1)], ["a 21", "b 3"]],
    ["at the top as at the bottom", [end("a", 10)], ["a 0"]],
    ["at the top, while those at the bottom are moved up", [end("a", 10), end("b", 0.2), end("c", 0.1)], ["a 0", "b 21", "c 3"]], // prettier-ignore
    ["no higher than what is above the plot", [end("a b c d e f g h i j", 10.5)], ["a b c d e f<br>g h i j -10"]],
    ["lower by lines of others", [end("Gradient descent", 5), end("a", 4)], ["Gradient<br>descent 0", "a -9"]],
  ])("stand %s", (_, names, shown) => {
    expect(shifts(...names)).toEqual(shown);
  }); // prettier-ignore

  test("stand within a plot that does not begin at zero", () => {
    const layout = { yaxis: { range: [5, 10] }, annotations: [end("a", 5)] };
    expect(endNames(layout, 640, 246)[0]!["yshift"]).toBe(5);
  });

  test.each([
    ["break between words, where they are longer than 11 letters", ["Momentum 12", "Momentum 123"], ["Momentum 12", "Momentum<br>123"]],
    ["are read without the breaks that they have", ["a<br>b<br>c"], ["a b c"]],
    ["break after commas", ["λ = 0.1, α = 0.9"], ["λ = 0.1,<br>α = 0.9"]],
    ["do not break after a sign of times", ["slowest one: × 0.98"], ["slowest<br>one: × 0.98"]],
    ["do not break at an equals sign", ["learning rate = 0.25"], ["learning rate = 0.25"]],
    ["leave out what all begin with", ["λ = 0.1, α = 0.9", "λ = 0.1, α = 0.5"], ["α = 0.9", "α = 0.5"]],
    ["of schedules do not say so", ["schedule linear", "schedule warm-up"], ["linear", "warm-up"]],
    ["say of one schedule among others that it is one", ["schedule linear", "Adam"], ["schedule<br>linear", "Adam"]],
    ["keep what one alone begins with", ["λ = 0.1, α = 0.9", "λ = 0.1, α = 1", "λ = 0.2, α = 1"], ["λ = 0.1,<br>α = 0.9", "λ = 0.1,<br>α = 1", "λ = 0.2,<br>α = 1"]],
    ["keep what is all of each", ["Adam", "Adam"], ["Adam", "Adam"]],
    ["keep what is the whole of one", ["λ = 1", "λ = 1, α = 1"], ["λ = 1", "λ = 1,<br>α = 1"]],
    ["have numbers of four digits that count", ["λ = 0.123456", "λ = 12.34567", "λ = .00001234567"], ["λ = 0.1235", "λ = 12.35", "λ = 0.00001235"]],
    ["keep shorter numbers, and whole ones", ["λ = 12.3456", "λ = 123456", "λ = 0.50000"], ["λ = 12.3456", "λ = 123456", "λ = 0.5"]],
  ])("%s", (_, names, shown) => {
    expect(lines(...names)).toEqual(shown);
  }); // prettier-ignore

  test("break between words only where the lines of all have room", () => {
    const texts = (height: number) => named([end("Gradient descent", 5), end("a", 1)], { height }).map(({ text }) => text); // prettier-ignore
    expect(texts(46 + 3 * 18)).toEqual(["Gradient<br>descent", "a"]);
    expect(texts(46 + 3 * 18 - 1)).toEqual(["Gradient descent", "a"]);
  });

  test("have room for their longest line, up to 42 hundredths of the width", () => {
    const room = (width: number, ...names: string[]) => named(names.map((name, k) => end(name, 8 - 3 * k)), { width }).room; // prettier-ignore
    expect(room(640, "Adam", "SGD")).toBe(48);
    expect(room(640, "Gradient descent")).toBe(83);
    expect(room(640, "x".repeat(29))).toBe(263);
    expect(room(640, "x".repeat(30))).toBe(269);
    expect(room(114, "Adam", "SGD")).toBe(48);
    expect(room(100, "Adam", "SGD")).toBe(42);
  });

  test("stand aside together, where one is moved farther than its place says or its curve has left the chart below", () => {
    const aside = (...ys: number[]) => named(ys.map((y) => end("Adam", y))).map(({ xshift }) => xshift);
    expect(aside(5, 4)).toEqual([undefined, undefined]);
    expect(aside(5, 5)).toEqual([44, 44]);
    expect(aside(5, 0)).toEqual([44, 44]);
    expect(named([end("Adam", 5), end("SGD", 5)]).room).toBe(84);
  });

  test.each<[what: string, yaxis: PlainObject, step: string, y: number, text: string]>([
    ["of curves over the steps", {}, "step", 1.0508, "a: 1.05"],
    ["of two digits below 1", {}, "step", 0.2345, "a: 0.23"],
    ["of powers of ten", { type: "log" }, "step", 2, "a: 100"],
    ["not along anything else", {}, "learning rate", 2, "a"],
    ["not where the axis has numbers of its own", { ticktext: ["0"] }, "step", 2, "a"],
    ["below a long name", {}, "step", 0.25, "Nesterov<br>momentum<br>0.25"],
  ])("have the last values %s", (_, yaxis, step, y, text) => {
    const layout = { xaxis: { title: { text: step } }, yaxis: { range: [0, 10], ...yaxis } };
    const name = text.startsWith("a") ? "a" : "Nesterov momentum";
    expect(endNames({ ...layout, annotations: [end(name, y)] }, 640, 246)[0]!["text"]).toBe(text);
  });

  test("have no values where one says its own", () => {
    const annotations = [end("error, 0.25 is left", 0.25), end("b", 4)];
    const layout = { xaxis: { title: { text: "step" } }, yaxis: { range: [0, 10] }, annotations };
    expect(endNames(layout, 640, 246)[0]!["text"]).toBe("b");
  });

  test("have no values where there is no room for them", () => {
    const layout = { xaxis: { title: { text: "step" } }, yaxis: { range: [0, 10] } };
    const texts = (height: number) => endNames({ ...layout, annotations: [end("Nesterov momentum", 0.25)] }, 640, 46 + height).map(({ text }) => text); // prettier-ignore
    expect([texts(54), texts(53)]).toEqual([["Nesterov<br>momentum<br>0.25"], ["Nesterov<br>momentum"]]);
  });

  test("stand below the words of curves that leave the chart, which have two lines each", () => {
    const title = { text: "t: t", xref: "paper", x: 0.5, y: 10 };
    const names = named([exit("a: leaves: here"), end("b", 10), title, exit("c: gone"), end("d", 1)]);
    expect([...names]).toEqual([
      title,
      { ...exit("a:<br>leaves: here"), align: "left", yshift: -0 },
      { ...exit("c:<br>gone"), align: "left", yshift: -36 },
      { ...end("b", 10), xshift: 44, yshift: -(2 * 36 + 9 + 2) },
      { ...end("d", 1), xshift: 44, yshift: 0 },
    ]);
  });
});

describe("the lines to names that stand aside", () => {
  const chart = (type: string, ...curves: [name: string, y: readonly number[]][]) => {
    const data = curves.map(([name, y]) => ({ name, x: y.map((_, k) => k), y, line: { color: "#c00", dash: "dot", shape: "hv", width: 3 } })); // prettier-ignore
    const annotations = curves.map(([name], k) => ({ ...end(name, 2), name, x: 0.5, xshift: 44, yshift: -10 * k })); // prettier-ignore
    const layout = { xaxis: { range: [0, 8] }, yaxis: { type, range: [0, 4] }, annotations };
    return leadersTo(data, layout, { width: 160, height: 40 });
  };

  test("go on straight from the ends of the curves, in their colours and dashes, forty pixels aside", () => {
    const [own, ...others] = chart("linear", ["a", [4, 3, 2]], ["b", [0, 2]]);
    expect(own).toMatchObject({
      x: [2, 6],
      y: [2, 2],
      line: { color: "#c00", dash: "dot", shape: "linear", width: 1.2 },
    });
    expect(others).toMatchObject([{ x: [1, 6], y: [2, 1] }]);
  });

  test("begin where a curve has left the chart below, and count as the axis does", () => {
    expect(chart("log", ["a", [100, 1, 0.01]])).toMatchObject([{ x: [1, 6], y: [1, 100] }]);
    expect(chart("linear", ["a", [2, 1, -1]])).toMatchObject([{ x: [1, 6], y: [1, 2] }]);
  });

  test("are none to names that stand at their curves, or that no curve has", () => {
    const layout = { xaxis: { range: [0, 8] }, yaxis: { range: [0, 4] } };
    const curve = { name: "a", x: [0], y: [1] };
    const none = (...annotations: object[]) => leadersTo([curve], { ...layout, annotations }, { width: 1, height: 1 }); // prettier-ignore
    expect(none({ ...end("a", 1), name: "a" }, { ...end("b", 1), name: "b", xshift: 44 }, { ...end("c", 1), xshift: 44 })).toEqual([]); // prettier-ignore
    expect(leadersTo([curve], {}, { width: 1, height: 1 })).toEqual([]);
  });
});

test("what is not at the end of a curve stays as it is", () => {
  const others = [
    { ...end("a", 5), xref: "x" },
    { ...end("b", 5), x: 0.5 },
    { ...end("c", 5), xanchor: "right" },
    exit("d: e"),
  ];
  expect(named(others)).toEqual(others);
  expect(named(others).room).toBeUndefined();
  const all = [end("Gradient descent", 5)];
  expect(endNames({ annotations: all }, 640, 246)).toEqual(all);
  expect(endNames({ yaxis: {} }, 640, 246)).toEqual([]);
  expect([...named([...others.slice(0, 3), end("Adam", 5)]).slice(0, 3)]).toEqual(others.slice(0, 3));
});
