import type { Objective } from "../objectives/objective.ts";

/** How often an objective was asked. */
export interface Evaluations {
  value: number;
  gradient: number;
  hessian: number;
}

/** An objective that counts how often it is asked. */
export function counted(objective: Objective, evaluations: Evaluations): Objective {
  return {
    ...objective,
    value(w) {
      evaluations.value++;
      return objective.value(w);
    },
    gradient(w, out, t) {
      evaluations.gradient++;
      objective.gradient(w, out, t);
    },
    hessian(w, out) {
      evaluations.hessian++;
      objective.hessian!(w, out);
    },
  };
}
