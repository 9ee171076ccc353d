import { adam } from "./adam.ts";
import { hyper } from "./rule.ts";
import { variant } from "./variant.ts";

/** AdamW: Adam with weight decay kept out of the moments (Loshchilov & Hutter 2019). */
export const adamw = variant(adam, {
  id: "adamw",
  title: "AdamW",
  source: { key: "loshchilov2019", where: "algorithm 2" },
  look: { color: "#94715a", dark: "#f5dcc0", dash: "dashdot", symbol: "bowtie" },
  hyperparameters: { decay: hyper.nonNegative({ tex: "\\gamma", default: 0.01, meaning: "weight decay" }) },
  equations: { w: "w*(1 - eta*decay) - eta*mHat/(sqrt(vHat) + epsilon)" },
});
