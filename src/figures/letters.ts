/** How wide a letter is in the mean, beside its size: of text that is placed before it can be measured. */
const WIDTH = { usual: 0.66, bold: 0.72 };

/** About how many pixels wide so many letters are. */
export function wordWidth(letters: number, size: number, weight: keyof typeof WIDTH = "usual"): number {
  return WIDTH[weight] * size * letters;
}
