/** The kinds of exercises: a line for each. */
export { choose } from "./choose.ts";
export { explain } from "./explain.ts";
export { findTheBug } from "./find-the-bug.ts";
export { foresee } from "./foresee.ts";
export { formula } from "./formula.ts";
export { order } from "./order.ts";
export { place } from "./place.ts";
export { predict } from "./predict.ts";
export { sketch } from "./sketch.ts";
export { tune } from "./tune.ts";
export { write } from "./write.ts";
