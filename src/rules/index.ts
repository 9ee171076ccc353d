import { gradientDescent } from "./gradient-descent.ts";
import { momentum } from "./momentum.ts";
import { nesterov } from "./nesterov.ts";
import type { Rule } from "./rule.ts";

export { gradientDescent, momentum, nesterov };

/** Every rule of the library, in the order of the lessons. */
export const rules: readonly Rule[] = [gradientDescent, momentum, nesterov];
