/** What the compiler knows of the library: checked by `tsc`, never run. Each marked line must be a type error. */
import {
  adam,
  bfgs,
  convention,
  defineRule,
  descend,
  hyper,
  line,
  momentum,
  ravine,
  schedules,
  state,
  variant,
} from "fall-line";

const heavy = descend(ravine, momentum, { steps: 3, hyper: { lambda: 0.1, alpha: 0.9 } });
export const velocity: Float64Array = heavy.at(1).m;
export const velocities: Float64Array[] = heavy.term("m");
export const loss: number = heavy.at(1).loss;
export const curvature: number = descend(ravine, bfgs, { steps: 3 }).at(1).c;

// @ts-expect-error momentum has no hyperparameter eta
descend(ravine, momentum, { steps: 3, hyper: { eta: 0.1 } });
// @ts-expect-error a descent needs its count of steps
descend(ravine, momentum, { start: [1, 1] });
// @ts-expect-error momentum has no term v
export const missing: keyof ReturnType<typeof heavy.at> = "v";
// @ts-expect-error nor a series of it
heavy.term("v");
// @ts-expect-error a vector is not a number
export const wrong: number = heavy.at(1).m;

// @ts-expect-error exponential decay needs its k
schedules.exponential();
// @ts-expect-error and nothing else
schedules.exponential({ k: 0.1, rate: 2 });
// @ts-expect-error step decay needs both of its parameters
schedules.step({ factor: 0.5 });

// @ts-expect-error NAdam has no such convention
convention("nadam", "deck");
descend(ravine, convention("momentum", "torch"), { steps: 1, hyper: { tau: 0.5 } });
// @ts-expect-error the deck's momentum knows no dampening
descend(ravine, convention("momentum", "deck"), { steps: 1, hyper: { tau: 0.5 } });

const mine = defineRule({
  id: "mine",
  title: "Mine",
  hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }) },
  rate: "lambda",
  state: { s: state.vector({ meaning: "a sum" }) },
  equations: { s: "s + g", c: line.scalar("1/t"), w: "w - lambda*c*s" },
});
const run = descend(ravine, mine, { steps: 2 });
export const share: number = run.at(1).c;
export const sum: Float64Array = run.at(1).s;

const bent = variant(adam, {
  id: "b",
  title: "B",
  equations: { c: line.scalar("1/t"), w: "w - eta*c*mHat" },
});
export const bentShare: number = descend(ravine, bent, { steps: 1 }).at(1).c;
export const bentMoment: Float64Array = descend(ravine, bent, { steps: 1 }).at(1).mHat;

defineRule({
  id: "rateless",
  title: "Rateless",
  hyperparameters: { lambda: hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "learning rate" }) },
  // @ts-expect-error the rate must be one of the hyperparameters
  rate: "eta",
  equations: { w: "w - lambda*g" },
});
