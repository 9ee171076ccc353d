import { describe, expect, test } from "vitest";
import type { Figure } from "fall-line/library";
import { figureFromSpecification } from "fall-line/tools";
import * as figures from "../../src/figures/index.ts";
import { kindOf } from "../../src/figures/kind.ts";
import { KINDS } from "../../src/figures/specification.ts";
import { contrast } from "./contrast.ts";
import { mutations, troubles } from "./mutations.ts";
import type { Part } from "./parts.ts";

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

test("every figure of the list says what kind it is, by a name of its own", () => {
  for (const [name, draw] of Object.entries(figures)) expect(kindOf(draw), name).toBeDefined();
  expect(new Set(KINDS.map(({ name }) => name)).size).toBe(KINDS.length);
});

type Drawn = Partial<Pick<Part, "name">> &
  Pick<Part, "type" | "x" | "y"> &
  Partial<Pick<Part, "customdata" | "mode">> & { readonly xaxis?: string };

describe.each(KINDS)("the figure $name", ({ name, example }) => {
  const figure = example();

  test("is drawn from plain data, which JSON holds", () => {
    expect(figure.data.length).toBeGreaterThan(0);
    const { data, layout, frames } = figure;
    expect(plain({ data, layout, frames })).toEqual({ data, layout, frames });
  });

  test("is the same when it is computed again from its recipe", () => {
    const recipe = plain(figure.specification) as { kind: string };
    expect(recipe.kind).toBe(name);
    expect(figureFromSpecification(recipe)).toEqual(figure);
  });

  test("says in words and numbers what it shows", () => {
    expect(figure.alt, "alt says in sentences, with numbers, what is seen").toMatch(/^\w.*\d.*\.$/s);
    expect(figure.alt).not.toMatch(/NaN|undefined|\[object/);
    expect(figure.layout["meta"]).toMatchObject({ alt: figure.alt });
  });

  test("has colours that stand out on a light and on a dark page, or on the map that they lie on", () => {
    const { dark } = figure.layout["meta"] as { dark: Readonly<Record<string, string>> };
    const colours = colourNames([figure.data, figure.layout["annotations"] ?? []]);
    expect(colours.length).toBeGreaterThan(0);
    if (hasGround(figure)) {
      expect(colours.filter((colour) => Object.hasOwn(dark, colour))).toEqual([]);
      return;
    }
    for (const colour of colours) {
      expect(contrast(colour, "#ffffff"), `${colour} on white`).toBeGreaterThanOrEqual(3);
      expect(contrast(dark[colour] ?? colour, "#111111"), `${colour} on #111`).toBeGreaterThanOrEqual(3);
    }
  });

  test("has a still picture with its words in it", () => {
    expect(figure.svg).toMatch(/^<svg [^>]*role="img".*<\/svg>$/s);
    expect(figure.svg).toContain(`<title>${figure.alt.slice(0, 20)}`);
    expect(figure.svg).toMatch(/<path /);
    expect(figure.svg).not.toMatch(/NaN|Infinity|undefined/);
  });

  test("names its axes and all that is drawn, each with as many numbers across as up", () => {
    const { scene = figure.layout } = figure.layout as { scene?: Record<string, unknown> };
    for (const name of ["xaxis", "yaxis"])
      expect((scene as Record<string, { title?: { text?: string } }>)[name]!.title!.text, name).toMatch(
        /\w|[α-ω]/,
      );
    for (const { name, type, x, y, customdata } of figure.data as unknown as Drawn[]) {
      expect(name ?? "", "each part of data has a name, for the legend and for listeners").toMatch(
        /\w|[α-ω]/,
      );
      if (type === "contour" || type === "surface") continue;
      expect(y.length, name).toBe(x.length);
      if (customdata !== undefined) expect(customdata.length, name).toBe(x.length);
    }
  });

  test("has numbers in hover, and its ranges hold where each curve begins", () => {
    for (const { name, hovertemplate, hoverinfo } of figure.data)
      expect(hoverinfo ?? hovertemplate ?? "", `hovertemplate of ${String(name)}`).toMatch(
        /%\{|^(name|skip|x\+y)$|\(-?[\d.e-]+, /,
      );
    const ranges = ["xaxis", "yaxis"].map(
      (axis) => figure.layout[axis] as { range?: number[]; type?: string } | undefined,
    );
    for (const { x, y, mode, ...rest } of figure.data as unknown as Drawn[]) {
      if (!mode?.includes("lines") || rest.xaxis === "x2") continue;
      for (const [k, axis] of ranges.entries()) {
        const first = [x, y][k]![0]!;
        if (axis?.range === undefined) continue;
        const at = axis.type === "log" ? Math.log10(first) : first;
        expect(at, `${rest.name}, ${k}`).toBeGreaterThanOrEqual(axis.range[0]!);
        expect(at, `${rest.name}, ${k}`).toBeLessThanOrEqual(axis.range[1]!);
      }
    }
  });

  test("is drawn or refused in words whatever its recipe holds", () => {
    const some = mutations(figure.specification!).filter((_, k) => k % 20 === 0);
    expect(troubles(some)).toEqual([]);
  });
});

/** Whether its marks lie on a map of colours, which is the same on both pages. */
const hasGround = ({ data }: Figure): boolean =>
  data.some(
    ({ contours, meta }) =>
      (contours as { coloring?: string } | undefined)?.coloring === "heatmap" && meta === undefined,
  );

/** The colours of lines, marks and words, wherever in a figure they stand; fills lie behind and are pale. */
function colourNames(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    key === "color" ? [value].flat().filter(isHex) : key === "colorscale" ? [] : colourNames(value),
  );
}

const isHex = (value: unknown): value is string => typeof value === "string" && /^#[0-9a-f]{6}$/.test(value);
