import type { Dataset } from "./dataset.ts";
import { PICTURES } from "./digits-pictures.ts";

/** A pixel that is all ink. */
const FULL = 16;

/**
 * Handwritten digits, by 13 people (Alpaydin and Kaynak 1998; CC BY 4.0): 1,797 pictures of 8 x 8 pixels. The inputs of a
 * picture are its pixels from the upper left, row by row: how much of each is ink, 0 to 1. Its label is the digit, 0 to 9.
 * @example digits().inputs[0].length // 64
 */
export function digits(): Dataset {
  const pictures = PICTURES.trim()
    .split("\n")
    .map((line) => line.split(" "));
  return {
    name: "digits",
    inputs: pictures.map(([, pixels = ""]) => Array.from(pixels, (ink) => parseInt(ink, FULL + 1) / FULL)),
    labels: pictures.map(([label]) => Number(label)),
    classes: Array.from({ length: 10 }, (_, digit) => String(digit)),
  };
}
