import type { Family } from "./edit.ts";
import { operators } from "./operators.ts";
import { carets, closedLate, forgotten, groups } from "./grouping.ts";
import { functions } from "./functions.ts";

/** The kinds of slips that are the likeliest. */
export const LIKELY: readonly Family[] = [operators, carets, functions, forgotten, groups, closedLate];
