import { defineRule } from "./define.ts";
import { history, matrix, scalar, term, vector } from "./rule.ts";

/** BFGS: learns the inverse Hessian from how the gradient changes along its steps (Nocedal & Wright 2006). */
export const bfgs = defineRule({
  id: "bfgs",
  title: "BFGS",
  source: { key: "nocedal2006", where: "algorithm 6.1, formula 6.17" },
  state: {
    gOld: vector({ tex: "g^{\\mathrm{old}}", meaning: "gradient of the step before" }),
    s: vector({ meaning: "the last step" }),
    B: matrix({ meaning: "approximate inverse of the Hessian" }),
  },
  equations: {
    y: term("g - gOld", { meaning: "change of the gradient" }),
    c: scalar("dot(s, y)", { meaning: "curvature along the last step" }),
    b: term("mul(B, y)", { meaning: "what B makes of that change" }),
    B: "c > 0 ? B + (c + dot(y, b))/c^2*outer(s, s) - (outer(b, s) + outer(s, b))/c : B",
    p: term("-mul(B, g)", { meaning: "direction downhill" }),
    gOld: "g",
    length: scalar("backtrack(p)", { tex: "\\ell", meaning: "share of the step that is taken" }),
    s: "length*p",
    w: "w + s",
  },
});

/** L-BFGS: BFGS from the last ten steps alone, without a matrix (Nocedal 1980): Newton's idea for large n. */
export const lbfgs = defineRule({
  id: "lbfgs",
  title: "L-BFGS",
  source: { key: "nocedal1980", where: "Nocedal & Wright 2006, algorithms 7.4 and 7.5" },
  state: {
    gOld: vector({ tex: "g^{\\mathrm{old}}", meaning: "gradient of the step before" }),
    s: vector({ meaning: "the last step" }),
    S: history({ capacity: 10, meaning: "the last steps" }),
    Y: history({ capacity: 10, meaning: "the changes of the gradient along them" }),
  },
  equations: {
    y: term("g - gOld", { meaning: "change of the gradient" }),
    S: "append(S, s)",
    Y: "append(Y, y)",
    p: term("-twoLoop(g, S, Y)", { meaning: "direction downhill" }),
    gOld: "g",
    length: scalar("backtrack(p)", { tex: "\\ell", meaning: "share of the step that is taken" }),
    s: "length*p",
    w: "w + s",
  },
});
