import { adamCorrections, adamHyperparameters, adamMomentLines, adamMoments } from "./adam-family.ts";
import { defineRule } from "./define.ts";
import { variant } from "./variant.ts";

/** Adam: RMSProp and momentum, both moments corrected for their start at 0 (Kingma & Ba 2015, algorithm 1). */
export const adam = defineRule({
  id: "adam",
  title: "Adam",
  source: { key: "kingma2015", where: "algorithm 1", slide: 20 },
  look: { color: "#d37b0e", dark: "#fbb43f", dash: "longdashdot", symbol: "triangle-down" },
  hyperparameters: adamHyperparameters,
  rate: "eta",
  sensible: { eta: 0.05 },
  state: adamMoments,
  equations: {
    ...adamMomentLines,
    ...adamCorrections,
    w: "w - eta*mHat/(sqrt(vHat) + epsilon)",
  },
});

/** Adam as slide 21 prints it: the corrected first moment is computed and then not used. */
export const adamPrinted = variant(adam, {
  id: "adam-printed",
  title: "Adam, as printed on the slide",
  source: { key: "kingma2015", where: "algorithm 1, printed with a fault", slide: 21 },
  equations: { w: "w - eta*m/sqrt(vHat + epsilon)" },
});
