import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { type ExecutedNotebook, readNotebook } from "../../src/rendering/executed.ts";
import { type Files, pageFiles, siteWith } from "../../src/pages/export.ts";
import { SPECIFICATION } from "../../src/mime.ts";
import { publishing } from "../../src/pages/publishing.ts";
import { policyFor, WorkbookParts, type WorkbookSource } from "../../src/rendering/workbook-parts.ts";
import { WORKED_STYLE } from "../../src/trace/worked/style.ts";
import { projectDir } from "../lessons/lessons.ts";

/** A project with small products; its modules and styles are the real ones. */
const folder = mkdtempSync(join(tmpdir(), "fall-line-export-"));
const PRODUCTS = [
  "site",
  "page",
  "workbook",
  "charts",
  "page-kernel",
  "editor",
  "home",
  "rules",
  "search",
  "service-worker",
];
const source: WorkbookSource = {
  projectDir: folder,
  notebooks: join(folder, "notebooks"),
  library: join(folder, "dist", "index.js"),
  exercises: { "01-one": ["one/a"] },
};
const NAMES = { "old/a": "one/a" };
const lesson = (number: string, name: string): CourseLesson => ({
  name: `${number}-${name}`,
  number,
  needs: [],
  title: `Lesson ${name}`,
  short: name,
  learn: "much.",
  minutes: 10,
});
const course = [lesson("01", "one"), lesson("02", "two"), lesson("03", "three")];
const notebookOf = ({ title }: CourseLesson): string =>
  JSON.stringify({
    cells: [{ id: "t", cell_type: "markdown", source: `# ${title}\n\n[two](02-two.ipynb)`, metadata: {} }],
  });
const executed = new Map<string, ExecutedNotebook>();

beforeAll(() => {
  for (const name of ["dist", "notebooks"]) mkdirSync(join(folder, name));
  for (const name of ["node_modules", "src"]) symlinkSync(join(projectDir, name), join(folder, name));
  for (const name of PRODUCTS) writeFileSync(join(folder, "dist", `${name}.js`), ` "${name} é€" \n`);
  writeFileSync(source.library, 'export const a = "ß";');
  writeFileSync(join(folder, "dist", "index.d.ts"), "export declare const a: string;");
  writeFileSync(join(folder, "dist", "former-names.json"), JSON.stringify(NAMES));
  for (const one of course) {
    writeFileSync(join(source.notebooks, `${one.name}.ipynb`), notebookOf(one));
    executed.set(one.name, readNotebook(notebookOf(one)));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

const product = (name: string): string => ` "${name} é€" \n`;
const text = (files: Files, path: string): string => files.get(path) as string;
const data = (html: string, id: string): unknown =>
  JSON.parse(new RegExp(`<script type="application/json" id="${id}">(.*?)</script>`).exec(html)![1]!);
const policyOf = (html: string) => /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1];
const scriptOf = (html: string) => /<script defer src="([^"]*)"><\/script>/.exec(html)?.[1];
const scriptHash = createHash("sha256").update('"site é€"').digest("base64");
/** A part that is packed in a page. */
const part = (html: string, id: string): string =>
  gunzipSync(Buffer.from(new RegExp(`id="${id}">([^<]*)<`).exec(html)![1]!, "base64")).toString();

describe("a site", () => {
  let read: Files;
  let worked: Files;
  const shown = {
    race: { "text/plain": "THE RACE", [SPECIFICATION]: {} },
    library: { declared: new Map(), pictures: new Map<string, string>() },
    previews: {
      ofCourse: () => Uint8Array.of(0),
      ofLesson: ({ number }: CourseLesson, { cells }: ExecutedNotebook) => Uint8Array.of(Number(number), cells.length), // prettier-ignore
    },
  };
  beforeAll(() => {
    read = siteWith(shown, folder, course, executed);
    worked = siteWith(shown, folder, course, executed, source, "https://e.org/c/");
  });
  const named = (files: Files): string[] =>
    [...files.keys()].filter((path) => !path.endsWith(".woff2")).sort();
  const READ = [
    ...[
      "01-one.html",
      "02-two.html",
      "03-three.html",
      "assets/charts.js",
      "assets/page.js",
      "assets/rules.js",
      "assets/search.js",
      "assets/style.css",
      "glossary.html",
    ],
    ...["index.html", "library.html", "previews/01-one.png", "previews/02-two.png", "previews/03-three.png"],
    ...["previews/course.png", "reference.html", "rules.html"],
  ];

  test("has a page for each lesson, one for the map, one for the rules, one for words, two for the library, and once what all of them need", () => {
    expect(named(read)).toEqual(READ);
    const more = ["README.md", "assets/editor.js", "assets/home.js", "assets/kernel.js", "service-worker.js"];
    expect(named(worked)).toEqual([...READ, ...more].sort());
  });

  test("has its scripts as they were built: that of lessons is another where they can be worked in", () => {
    for (const files of [read, worked]) expect(text(files, "assets/charts.js")).toBe(product("charts"));
    expect(text(read, "assets/page.js")).toBe(product("page"));
    expect(text(worked, "assets/page.js")).toBe(product("workbook"));
    expect(text(worked, "assets/editor.js")).toBe(product("editor"));
    expect(text(worked, "assets/home.js")).toBe(product("home"));
    expect(text(worked, "service-worker.js")).toBe(product("service-worker"));
    expect(text(worked, "README.md")).toBe(publishing());
  });

  test("loads the script of its pages; the map has one of its own where lessons can be worked in", () => {
    expect(scriptOf(text(read, "index.html"))).toBe("assets/page.js");
    expect(scriptOf(text(worked, "index.html"))).toBe("assets/home.js");
    expect(scriptOf(text(worked, "01-one.html"))).toBe("assets/page.js");
    expect(scriptOf(text(read, "01-one.html"))).toBeUndefined();
    expect(text(worked, "01-one.html")).toContain('<link rel="stylesheet" href="assets/style.css">');
  });

  test("allows its pages nothing from elsewhere where cells run, and the small script of the head by its hash", () => {
    const paths = ["index.html", "rules.html", "01-one.html"];
    for (const path of paths) {
      expect(policyOf(text(read, path))).toBeUndefined();
      const policy = policyOf(text(worked, path))!;
      expect(policy).toContain(`script-src 'self' 'sha256-${scriptHash}' 'unsafe-eval' blob:`);
      expect(text(worked, path)).toContain('<script>"site é€"</script>');
    }
  });

  test("has a search in each page's bar, with all that can be found in the script that comes when it is wanted", () => {
    const script = text(read, "assets/search.js");
    expect(script.endsWith(`;\n${product("search")}`)).toBe(true);
    const places = JSON.parse(/^fallLinePlaces = (.*);$/m.exec(script)![1]!) as { address: string }[];
    const pages = new Set(places.map(({ address }) => address.split("#")[0]!));
    expect([...pages]).toEqual([
      "rules.html",
      "glossary.html",
      "library.html",
      "01-one.html",
      "02-two.html",
      "03-three.html",
    ]);
    for (const path of ["index.html", "glossary.html", ...pages])
      expect(text(read, path), path).toContain('<button type="button" data-search="assets/search.js"');
  });

  test("keeps fonts beside its style sheet, which finds them there, of the two alphabets that are written in", () => {
    const fonts = [...read.keys()].filter((path) => path.endsWith(".woff2"));
    const style = text(read, "assets/style.css");
    expect(fonts.every((path) => /^assets\/fonts\/[\w-]+\.woff2$/.test(path))).toBe(true);
    const asked = [...style.matchAll(/url\((fonts\/[^)]*)\)/g)].map(([, path]) => `assets/${path}`);
    expect(new Set(asked)).toEqual(new Set(fonts));
    expect(fonts.filter((path) => path.includes("source-serif")).map((path) => /4-(\w+)-wght-(\w+)/.exec(path)!.slice(1).join(" ")).sort()).toEqual(["greek italic", "greek normal", "latin italic", "latin normal"]); // prettier-ignore
    expect(
      Buffer.from(read.get(fonts[0]!) as Uint8Array)
        .subarray(0, 4)
        .toString(),
    ).toBe("wOF2");
    expect(style).not.toMatch(/url\([^)]*\.(ttf|woff)\)/);
    expect(style.startsWith("/*! Source Serif 4: Adobe, SIL Open Font License 1.1. KaTeX: ")).toBe(true);
    for (const part of [
      "--serif:",
      "--jp-error-color1:",
      ".katex",
      ".course-map",
      ".work-bar",
      ".hljs-keyword",
      ".fall-line-worked",
    ])
      expect(style.includes(part), part).toBe(true);
    expect(style.endsWith(WORKED_STYLE)).toBe(true);
  });

  test("leads from each lesson home and to its neighbours", () => {
    const neighbours = (path: string) =>
      [...text(read, path).matchAll(/<a rel="(\w+)" href="([^"]*)"/g)].map(([, rel, to]) => `${rel} ${to}`);
    expect(["01-one", "02-two", "03-three"].map((name) => neighbours(`${name}.html`))).toEqual([
      ["next 02-two.html"],
      ["prev 01-one.html", "next 03-three.html"],
      ["prev 02-two.html"],
    ]);
    expect(text(read, "03-three.html")).toContain('<a href="02-two.html">two</a>');
    for (const path of ["02-two.html", "rules.html"])
      expect(text(read, path)).toContain('<a class="home" href="index.html">');
    expect(text(read, "index.html")).toContain('<a href="rules.html">');
  });

  test("has a picture of each page for those who share it, under the address of the site", () => {
    const picture = (files: Files, path: string) =>
      /og:image" content="([^"]*)"/.exec(text(files, path))?.[1];
    expect(picture(read, "02-two.html")).toBe("previews/02-two.png");
    expect(picture(worked, "02-two.html")).toBe("https://e.org/c/previews/02-two.png");
    expect(picture(worked, "index.html")).toBe("https://e.org/c/previews/course.png");
    const pictures = ["course", "01-one", "02-two", "03-three"].map((name) =>
      read.get(`previews/${name}.png`),
    );
    expect(pictures.map((bytes) => [...(bytes as Uint8Array)])).toEqual([[0], [1, 1], [2, 1], [3, 1]]);
    expect(text(read, "index.html")).toContain("THE RACE");
  });

  test("has in each lesson what it is worked in with, and in the map the exercises", () => {
    expect(data(text(worked, "02-two.html"), "fall-line-lesson")).toEqual({
      lesson: "02-two",
      title: "Lesson two",
      notebook: JSON.parse(notebookOf(course[1]!)) as object,
      formerNames: NAMES,
      kernelSize: text(worked, "assets/kernel.js").length,
    });
    expect(text(worked, "02-two.html")).not.toContain("application/gzip");
    expect(text(worked, "index.html")).toContain('<section id="work" aria-label="My work"><h2>My work</h2></section>'); // prettier-ignore
    expect(data(text(worked, "index.html"), "fall-line-course")).toEqual({
      exercises: source.exercises,
      formerNames: NAMES,
    });
    for (const path of read.keys()) expect(String(read.get(path))).not.toMatch(/fall-line-(lesson|course)"/);
  });

  test("is not made where a link leads nowhere, which is named", () => {
    const broken = new Map(executed).set("01-one", readNotebook(notebookOf(course[0]!).replace("](02", "](02-two.html#gone) [a](02"))); // prettier-ignore
    const trouble = expect.objectContaining({
      message: "There are links that lead nowhere: 01-one.html links to 02-two.html#gone",
      cure: "Mend them in lessons/, run npm run build:notebooks, and try again.",
    }) as Error;
    expect(() => siteWith(shown, folder, course, broken)).toThrow(trouble);
    expect(() => pageFiles(folder, course, broken)).toThrow(trouble);
  });
});

describe("pages that are one file each", () => {
  const two = course.slice(0, 2);

  test("are those that were asked for, and link to each other alone", () => {
    const files = pageFiles(folder, [course[0]!], executed);
    expect([...files.keys()]).toEqual(["01-one.html"]);
    expect(text(files, "01-one.html")).not.toContain("02-two.html");
    const both = pageFiles(folder, two, executed);
    expect(text(both, "01-one.html")).toContain('<a href="02-two.html">two</a>');
    expect(text(both, "01-one.html")).not.toMatch(
      /rel="next"|index\.html|og:image|http-equiv|defer|data-search/,
    );
  });

  test("hold their style with its fonts, and their scripts", () => {
    const html = text(pageFiles(folder, two, executed, source), "01-one.html");
    expect(html).toMatch(/<style>\/\*! Source Serif 4[^]*url\(data:font\/woff2;base64,d09GMg[^]*<\/style>/);
    expect(html).toContain("--jp-error-color1:");
    expect(html).toContain(`<script>${product("workbook")}</script>`);
    expect(part(html, "fall-line-charts")).toBe(product("charts"));
    expect(part(html, "fall-line-editor")).toBe(product("editor"));
    expect(part(html, "fall-line-kernel")).toMatch(/^fallLineKernel\(/);
    expect(policyOf(html)).toContain("script-src 'unsafe-inline' 'unsafe-eval' blob:");
    expect(data(html, "fall-line-lesson")).toMatchObject({ lesson: "01-one", title: "Lesson one" });
  });
});

describe("what pages are worked in with", () => {
  test("is the kernel as a call with its parts, in letters of ASCII", () => {
    const kernel = new WorkbookParts(source).files().get("assets/kernel.js")!;
    expect(kernel).toMatch(/^fallLineKernel\(\{[\0-\x7f]*\}\)\n$/);
    expect(kernel).toContain("\\u00e9\\u20ac");
    expect(JSON.parse(kernel.slice("fallLineKernel(".length, -2))).toEqual({
      worker: product("page-kernel"),
      code: readFileSync(source.library, "utf8"),
      types: "export declare const a: string;",
    });
  });

  test("may load nothing from another place, and send nothing there", () => {
    const rules: unknown = Object.fromEntries(
      policyFor()
        .split("; ")
        .map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]),
    );
    expect(rules).toEqual({
      "default-src": "'none'",
      "script-src": "'unsafe-inline' 'unsafe-eval' blob:",
      "worker-src": "'self' blob:",
      "connect-src": "'self' blob:",
      "img-src": "'self' data: blob:",
      "style-src": "'self' 'unsafe-inline'",
      "font-src": "'self' data:",
      "base-uri": "'none'",
      "form-action": "'none'",
    });
  });
});
