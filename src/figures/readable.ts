/** How much a colour stands out from another, after WCAG 2, and colours for small text. */

/** @param hex as `#d62728` */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = channelsOf(hex).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The red, green and blue of `#rrggbb`, from 0 to 255. */
export function channelsOf(hex: string): number[] {
  return [1, 3, 5].map((from) => Number.parseInt(hex.slice(from, from + 2), 16));
}

/** From 1, the same, to 21, black on white. */
export function contrastOf(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((p, q) => p - q);
  return (high + 0.05) / (low + 0.05);
}

const ENOUGH = 4.6;

/**
 * A colour itself, or its nearest shade in which small text can be read on a ground. On a light ground Nesterov's pink
 * becomes a darker one.
 */
export function readable(color: string, ground: string): string {
  const toward = luminance(ground) > 0.4 ? "#000000" : "#ffffff";
  for (let share = 0; share < 1; share += 0.04) {
    const shade = mixed(color, toward, share);
    if (contrastOf(shade, ground) >= ENOUGH) return shade;
  }
  return toward;
}

/** A colour on its way to another, by a share of the way. */
export function mixed(color: string, toward: string, share: number): string {
  const end = channelsOf(toward);
  const parts = channelsOf(color).map((channel, k) => Math.round(channel + share * (end[k]! - channel)));
  return `#${parts.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}
