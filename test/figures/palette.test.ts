import { describe, expect, test } from "vitest";
import { ARROWS, GOLD, LOOKS, type Look, lookOf, looksOf } from "../../src/figures/palette.ts";
import { rules } from "../../src/rules/index.ts";
import { contrast, linear, type Rgb } from "./contrast.ts";

/** Deuteranopia after Machado, Oliveira & Fernandes 2009, severity 1. */
function asSeenWithDeuteranopia([r, g, b]: Rgb): Rgb {
  return [
    0.367322 * r + 0.860646 * g - 0.227968 * b,
    0.280085 * r + 0.672501 * g + 0.047413 * b,
    -0.01182 * r + 0.04294 * g + 0.968881 * b,
  ].map((x) => Math.min(1, Math.max(0, x))) as Rgb;
}

function lab([r, g, b]: Rgb): Rgb {
  const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: string, b: string): number {
  const [p, q] = [a, b].map((hex) => lab(asSeenWithDeuteranopia(linear(hex)))) as [Rgb, Rgb];
  return Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

const deck = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton"].map((id) => LOOKS[id]!);

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

describe("the palette", () => {
  test("has a look for every rule of the library, its own or its family's", () => {
    const strangers = rules.filter(
      ({ id }) => !Object.keys(LOOKS).some((name) => id === name || id.startsWith(`${name}-`)),
    );
    expect(strangers.map(({ id }) => id)).toEqual([]);
  });

  test("stands out 3:1 from a white page and from a #111 page", () => {
    const colours = [...Object.values(LOOKS), ...Object.values(ARROWS), GOLD];
    for (const { color, dark } of colours) {
      expect(contrast(color, "#ffffff"), color).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, "#111111"), dark).toBeGreaterThanOrEqual(3);
    }
  });

  test("keeps the deck's rules and the arrows of slide 8 apart under deuteranopia", () => {
    const slide8 = [ARROWS.jump, ARROWS.correction, ARROWS.velocity, ARROWS.standard];
    for (const [a, b] of [...pairs(deck), ...pairs<{ color: string; dark: string }>(slide8)]) {
      expect(distance(a.color, b.color), `${a.color} ${b.color}`).toBeGreaterThan(12);
      expect(distance(a.dark, b.dark), `${a.dark} ${b.dark}`).toBeGreaterThan(12);
    }
  });

  test("gives each of the deck's rules a dash of its own, for lines without markers", () => {
    const deck = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"];
    expect(new Set(deck.map((id) => LOOKS[id]!.dash)).size).toBe(deck.length);
  });

  test("gives no two rules the same dash and marker", () => {
    const seen = Object.values(LOOKS).map(({ dash, symbol }) => `${dash} ${symbol}`);
    expect(new Set(seen).size).toBe(seen.length);
    expect(new Set(Object.values(LOOKS).map(({ symbol }) => symbol)).size).toBe(seen.length);
  });

  test("tells runs of one rule apart by dash, whatever its own dash is", () => {
    for (const id of Object.keys(LOOKS)) {
      const looks: Look[] = looksOf([id, id, id]);
      expect(new Set(looks.map(({ dash }) => dash)).size, id).toBe(3);
    }
  });

  test("gives a rule of one's own a look by its place", () => {
    expect(lookOf("my-rule", 0)).not.toEqual(lookOf("my-rule", 1));
    expect(lookOf("constructor", 0)).toEqual(lookOf("my-rule", 0));
  });
});
