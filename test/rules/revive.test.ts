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
    ["a title that is no text", json({ title: 3 }), "title of this rule must be a text, got 3"],
    ["a field too many", json({ script: "x", style: "y" }), "this rule has no field script"],
    [
      "two wrong fields, the first of them first",
      json({ title: 3, id: 4 }),
      "id of this rule must be a text, got 4",
    ],
    ["equations as a list", json({ equations: [] }), "equations of this rule must be"],
    [
      "a start that is no number",
      json({ state: { m: { shape: "vector", start: "1;alert(1)", meaning: "" } } }),
      'state.m.start of this rule must be a finite number, or "identity"',
    ],
    [
      "an unknown shape",
      json({ state: { m: { shape: "cube", start: 0, meaning: "" } } }),
      'state.m.shape of this rule must be "scalar" | "vector"',
    ],
    [
      "a range that does not exist",
      json({ hyperparameters: { lambda: { ...lambda, range: "x" }, alpha } }),
      "hyperparameters.lambda.range of this rule must be",
    ],
    [
      "a default out of range",
      json({ hyperparameters: { lambda, alpha: { ...alpha, default: 2 } } }),
      "alpha must be in [0, 1)",
    ],
    [
      "TeX that reaches beyond its formula",
      json({ hyperparameters: { lambda: { ...lambda, tex: "\\href{javascript:x}{y}" }, alpha } }),
      "hyperparameters.lambda.tex of this rule must be TeX",
    ],
    [
      "code in an equation",
      json({ equations: { m: { text: "alert(1)", shape: "vector" }, w: { text: "w", shape: "vector" } } }),
      "there is no function alert",
    ],
    ["nothing", null, "this is not a rule of format 1, got null"],
    ["a list", [1], "this is not a rule of format 1"],
    ["a title that is too long", json({ title: "x".repeat(2001) }), "title of this rule must be"],
    ["an id that is no text", json({ id: null }), "id of this rule must be"],
    ["a rate that is no text", json({ rate: 1 }), "rate of this rule must be"],
    ["a place of the gradient that is no text", json({ gradientAt: 1 }), "gradientAt of this rule must be"],
    ["hyperparameters as a list", json({ hyperparameters: [] }), "hyperparameters of this rule must be"],
    ["a state as text", json({ state: "m" }), "state of this rule must be"],
    ["sensible settings as a list", json({ sensible: [] }), "sensible of this rule must be"],
    ["a source as text", json({ source: "mine" }), "source of this rule must be"],
    [
      "a source without a place",
      json({ source: { key: "mine" } }),
      "source.where of this rule must be there, got nothing",
    ],
    [
      "a source without a key",
      json({ source: { where: "p. 1" } }),
      "source.key of this rule must be there, got nothing",
    ],
    [
      "a slide that is text",
      json({ source: { key: "a", where: "b", slide: "1" } }),
      "source.slide of this rule must be",
    ],
    [
      "a source with a link",
      json({ source: { key: "a", where: "b", link: "x" } }),
      "this rule has no field source.link",
    ],
    ["a look as text", json({ look: "red" }), "look of this rule must be"],
    ["a look without a dash", json({ look: { ...look, dash: undefined } }), "look.dash of this rule must be"],
    [
      "a default that is text",
      json({ hyperparameters: { lambda: { ...lambda, default: "1" }, alpha } }),
      "hyperparameters.lambda.default of this rule must be",
    ],
    [
      "a hyperparameter with more",
      json({ hyperparameters: { lambda: { ...lambda, x: 1 }, alpha } }),
      "this rule has no field hyperparameters.lambda.x",
    ],
    [
      "a hyperparameter that is a number",
      json({ hyperparameters: { lambda: 1, alpha } }),
      "hyperparameters.lambda of this rule must be a record",
    ],
    [
      "a start that is not finite",
      { ...momentum, state: { m: { ...momentum.state["m"], start: Infinity } } },
      "state.m.start of this rule must be",
    ],
    [
      "a state with more",
      json({ state: { m: { ...momentum.state["m"], x: 1 } } }),
      "this rule has no field state.m.x",
    ],
    [
      "a history too long",
      json({ state: { m: { ...momentum.state["m"], capacity: 1001 } } }),
      "state.m.capacity of this rule must be",
    ],
    [
      "a history of no vectors",
      json({ state: { m: { ...momentum.state["m"], capacity: 0 } } }),
      "state.m.capacity of this rule must be",
    ],
    [
      "an equation as text",
      json({ equations: { m: "g", w: "w + m" } }),
      "equations.m of this rule must be a record",
    ],
    [
      "an equation of a strange shape",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "cube" } } }),
      "equations.w.shape of this rule must be",
    ],
    [
      "a meaning that is no text",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", meaning: 1 } } }),
      "equations.w.meaning of this rule must be",
    ],
    [
      "a role that is no text",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", role: 1 } } }),
      "equations.w.role of this rule must be",
    ],
    [
      "TeX of a state that reaches out",
      json({ state: { m: { ...momentum.state["m"], tex: "\\url{x}" } } }),
      "state.m.tex of this rule must be",
    ],
    [
      "TeX of an equation that reaches out",
      json({ equations: { ...momentum.equations, w: { text: "w", shape: "vector", tex: "\\url{x}" } } }),
      "equations.w.tex of this rule must be",
    ],
    ["a colour that is none", json({ look: { ...look, color: "red" } }), "color must be a colour of six"],
    [
      "a colour that reaches out",
      json({ look: { ...look, dark: "url(x)" } }),
      "dark must be a colour of six",
    ],
    ["a dash that Plotly has not", json({ look: { ...look, dash: "wavy" } }), "a look has no such dash"],
    ["a marker that Plotly has not", json({ look: { ...look, symbol: "<b>" } }), "a look has no such symbol"],
    [
      "a look with a field too many",
      json({ look: { ...look, width: 9 } }),
      "this rule has no field look.width",
    ],
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
    expect(() => reviveRule(json(change))).toThrow("hyperparameters.lambda.tex of this rule must be");
  });

  test.each(["\\text{<b>}", "\\textbf {a>b}", "\\TEXT{<}"])("nor by text with tags: %s", (tex) => {
    const change = { hyperparameters: { lambda: { ...lambda, tex }, alpha } };
    expect(() => reviveRule(json(change))).toThrow("hyperparameters.lambda.tex of this rule must be");
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
