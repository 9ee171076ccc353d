import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { KERNEL, LANGUAGE } from "../src/language.ts";

const compiler = JSON.parse(
  readFileSync(new URL("../node_modules/typescript/package.json", import.meta.url), "utf8"),
) as { version: string };

test("the language is told in the terms of Jupyter's protocol, Pygments, nbconvert and CodeMirror", () => {
  expect(LANGUAGE).toEqual({
    name: "typescript",
    version: compiler.version,
    mimetype: "text/typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    // CodeMirror 5 knows TypeScript as an option of JavaScript's mode, and JupyterLab by its own name.
    codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
    nbconvert_exporter: "script",
  });
});

test("the kernel has the package's name, and is shown by its language first", () => {
  expect(KERNEL).toEqual({
    name: "fall-line",
    display_name: "TypeScript (fall-line)",
    language: "typescript",
  });
});
