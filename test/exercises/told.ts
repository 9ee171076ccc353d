import { check, type Feedback } from "fall-line";

/** `check` for any answer to any exercise. */
export const checkAny = check as unknown as (id: string, answer: unknown) => Feedback;

/** What is told of an answer by its text. */
export const told = (id: string, source: string): Feedback =>
  checkAny(id, (0, eval)(`(${source})`) as unknown).named();
