/** What the site opens with: the six rules of the course in one race. */
import { bundleOf, type MimeBundle } from "../display.ts";
import { explore } from "../figures/explore.ts";
import { beale } from "../objectives/surfaces.ts";
import { adagrad, adam, gradientDescent, momentum, nesterov, rmsprop } from "../rules/index.ts";

const SIX = [gradientDescent, momentum, nesterov, adagrad, rmsprop, adam];

/** The race as an output: an explorer, and its still picture. */
export async function raceOfAll(): Promise<MimeBundle> {
  return bundleOf(
    explore({ objective: beale, rules: SIX, start: [1, 1], steps: 60, tuned: true, plays: true }),
  );
}
