/** Names that nobody guesses, and the code that everybody reads. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

/** No vowels, so that no code is a word; no letters that are read as others. */
const LETTERS = "BCDFGHJKMNPQRSTVWXZ";

/** Six letters by which phones find the room. */
export function newCode(): string {
  return Array.from({ length: 6 }, () => LETTERS[randomInt(LETTERS.length)]!).join("");
}

/** A name of 128 bits. */
export function newSecret(): string {
  return randomBytes(16).toString("base64url");
}

/** By this a key is known where the key itself is not kept. */
export function markOf(key: string): string {
  return createHash("sha256").update(key).digest("base64url");
}

/** Whether a key has one of these marks; how long that takes says nothing of them. */
export function hasMark(key: string, marks: readonly string[]): boolean {
  const own = Buffer.from(markOf(key));
  return (
    marks.filter((mark) => mark.length === own.length && timingSafeEqual(Buffer.from(mark), own)).length > 0
  );
}
