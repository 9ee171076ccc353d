import { defineRule } from "./define.ts";
import { line, state } from "./rule.ts";

/** BFGS: learns the inverse Hessian from how the gradient changes along its steps (Nocedal & Wright 2006). */
export const bfgs = defineRule({
  id: "bfgs",
  title: "BFGS",
  source: { key: "nocedal2006", where: "algorithm 6.1, formula 6.17" },
  look: { color: "#3d2a7c", dark: "#b9b4ff", dash: "dashdot", symbol: "star-square" },
  state: {
    gOld: state.vector({ tex: "g^{\\mathrm{old}}", meaning: "gradient of the step before" }),
    s: state.vector({ meaning: "the last step" }),
    B: state.matrix({ meaning: "approximate inverse of the Hessian" }),
  },
  equations: {
    y: line.vector("g - gOld", { meaning: "change of the gradient" }),
    c: line.scalar("dot(s, y)", { meaning: "curvature along the last step" }),
    b: line.vector("mul(B, y)", { meaning: "what B makes of that change" }),
    B: "c > 0 ? B + (1 + dot(y, b)/c)*outer(s, s)/c - (outer(b, s) + outer(s, b))/c : B",
    p: line.vector("-mul(B, g)", { meaning: "direction downhill" }),
    gOld: "g",
    length: line.scalar("backtrack(p)", { tex: "\\ell", meaning: "share of the step that is taken" }),
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
    gOld: state.vector({ tex: "g^{\\mathrm{old}}", meaning: "gradient of the step before" }),
    s: state.vector({ meaning: "the last step" }),
    S: state.history({ capacity: 10, meaning: "the last steps" }),
    Y: state.history({ capacity: 10, meaning: "the changes of the gradient along them" }),
  },
  equations: {
    y: line.vector("g - gOld", { meaning: "change of the gradient" }),
    S: "append(S, s)",
    Y: "append(Y, y)",
    p: line.vector("-twoLoop(g, S, Y)", { meaning: "direction downhill" }),
    gOld: "g",
    length: line.scalar("backtrack(p)", { tex: "\\ell", meaning: "share of the step that is taken" }),
    s: "length*p",
    w: "w + s",
  },
});
