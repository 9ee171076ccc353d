import type { Cells } from "../table.ts";

/** A part of what is shown to a student, other than a figure: plain data. */
export type Drawable =
  | { readonly kind: "text"; readonly text: string }
  /** Equations, each group under its title; two groups stand side by side where there is room. */
  | { readonly kind: "equations"; readonly groups: readonly EquationGroup[] }
  | { readonly kind: "table"; readonly cells: Cells }
  | { readonly kind: "code"; readonly code: string }
  /** What was said beside what is. */
  | { readonly kind: "said"; readonly said: readonly string[]; readonly is: readonly string[] }
  /** Markdown, with formulas. */
  | { readonly kind: "prose"; readonly source: string };

export interface EquationGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Elements that blocks are made of, besides tables and figures. */
export type BlockPart = "text" | "code" | "equations" | "group" | "title" | "line" | "said" | "value";

/** How a part looks in one place: its tag, and a class or a style. */
export type Look = readonly [tag: string, attributes?: Readonly<Record<string, string>>];

/** Where blocks are drawn: as markup, or as elements of a page. */
export interface Medium<Drawn, Shown> {
  readonly looks: Readonly<Record<BlockPart, Look>>;
  /** A text is a text, and never markup. */
  readonly element: (look: Look, content: string | readonly Drawn[]) => Drawn;
  readonly table: (cells: Cells) => Drawn;
  readonly figure: (figure: Shown) => Drawn;
  readonly prose: (source: string) => Drawn;
  /** Code, where it is more than an element. */
  readonly code?: (code: string) => Drawn;
}

export const YOU_SAID = "You said";
export const IT_IS = "It is";

/** Blocks, one below another. */
export function drawBlocks<Drawn, Shown extends { readonly kind: "figure" }>(
  blocks: readonly (Drawable | Shown)[],
  medium: Medium<Drawn, Shown>,
): Drawn[] {
  const { looks, element, table, figure, prose, code } = medium;
  const group = (title: string, lines: readonly string[], look: Look): Drawn =>
    element(looks.group, [element(looks.title, title), ...lines.map((line) => element(look, line))]);
  return (blocks as readonly (Drawable | { readonly kind: "figure" })[]).map((block) => {
    switch (block.kind) {
      case "text":
        return element(looks.text, block.text);
      case "code":
        return code?.(block.code) ?? element(looks.code, block.code);
      case "equations":
        return element(
          looks.equations,
          block.groups.map(({ title, lines }) => group(title, lines, looks.line)),
        );
      case "said":
        return element(looks.said, [
          group(YOU_SAID, block.said, looks.value),
          group(IT_IS, block.is, looks.value),
        ]);
      case "prose":
        return prose(block.source);
      case "table":
        return table(block.cells);
      case "figure":
        return figure(block as Shown);
    }
  });
}
