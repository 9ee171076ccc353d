import type { Cells } from "../table.ts";

/** A part of what is shown to a student, other than a figure: plain data. */
export type Drawable =
  | { readonly kind: "text"; readonly text: string }
  /** Equations, each group under its title; two groups stand side by side where there is room. */
  | { readonly kind: "equations"; readonly groups: readonly EquationGroup[] }
  | { readonly kind: "table"; readonly cells: Cells }
  | { readonly kind: "code"; readonly code: string };

export interface EquationGroup {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Elements that blocks are made of, besides tables and figures. */
export type Part = "text" | "code" | "equations" | "group" | "title" | "line";

/** How a part looks in one place: its tag, and a class or a style. */
export type Look = readonly [tag: string, attributes?: Readonly<Record<string, string>>];

/** Where blocks are drawn: as markup, or as elements of a page. */
export interface Medium<Drawn, Shown> {
  readonly looks: Readonly<Record<Part, Look>>;
  /** A text is a text, and never markup. */
  readonly element: (look: Look, content: string | readonly Drawn[]) => Drawn;
  readonly table: (cells: Cells) => Drawn;
  readonly figure: (figure: Shown) => Drawn;
  /** Code, where it is more than an element. */
  readonly code?: (code: string) => Drawn;
}

/** Blocks, one below another. */
export function drawBlocks<Drawn, Shown extends { readonly kind: "figure" }>(
  blocks: readonly (Drawable | Shown)[],
  medium: Medium<Drawn, Shown>,
): Drawn[] {
  const { looks, element, table, figure, code } = medium;
  return (blocks as readonly (Drawable | { readonly kind: "figure" })[]).map((block) => {
    switch (block.kind) {
      case "text":
        return element(looks.text, block.text);
      case "code":
        return code?.(block.code) ?? element(looks.code, block.code);
      case "equations": {
        const groups = block.groups.map(({ title, lines }) =>
          element(looks.group, [
            element(looks.title, title),
            ...lines.map((line) => element(looks.line, line)),
          ]),
        );
        return element(looks.equations, groups);
      }
      case "table":
        return table(block.cells);
      case "figure":
        return figure(block as Shown);
    }
  });
}
