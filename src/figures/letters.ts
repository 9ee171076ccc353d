/** How wide a letter is in the mean, beside its size: of text that is placed before it can be measured. */
const WIDTH = 0.66;

/** About how many pixels wide so many letters are. */
export function wordWidth(letters: number, size: number): number {
  return WIDTH * size * letters;
}

/** The same of bold letters, wide and narrow ones. */
const [WIDE, USUAL, NARROW] = [1.04, 0.69, 0.42];

export function boldWidth(text: string, size: number): number {
  const widths = Array.from(text, (one) =>
    /[mw]/i.test(one) ? WIDE : /[iljft.,' ()]/.test(one) ? NARROW : USUAL,
  );
  return size * widths.reduce((sum, width) => sum + width, 0);
}
