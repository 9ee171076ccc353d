/** The picture of a page that is shown where someone shares its address. */
import { readFileSync } from "node:fs";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import type { MimeBundle } from "../display.ts";
import { escapeHtml } from "../escape.ts";
import type { CourseLesson } from "../rendering/course.ts";
import type { ExecutedNotebook } from "../rendering/executed.ts";
import { packageFile } from "../system/packages.ts";

/** As most who show such pictures ask for, in pixels. */
const SIZE = { width: 1200, height: 630 };
const MARGIN = 48;
/** The part for words; the type of a title, and how many of its letters stand in a line. */
const COLUMN = 448;
const TITLE = { size: 44, row: 56, letters: 16 };
/** What is free around the figure. */
const AROUND = 24;

const FONTS = ["KaTeX_Main-Regular", "KaTeX_Main-Bold", "KaTeX_SansSerif-Regular", "KaTeX_Math-Italic"];

/** Signs of exponents, which these fonts do not have: they are set small and raised. */
const RAISED = /[⁰¹²³⁴-⁹⁻]+/g;

/** What a preview shows. */
interface Preview {
  readonly kicker: string;
  readonly title: string;
  /** A still picture of a figure, as SVG. */
  readonly figure?: string | undefined;
}

/** Makes previews. */
export class Previews {
  private constructor(private readonly fonts: Uint8Array[]) {}

  static #loading: Promise<void> | undefined;

  static async in(projectDir: string): Promise<Previews> {
    const read = (path: string) => readFileSync(packageFile(projectDir, path));
    this.#loading ??= initWasm(read("@resvg/resvg-wasm/index_bg.wasm"));
    await this.#loading;
    return new Previews(FONTS.map((font) => read(`katex/dist/fonts/${font}.ttf`)));
  }

  /** A preview as PNG. */
  #png(preview: Preview): Uint8Array {
    const font = {
      fontBuffers: this.fonts,
      defaultFontFamily: "KaTeX_SansSerif",
      sansSerifFamily: "KaTeX_SansSerif",
      serifFamily: "KaTeX_Main",
    };
    return new Resvg(pictureOf(preview), { font }).render().asPng();
  }

  /** That of the course, with the picture that it opens with. */
  ofCourse(race: MimeBundle): Uint8Array {
    const figure = race["image/svg+xml"] as string;
    return this.#png({ kicker: "fall-line", title: "How does a network find its way down?", figure });
  }

  /** That of a lesson. */
  ofLesson(lesson: CourseLesson, notebook: ExecutedNotebook): Uint8Array {
    return this.#png(lessonPreview(lesson, notebook));
  }
}

/** A lesson's title, and the figure that it opens with. */
export function lessonPreview({ number, title }: CourseLesson, { cells }: ExecutedNotebook): Preview {
  const outputs = cells.flatMap((cell) => cell.outputs);
  const figures = outputs.flatMap((output) => ("data" in output ? [output.data["image/svg+xml"]] : []));
  const figure = figures.find((svg) => typeof svg === "string");
  return { kicker: `fall-line, lesson ${number}`, title, figure };
}

/** A preview as SVG. */
export function pictureOf({ kicker, title, figure }: Preview): string {
  const { width, height } = SIZE;
  const lines = linesOf(title);
  const words = lines.map(
    (line, i) =>
      `<text x="${MARGIN}" y="${height / 2 + TITLE.row * (i - (lines.length - 1) / 2)}" font-family="KaTeX_Main" font-weight="700" font-size="${TITLE.size}">${escapeHtml(line)}</text>`,
  );
  const box = `x="${MARGIN + COLUMN}" y="${AROUND}" width="${width - COLUMN - MARGIN - AROUND}" height="${height - 2 * AROUND}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="#fffefb"/><rect width="12" height="${height}" fill="#b3461f"/>
<g fill="#23262b"><text x="${MARGIN}" y="${MARGIN + 24}" font-family="KaTeX_SansSerif" font-size="28" fill="#5d626b">${escapeHtml(kicker)}</text>${words.join("")}</g>
${figure === undefined ? "" : inBox(figure, box)}
</svg>`;
}

/** The picture for light pages, in a place of the larger one. */
function inBox(svg: string, box: string): string {
  return svg
    .replace(/<style>[^]*?<\/style>/g, "")
    .replace(
      RAISED,
      (signs) => `<tspan baseline-shift="super" font-size="75%">${signs.normalize("NFKC")}</tspan>`,
    )
    .replace(/^(<svg[^>]*?)\swidth="[^"]*"\sheight="[^"]*"/, `$1 ${box}`);
}

/** A title in lines of about the same length. */
function linesOf(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < TITLE.letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
