import { defineRule } from "./define.ts";
import { hyper, line } from "./rule.ts";

/** Newton's method: to the critical point of the quadratic that fits here (slide 16). One solves with H, never inverts it. */
export const newton = defineRule({
  id: "newton",
  title: "Newton's method",
  source: { key: "nocedal2006", where: "section 3.3", slide: 16 },
  look: { color: "#663093", dark: "#dab0fc", dash: "dash", symbol: "star-triangle-up" },
  equations: {
    p: line.vector("solve(H, g)", { meaning: "Newton step" }),
    w: "w - p",
  },
});

/**
 * Newton's method for the real world: the Hessian is lifted until its smallest curvature is delta, so that the
 * step goes downhill, and the step is halved until the loss falls.
 */
export const dampedNewton = defineRule({
  id: "newton-damped",
  title: "Damped Newton",
  source: { key: "nocedal2006", where: "algorithm 3.2 with a multiple of the identity (section 3.4)" },
  look: { color: "#b06ab0", dark: "#c77fc0", dash: "longdashdot", symbol: "diamond-tall" },
  hyperparameters: {
    delta: hyper.positive({ tex: "\\delta", default: 0.1, meaning: "smallest curvature that is trusted" }),
  },
  equations: {
    curvature: line.scalar("eigmin(H)", { tex: "h^{\\min}", meaning: "smallest eigenvalue of the Hessian" }),
    damping: line.scalar("max(0, delta - curvature)", {
      tex: "\\tau",
      meaning: "what is added to every eigenvalue",
    }),
    p: line.vector("-solve(H + damping*identity(g), g)", { meaning: "direction downhill" }),
    length: line.scalar("backtrack(p)", { tex: "\\ell", meaning: "share of the step that is taken" }),
    w: "w + length*p",
  },
});
