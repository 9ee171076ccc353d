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
    ["a field too many", json({ script: "x", style: "y" }), "the rule has no field script"],
    [
      "two wrong fields, the first of them first",
      json({ title: 3, id: 4 }),
      "the rule has a wrong id, got 4",
    ],
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
    ["nothing", null, "this is not a rule of format 1, got null"],
    ["a list", [1], "this is not a rule of format 1"],
    ["a title that is too long", json({ title: "x".repeat(2001) }), "the rule has a wrong title"],
    ["an id that is no text", json({ id: null }), "the rule has a wrong id"],
    ["a rate that is no text", json({ rate: 1 }), "the rule has a wrong rate"],
    ["a place of the gradient that is no text", json({ gradientAt: 1 }), "the rule has a wrong gradientAt"],
    ["hyperparameters as a list", json({ hyperparameters: [] }), "the rule has a wrong hyperparameters"],
    ["a state as text", json({ state: "m" }), "the rule has a wrong state"],
    ["sensible settings as a list", json({ sensible: [] }), "the rule has a wrong sensible"],
    ["a source as text", json({ source: "mine" }), "the rule has a wrong source"],
    ["a source without a place", json({ source: { key: "mine" } }), "source has a wrong where, got nothing"],
    ["a source without a key", json({ source: { where: "p. 1" } }), "source has a wrong key, got nothing"],
    [
      "a slide that is text",
      json({ source: { key: "a", where: "b", slide: "1" } }),
      "source has a wrong slide",
    ],
    [
      "a source with a link",
      json({ source: { key: "a", where: "b", link: "x" } }),
      "source has no field link",
    ],
    ["a look as text", json({ look: "red" }), "the rule has a wrong look"],
    ["a look without a dash", json({ look: { ...look, dash: undefined } }), "look has a wrong dash"],
    [
      "a default that is text",
      json({ hyperparameters: { lambda: { ...lambda, default: "1" }, alpha } }),
      "the hyperparameter lambda has a wrong default",
    ],
    [
      "a hyperparameter with more",
      json({ hyperparameters: { lambda: { ...lambda, x: 1 }, alpha } }),
      "the hyperparameter lambda has no field x",
    ],
    [
      "a hyperparameter that is a number",
      json({ hyperparameters: { lambda: 1, alpha } }),
      "the hyperparameter lambda must be a record",
    ],
    [
      "a start that is not finite",
      { ...momentum, state: { m: { ...momentum.state["m"], start: Infinity } } },
      "the state m has a wrong start",
    ],
    [
      "a state with more",
      json({ state: { m: { ...momentum.state["m"], x: 1 } } }),
      "the state m has no field x",
    ],
    [
      "a history too long",
      json({ state: { m: { ...momentum.state["m"], capacity: 1001 } } }),
      "the state m has a wrong capacity",
    ],
    [
      "a history of no vectors",
      json({ state: { m: { ...momentum.state["m"], capacity: 0 } } }),
      "the state m has a wrong capacity",
    ],
    ["an equation as text", json({ equations: { m: "g", w: "w + m" } }), "the equation m must be a record"],
    [
      "an equation of a strange shape",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "cube" } } }),
      "the equation w has a wrong shape",
    ],
    [
      "a meaning that is no text",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", meaning: 1 } } }),
      "the equation w has a wrong meaning",
    ],
    [
      "a role that is no text",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", role: 1 } } }),
      "the equation w has a wrong role",
    ],
    [
      "TeX of a state that reaches out",
      json({ state: { m: { ...momentum.state["m"], tex: "\\url{x}" } } }),
      "the state m has a wrong tex",
    ],
    [
      "TeX of an equation that reaches out",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", tex: "\\url{x}" } } }),
      "the equation w has a wrong tex",
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

  test.each(
    [
      ..."href url unicode class cssId style data require def let newcommand renewcommand".split(" "),
      ..."newenvironment input include HREF Url".split(" "),
    ].map((command) => `\\${command}{x}`),
  )("TeX can't reach out by %s", (tex) => {
    const change = { hyperparameters: { lambda: { ...lambda, tex }, alpha } };
    expect(() => reviveRule(json(change))).toThrow("the hyperparameter lambda has a wrong tex");
  });

  test.each(["\\text{<b>}", "\\textbf {a>b}", "\\TEXT{<}"])("nor by text with tags: %s", (tex) => {
    const change = { hyperparameters: { lambda: { ...lambda, tex }, alpha } };
    expect(() => reviveRule(json(change))).toThrow("the hyperparameter lambda has a wrong tex");
  });

  test.each(["\\text{rate}", "\\lambda_{0}", "a < b", "\\left(a\\right)"])("other TeX is kept: %s", (tex) => {
    const change = { hyperparameters: { lambda: { ...lambda, tex }, alpha } };
    expect(reviveRule(json(change)).hyperparameters["lambda"]!.tex).toBe(tex);
  });

  test("texts of 2,000 letters and histories of 1,000 vectors are taken", () => {
    expect(reviveRule(json({ title: "x".repeat(2000) })).title).toHaveLength(2000);
    const S = { shape: "history", start: 0, capacity: 1000, meaning: "steps" };
    const equations = {
      S: { text: "append(S, g)", shape: "history" },
      w: { text: "w - lambda*g", shape: "vector" },
    };
    expect(reviveRule(json({ state: { S }, equations })).state["S"]).toEqual(S);
  });

  test("code can't hide in a name", () => {
    const data = JSON.parse(JSON.stringify(adam)) as { state: Record<string, unknown> };
    data.state["x;alert(1)"] = { shape: "vector", start: 0, meaning: "" };
    expect(() => reviveRule(data)).toThrow("a name in a rule must be");
  });
});
