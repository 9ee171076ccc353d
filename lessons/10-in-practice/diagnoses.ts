import { exercise } from "fall-line/library";

/** What may be wrong with a run, and how its curves would go. */
const ailments = {
  high: {
    text: "The rate is too high all the time.",
    reason: "With too high a rate the loss is thrown up and down to the end, and does not settle.",
  },
  low: {
    text: "The rate is too low.",
    reason:
      "With too low a rate both curves fall from the first step on, slowly, and are still falling at the end.",
  },
  warm: {
    text: "The rate is too high at first: no warm-up.",
    reason: "Without a warm-up the loss leaps at once, and then falls as it should.",
  },
  few: {
    text: "It over-fits.",
    reason: "Where a network over-fits, validation falls first, and turns up while training goes on to fall.",
  },
  plateau: {
    text: "It began on a plateau.",
    reason: "On a plateau both curves stay level for a while, and then fall.",
  },
  bug: {
    text: "There is a bug in the data.",
    reason:
      "With wrong labels training falls, for they can be learned by heart, and validation never gets below a guess, 2.303.",
  },
};

/** A card that asks what is wrong with a run whose curves are in sight; `reason` says how it is seen, `explanation` what helps. */
export function diagnosis(run: string, right: keyof typeof ailments, reason: string, explanation: string) {
  const options = Object.fromEntries(
    Object.entries(ailments).map(([name, ailment]) => [
      name,
      name === right ? { ...ailment, reason, right: true } : ailment,
    ]),
  ) as typeof ailments;
  return exercise.foresee({
    title: `Run ${run}`,
    prompt: `What is wrong with run ${run}?`,
    options,
    explanation,
    hints: ["Where do the two begin, when does each move, and do they part?"],
  });
}
