import { momentum } from "./momentum.ts";
import { variant } from "./variant.ts";

/** Nesterov momentum in its look-ahead form: first jump, then correct (Sutskever et al. 2013; slide 8). */
export const nesterov = variant(momentum, {
  id: "nesterov",
  title: "Nesterov momentum",
  source: { key: "sutskever2013", where: "section 2", slide: 8 },
  look: { color: "#d5378e", dark: "#ff7eb6", dash: "dashdot", symbol: "diamond" },
  gradientAt: "w + alpha*m",
});
