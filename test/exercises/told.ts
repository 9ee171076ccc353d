import { check, type Feedback } from "fall-line";

/** What is told of an answer by its text. */
export function told(id: string, source: string): Feedback {
  const answer = (0, eval)(`(${source})`) as unknown;
  return (check as unknown as (id: string, answer: unknown) => Feedback)(id, answer).named();
}
