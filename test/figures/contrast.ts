/** WCAG 2.1's contrast ratio of two colours written as #rrggbb. */
export function contrast(a: string, b: string): number {
  const [low, high] = [a, b]
    .map(linear)
    .map(([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b)
    .sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export type Rgb = [number, number, number];

/** The light of a colour, red, green and blue from 0 to 1. */
export function linear(hex: string): Rgb {
  return [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
}
