import { describe, expect, test } from "vitest";
import { defineRule, rules, variant } from "fall-line";
import { ARROWS, GOLD, lookOf, looksOf } from "../../src/figures/palette.ts";
import type { Look } from "../../src/rules/look.ts";
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

const looks = [...new Set(rules.map(({ look }) => look!))];
const deck = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam", "newton"].map(lookOfId);

function lookOfId(id: string): Look {
  return rules.find((rule) => rule.id === id)!.look!;
}

function pairs<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((a, i) => all.slice(i + 1).map((b): [T, T] => [a, b]));
}

describe("the palette", () => {
  test("has a look for every rule of the library", () => {
    expect(rules.filter(({ look }) => look === undefined)).toEqual([]);
  });

  test("stands out 3:1 from a white page and from a #111 page", () => {
    const colours = [...looks, ...Object.values(ARROWS), GOLD];
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
    expect(new Set(deck.map((id) => lookOfId(id).dash)).size).toBe(deck.length);
  });

  test("gives no two rules the same marker, but for the forms of one rule", () => {
    expect(new Set(looks.map(({ symbol }) => symbol)).size).toBe(looks.length);
  });

  test("tells runs of one rule apart by dash, whatever its own dash is", () => {
    for (const rule of rules) {
      const looks = looksOf([rule, rule, rule]);
      expect(new Set(looks.map(({ dash }) => dash)).size, rule.id).toBe(3);
      expect(looks.map(({ symbol }) => symbol.endsWith("-open"))).toEqual([false, true, true]);
    }
  });

  test("gives a rule of one's own a look by its place, unless it has one or is derived from one that has", () => {
    const mine = defineRule({ id: "adam-mine", title: "Mine", equations: { w: "w - 0.1*g" } });
    expect(lookOf(mine, 0)).not.toEqual(lookOf(mine, 1));
    const look = { color: "#123456", dark: "#abcdef", dash: "dot", symbol: "x" } as const;
    const painted = defineRule({ id: "painted", title: "Painted", look, equations: { w: "w - 0.1*g" } });
    const derived = variant(painted, { id: "derived", title: "Derived", equations: { w: "w - 0.2*g" } });
    expect([painted, derived].map((rule) => lookOf(rule, 1))).toEqual([look, look]);
  });
});
