/** How wide a letter is in the mean, beside its size: of text that is placed before it can be measured. */
const WIDTH = 0.66;

/** About how many pixels wide so many letters are. */
export function wordWidth(letters: number, size: number): number {
  return WIDTH * size * letters;
}
