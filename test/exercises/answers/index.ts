/** Answers to every exercise in which a function is written, by its id. */
import { adagrad } from "./adagrad.ts";
import { adam } from "./adam.ts";
import type { Answers } from "./answer.ts";
import { exponential, inverse } from "./decay.ts";
import { bowl, gradient, moves, twice } from "./first.ts";
import { gradientDescent } from "./gradient-descent.ts";
import { momentum } from "./momentum.ts";
import { nesterov } from "./nesterov.ts";
import { newton } from "./newton.ts";
import { rmsprop } from "./rmsprop.ts";

export const answers: Readonly<Record<string, Answers>> = {
  "start-here/twice": twice,
  "start-here/bowl": bowl,
  "start-here/moves": moves,
  "motivation/gradient": gradient,
  "gradient-descent/rule": gradientDescent,
  "momentum/rule": momentum,
  "nesterov/rule": nesterov,
  "adagrad/rule": adagrad,
  "rmsprop/rule": rmsprop,
  "adam/rule": adam,
  "decay/exponential": exponential,
  "decay/inverse": inverse,
  "newton/rule": newton,
};
