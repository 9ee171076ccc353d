import { defined } from "../defined.ts";
import type { Feedback } from "./feedback.ts";
import { recorded } from "./mistake.ts";
import type { NewEvent } from "./progress-event.ts";

/** An attempt as it is recorded. */
export function attemptEvent(feedback: Feedback): NewEvent {
  const { id, outcome, right, credit, picked, option, name, isNamed } = feedback;
  // A right answer may be told its form: that is no mistake. What was picked says itself which mistakes it shows.
  const mistakes = right === true || picked !== undefined ? [] : recorded(feedback.mistakes);
  return {
    id,
    event: "attempt",
    outcome,
    ...defined({ right, credit, picked, option }),
    ...(mistakes.length === 0 ? {} : { mistakes }),
    ...(name === undefined ? {} : { named: isNamed }),
  };
}
