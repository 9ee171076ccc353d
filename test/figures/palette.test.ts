import { describe, expect, test } from "vitest";
import { defineRule, rules, variant } from "fall-line";
import { type Color, differenceCiede2000 } from "culori";
import { ARROWS, type Colours, GOLD, lookOf, looksOf, secondShade } from "../../src/figures/palette.ts";
import type { Look } from "../../src/rules/look.ts";
import { TOKENS } from "../../src/tokens.ts";
import { contrast, linear } from "./contrast.ts";

/** The eyes of Machado, Oliveira & Fernandes 2009, severity 1: what each makes of linear red, green and blue. */
const EYES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "all cones": [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const ciede2000 = differenceCiede2000();

function asSeen(hex: string, eye: readonly (readonly number[])[]): Color {
  const light = linear(hex);
  const [r, g, b] = eye.map((row) => {
    const seen = row.reduce((sum, share, k) => sum + share * light[k]!, 0);
    return Math.min(1, Math.max(0, seen));
  }) as [number, number, number];
  return { mode: "lrgb", r, g, b };
}

/** How far two colours are apart (CIEDE2000) to the eyes that tell them apart least. */
function distance(a: string, b: string): number {
  return Math.min(...Object.values(EYES).map((eye) => ciede2000(asSeen(a, eye), asSeen(b, eye))));
}

const looks = [...new Set(rules.map(({ look }) => look!))];
const six = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"].map(lookOfId);

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

  test("stands out 3:1 from a white page, from ours, and from a #111 page", () => {
    const colours = [...looks, ...Object.values(ARROWS), ...looks.map(secondShade), GOLD];
    for (const { color, dark } of colours) {
      expect(contrast(color, "#ffffff"), color).toBeGreaterThanOrEqual(3);
      expect(contrast(color, TOKENS.paper[0]), color).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, "#111111"), dark).toBeGreaterThanOrEqual(3);
      expect(contrast(dark, TOKENS.paper[1]), dark).toBeGreaterThanOrEqual(3);
    }
  });

  const slide8 = [ARROWS.jump, ARROWS.correction, ARROWS.velocity, ARROWS.standard];
  const second = [lookOfId("newton"), lookOfId("newton-damped")];
  test.each<[string, readonly Colours[]]>([
    ["the deck's six rules", six],
    ["the deck's rules and Newton's", [...six, lookOfId("newton")]],
    ["Newton's method and the damped one", second],
    ["the arrows of slide 8", slide8],
    ...looks.map((look): [string, readonly Colours[]] => [
      `the shades of ${look.color}`,
      [look, secondShade(look)],
    ]),
  ])("keeps %s 10 apart (CIEDE2000) to all eyes, on a light page and a dark one", (_, colours) => {
    for (const [a, b] of pairs(colours)) {
      expect(distance(a.color, b.color), `${a.color} ${b.color}`).toBeGreaterThanOrEqual(10);
      expect(distance(a.dark, b.dark), `${a.dark} ${b.dark}`).toBeGreaterThanOrEqual(10);
    }
  });

  test("gives each of the deck's rules a dash of its own, for lines without markers", () => {
    const deck = ["gd", "momentum", "nesterov", "adagrad", "rmsprop", "adam"];
    expect(new Set(deck.map((id) => lookOfId(id).dash)).size).toBe(deck.length);
  });

  test("tells any two rules apart by dash and marker together when they are drawn together", () => {
    for (const [a, b] of pairs(rules)) {
      const [first, other] = looksOf([a, b]).map(({ dash, symbol }) => `${dash} ${symbol}`);
      expect(first, `${a.id} ${b.id}`).not.toBe(other);
    }
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
    const places = [0, 1, 2, 3, 4, 5].map((place) => lookOf(mine, place).color);
    expect(new Set(places.slice(0, 3)).size).toBe(3);
    expect(places.slice(3)).toEqual(places.slice(0, 3));
    const look = { color: "#123456", dark: "#abcdef", dash: "dot", symbol: "x" } as const;
    const painted = defineRule({ id: "painted", title: "Painted", look, equations: { w: "w - 0.1*g" } });
    const derived = variant(painted, { id: "derived", title: "Derived", equations: { w: "w - 0.2*g" } });
    expect([painted, derived].map((rule) => lookOf(rule, 1))).toEqual([look, look]);
  });
});
