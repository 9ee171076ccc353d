let pen: CanvasRenderingContext2D | null | undefined;

/** Widths by font and words; the fonts are the system's, so none comes later. */
const widths = new Map<string, number>();

/**
 * How wide words are as the page sets them, in pixels.
 * @param font as in CSS: "650 13px sans-serif"
 */
export function widthOf(words: string, font: string): number {
  const key = `${font}\n${words}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen === null) return 0;
  pen.font = font;
  const { width } = pen.measureText(words);
  widths.set(key, width);
  return width;
}
