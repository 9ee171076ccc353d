/** The elements of our own still pictures: none that names another file, runs, moves or costs much. */
const ELEMENTS = new Set(["svg", "title", "style", "g", "path", "text", "tspan", "circle", "rect"]);

const MOST_LETTERS = 200_000;

/** How high it is, in pixels. */
export function heightIn(svg: string): number {
  const [, height = "0"] = /^<svg[^>]* height="(\d+)"/.exec(svg) ?? [];
  return Number(height);
}

/** A text, which a notebook may hold as a list of lines. */
export function textOf(content: unknown): string {
  return [content]
    .flat()
    .filter((part) => typeof part === "string")
    .join("");
}

/** Whether an SVG is a still picture of our own making. */
export function isOurs(svg: string): boolean {
  if (!svg.startsWith("<svg") || svg.length > MOST_LETTERS) return false;
  return Array.from(svg.matchAll(/<\/?([^\s/>]*)/g)).every(([, name]) => ELEMENTS.has(name!));
}
