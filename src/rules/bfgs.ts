import { defineRule } from "./define.ts";
import { history, matrix, scalar, term, vector } from "./rule.ts";

/** BFGS: learns the inverse Hessian from how the gradient changes along its steps (Nocedal & Wright 2006). */
export const bfgs = defineRule({
  id: "bfgs",
  title: "BFGS",
  source: { key: "nocedal2006", where: "algorithm 6.1, formula 6.17" },
  look: { color: "#3d2a7c", dark: "#b9b4ff", dash: "dashdot", symbol: "star-square" },
  state: {
    gOld: vector({ tex: "g^{\\mathrm{old}}", meaning: "gradient of the step before" }),
    s: vector({ meaning: "the last step" }),
    B: matrix({ meaning: "approximate inverse of the Hessian" }),
  },
  equations: {
    y: term("g - gOld", { meaning: "change of the gradient" }),
    c: scalar("dot(s, y)", { meaning: "curvature along the last step" }),
    b: term("mul(B, y)", { meaning: "what B makes of that change" }),
    B: "c > 0 ? B + (1 + dot(y, b)/c)*outer(s, s)/c - (outer(b, s) + outer(s, b))/c : B",
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
  look: { color: "#6a63b0", dark: "#8f88e0", dash: "longdash", symbol: "star-diamond" },
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
