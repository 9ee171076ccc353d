import { describe, expect, test } from "vitest";
import { adam, momentum, rules } from "fall-line";
import { reviveRule } from "fall-line/tools";

const json = (change: object): unknown => JSON.parse(JSON.stringify({ ...momentum, ...change }));
const { lambda, alpha } = momentum.hyperparameters;
const { look } = momentum;

describe("reviveRule", () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))("gives %s back as it was", (_id, rule) => {
    expect(reviveRule(JSON.parse(JSON.stringify(rule)))).toEqual(rule);
  });

  test.each([
    ["no record", 7, "this is not a rule of format 1, got 7"],
    ["another format", json({ format: 2 }), "this is not a rule of format 1"],
    ["a title that is no text", json({ title: 3 }), "the rule has a wrong title, got 3"],
    ["a field too many", json({ script: "x" }), "the rule has no field script"],
    ["equations as a list", json({ equations: [] }), "the rule has a wrong equations"],
    [
      "a start that is no number",
      json({ state: { m: { shape: "vector", start: "1;alert(1)", meaning: "" } } }),
      "wrong start",
    ],
    ["an unknown shape", json({ state: { m: { shape: "cube", start: 0, meaning: "" } } }), "wrong shape"],
    [
      "a range that does not exist",
      json({ hyperparameters: { lambda: { ...lambda, range: "x" }, alpha } }),
      "wrong range",
    ],
    [
      "a default out of range",
      json({ hyperparameters: { lambda, alpha: { ...alpha, default: 2 } } }),
      "alpha must be in [0, 1)",
    ],
    [
      "TeX that reaches beyond its formula",
      json({ hyperparameters: { lambda: { ...lambda, tex: "\\href{javascript:x}{y}" }, alpha } }),
      "wrong tex",
    ],
    [
      "code in an equation",
      json({ equations: { m: { text: "alert(1)", shape: "vector" }, w: { text: "w", shape: "vector" } } }),
      "there is no function alert",
    ],
    ["a colour that is none", json({ look: { ...look, color: "red" } }), "color must be a colour of six"],
    [
      "a colour that reaches out",
      json({ look: { ...look, dark: "url(x)" } }),
      "dark must be a colour of six",
    ],
    ["a dash that Plotly has not", json({ look: { ...look, dash: "wavy" } }), "a look has no such dash"],
    ["a marker that Plotly has not", json({ look: { ...look, symbol: "<b>" } }), "a look has no such symbol"],
    ["a look with a field too many", json({ look: { ...look, width: 9 } }), "look has no field width"],
    ["sensible settings out of range", json({ sensible: { alpha: 3 } }), "alpha must be in [0, 1)"],
    ["sensible settings of no meaning", json({ sensible: { mu: 1 } }), "Momentum has no hyperparameter mu"],
  ])("refuses %s", (_title, data, message) => {
    expect(() => reviveRule(data)).toThrow(message);
  });

  test("code can't hide in a name", () => {
    const data = JSON.parse(JSON.stringify(adam)) as { state: Record<string, unknown> };
    data.state["x;alert(1)"] = { shape: "vector", start: 0, meaning: "" };
    expect(() => reviveRule(data)).toThrow("a name in a rule must be");
  });
});
