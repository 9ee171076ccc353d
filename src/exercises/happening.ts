import type { Feedback } from "./feedback.ts";
import type { Happening } from "./progress-event.ts";

/** An attempt as it is recorded. */
export function happeningOf(feedback: Feedback): Happening {
  const { id, outcome, right, credit, picked, name, isNamed } = feedback;
  // A right answer may be told its form: that is no mistake.
  const mistakes = right === true ? [] : idsOf(feedback);
  return {
    id,
    event: "attempt",
    outcome,
    ...(right === undefined ? {} : { right }),
    ...(credit === undefined ? {} : { credit }),
    ...(picked === undefined ? {} : { picked }),
    ...(mistakes.length === 0 ? {} : { mistakes }),
    ...(name === undefined ? {} : { named: isNamed }),
  };
}

/** The ids of the mistakes that an answer shows. */
export function idsOf({ mistakes }: Feedback): string[] {
  return mistakes.map(({ id }) => id);
}
