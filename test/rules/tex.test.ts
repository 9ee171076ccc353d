import { describe, expect, test } from "vitest";
import { adam, defineRule, hyper, lbfgs, line, lion, nesterov, newton, state } from "fall-line";
import { equationsTex } from "../../src/rules/tex.ts";
import type { Rule } from "../../src/rules/rule.ts";

const lines = (rule: Rule): string[] => equationsTex(rule).map(({ tex }) => tex);

describe("equationsTex(rule)", () => {
  test("is for Nesterov momentum what Sutskever et al. (2013) print, with our letters", () => {
    expect(lines(nesterov)).toEqual([
      String.raw`g_{t} = \nabla L\left(w_{t-1} + \alpha \, m_{t-1}\right)`,
      String.raw`m_{t} = \alpha \, m_{t-1} - \lambda \, g_{t}`,
      String.raw`w_{t} = w_{t-1} + m_{t}`,
    ]);
  });

  test("is for Adam algorithm 1 of Kingma and Ba (2015), powers of the shares and all", () => {
    expect(lines(adam)).toEqual([
      String.raw`g_{t} = \nabla L\left(w_{t-1}\right)`,
      String.raw`m_{t} = \beta_1 \, m_{t-1} + \left(1 - \beta_1\right) \, g_{t}`,
      String.raw`v_{t} = \beta_2 \, v_{t-1} + \left(1 - \beta_2\right) \, g_{t}^{2}`,
      String.raw`\hat{m}_{t} = \frac{m_{t}}{1 - \beta_1^{t}}`,
      String.raw`\hat{v}_{t} = \frac{v_{t}}{1 - \beta_2^{t}}`,
      String.raw`w_{t} = w_{t-1} - \frac{\eta \, \hat{m}_{t}}{\sqrt{\hat{v}_{t}} + \varepsilon}`,
    ]);
  });

  test("is for Lion algorithm 2 of Chen et al. (2023): the step before the momentum, which is the old one there", () => {
    expect(lines(lion).slice(1)).toEqual([
      String.raw`c_{t} = \beta_1 \, m_{t-1} + \left(1 - \beta_1\right) \, g_{t}`,
      String.raw`w_{t} = w_{t-1} - \eta \, \left(\operatorname{sign}\left(c_{t}\right) + \gamma \, w_{t-1}\right)`,
      String.raw`m_{t} = \beta_2 \, m_{t-1} + \left(1 - \beta_2\right) \, g_{t}`,
    ]);
  });

  test("has the Hessian at the place of the gradient", () => {
    expect(lines(newton).slice(1, 3)).toEqual([
      String.raw`H_{t} = \nabla^2 L\left(w_{t-1}\right)`,
      String.raw`p_{t} = H_{t}^{-1} g_{t}`,
    ]);
  });

  test("writes L-BFGS's product as that of an inverse Hessian made of steps and changes of the gradient", () => {
    expect(lines(lbfgs)[4]).toBe(String.raw`p_{t} = -B\left(S_{t}, Y_{t}\right) g_{t}`);
  });

  test("sets the time beside an index and under an exponent; the rate, the loss and n have letters of their own", () => {
    const rule = defineRule({
      id: "own",
      title: "Own",
      hyperparameters: { eta: hyper.positive({ tex: "\\eta", default: 0.1, meaning: "learning rate" }) },
      rate: "eta",
      state: {
        a: state.vector({ tex: "a_{b}", meaning: "a" }),
        v: state.vector({ tex: "v^{\\max}", meaning: "v" }),
      },
      equations: { a: "a + rate*loss*g/n", v: "max(v, a)", w: "w - t*v" },
    });
    expect(lines(rule).slice(1)).toEqual([
      String.raw`a_{b,t} = a_{b,t-1} + \frac{\eta \, L_{t-1} \, g_{t}}{n}`,
      String.raw`{v_{t}^{\max}} = \max\left({v_{t-1}^{\max}}, a_{b,t}\right)`,
      String.raw`w_{t} = w_{t-1} - t \, {v_{t}^{\max}}`,
    ]);
  });

  test("has the place of the gradient for the Hessian too, and the letter of a line before that of a state", () => {
    const rule = defineRule({
      id: "ahead",
      title: "Ahead",
      state: {
        m: state.vector({ tex: "\\mu", meaning: "velocity" }),
        v: state.vector({ tex: "\\nu", meaning: "speed" }),
      },
      gradientAt: "w + m",
      equations: { m: line.vector("m/2", { tex: "M" }), v: "g", w: "w - solve(H, v)*rate" },
    });
    expect(equationsTex(rule).map(({ name, left, right }) => [name, left, right])).toEqual([
      ["g", "g_{t}", String.raw`\nabla L\left(w_{t-1} + M_{t-1}\right)`],
      ["H", "H_{t}", String.raw`\nabla^2 L\left(w_{t-1} + M_{t-1}\right)`],
      ["m", "M_{t}", String.raw`\frac{M_{t-1}}{2}`],
      ["v", String.raw`\nu_{t}`, "g_{t}"],
      ["w", "w_{t}", String.raw`w_{t-1} - H_{t}^{-1} \nu_{t} \, \lambda`],
    ]);
  });

  test("dresses each name where it stands", () => {
    const [, , w] = equationsTex(nesterov, (name, tex) => `<${name}>${tex}</>`);
    expect(w!.right).toBe("<w>w_{t-1}</> + <m>m_{t}</>");
  });
});
