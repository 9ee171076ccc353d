import { adadelta } from "./adadelta.ts";
import { adagrad, adagradOutside } from "./adagrad.ts";
import { adam, adamPrinted } from "./adam.ts";
import { adamIncomplete } from "./adam-incomplete.ts";
import { adamax } from "./adamax.ts";
import { adamw } from "./adamw.ts";
import { amsgrad } from "./amsgrad.ts";
import { bfgs, lbfgs } from "./bfgs.ts";
import { gradientDescent } from "./gradient-descent.ts";
import { lion } from "./lion.ts";
import { momentum } from "./momentum.ts";
import { nadam } from "./nadam.ts";
import { nesterov } from "./nesterov.ts";
import { nesterovRewritten } from "./nesterov-rewritten.ts";
import { dampedNewton, newton } from "./newton.ts";
import { qhm } from "./qhm.ts";
import { radam } from "./radam.ts";
import { rmsprop, rmspropOutside } from "./rmsprop.ts";
import type { Rule } from "./rule.ts";

export {
  adadelta,
  adagrad,
  adagradOutside,
  adam,
  adamax,
  adamIncomplete,
  adamPrinted,
  adamw,
  amsgrad,
  bfgs,
  dampedNewton,
  gradientDescent,
  lbfgs,
  lion,
  momentum,
  nadam,
  nesterov,
  nesterovRewritten,
  newton,
  qhm,
  radam,
  rmsprop,
  rmspropOutside,
};

/** Every rule of the library: those of the deck in its order, then the others. */
export const rules: readonly Rule[] = [
  gradientDescent,
  momentum,
  nesterov,
  nesterovRewritten,
  adagrad,
  adagradOutside,
  rmsprop,
  rmspropOutside,
  adamIncomplete,
  adam,
  adamPrinted,
  newton,
  dampedNewton,
  bfgs,
  lbfgs,
  qhm,
  adadelta,
  adamax,
  amsgrad,
  nadam,
  adamw,
  radam,
  lion,
];
