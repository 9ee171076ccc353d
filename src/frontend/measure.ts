let pen: CanvasRenderingContext2D | null | undefined;

/**
 * How wide words are as the page sets them, in pixels.
 * @param font as in CSS: "650 13px sans-serif"
 */
export function widthOf(words: string, font: string): number {
  pen ??= document.createElement("canvas").getContext("2d");
  if (pen === null) return 0;
  pen.font = font;
  return pen.measureText(words).width;
}
