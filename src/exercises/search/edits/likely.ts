import type { Family } from "./edit.ts";
import { branches, choices } from "./bounds.ts";
import { operators } from "./operators.ts";
import { carets, closedLate, forgotten, groups, halfPowers } from "./grouping.ts";
import { functions } from "./functions.ts";
import { rightAngles } from "./right-angles.ts";
import { olds } from "./olds.ts";

/** The kinds of slips that are the likeliest. */
export const LIKELY: readonly Family[] = [
  operators,
  carets,
  halfPowers,
  functions,
  rightAngles,
  forgotten,
  groups,
  closedLate,
  branches,
  choices,
  olds,
];
