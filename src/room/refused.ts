import type { Refusal } from "./protocol.ts";

/** What a phone or a deck asked for, and does not get: with words for whoever reads it. */
export class Refused extends Error {
  override readonly name = "Refused";
  readonly refusal: Refusal;

  constructor(refused: Refusal["refused"], said: string) {
    super(said);
    this.refusal = { refused, said };
  }
}
