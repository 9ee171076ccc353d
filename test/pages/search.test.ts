import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { rules } from "fall-line";
import { glossaryPage, placesOfGlossary } from "../../src/pages/glossary/page.ts";
import { danglingLinks } from "../../src/pages/links.ts";
import { excerptOf } from "../../src/pages/search/excerpt.ts";
import { Finder } from "../../src/pages/search/finder.ts";
import { placesOfLesson } from "../../src/pages/search/lesson-places.ts";
import { placesOfRules } from "../../src/pages/search/rule-places.ts";
import { termsOf } from "../../src/pages/search/terms.ts";
import { readCourse } from "../../src/rendering/course.ts";
import { readNotebook } from "../../src/rendering/executed.ts";
import { projectDir } from "../lessons/lessons.ts";
import { SEARCHES } from "./searches.ts";

const notebooks = join(projectDir, "notebooks");
const course = readCourse(notebooks);
const places = new Map(
  course.map((lesson) => {
    const notebook = readNotebook(readFileSync(join(notebooks, `${lesson.name}.ipynb`), "utf8"));
    return [lesson.name, placesOfLesson(lesson, notebook)];
  }),
);
const lessons = [...places.values()].flat();
const glossary = placesOfGlossary();
const finder = new Finder([...placesOfRules(rules), ...glossary, ...lessons]);
const addresses = (query: string): string[] =>
  finder.find(query).map(({ place }) => decodeURIComponent(place.address));

describe("the search of a site", () => {
  test.each(SEARCHES)("%s leads to %s among the first three", (query, place) => {
    expect(addresses(query).slice(0, 3)).toContain(place);
  });

  test("finds the same by a letter, its name and its number as a word", () => {
    const all = ["β₁", "β1", "beta 1", "Beta one", "\u03b2_1"].map(termsOf);
    for (const terms of all) expect(terms).toEqual(["beta1"]);
    expect(termsOf("Newton’s m̂ is λ·g")).toEqual(["newton", "m", "lambda", "g"]);
  });

  test("finds nothing for nothing, and for what is nowhere", () => {
    for (const query of ["", "the", "???", "zzyzxq"]) expect(addresses(query), query).toEqual([]);
  });

  test("asks a question in its own words, and holds no answer", () => {
    const reach = lessons.find(({ address }) => decodeURIComponent(address).endsWith("#momentum/reach"))!;
    expect(reach).toEqual({
      address: "03-momentum.html#momentum%2Freach",
      title: "How far does it get?",
      within: "03 Momentum",
      weight: 1,
      text: "The heavy ball starts at x = −8, and the bottom is at x = 0. Press the largest x that it reaches within 50 steps.",
    });
    const said = lessons.map(({ text }) => text).join("\n");
    for (const hidden of ["It rolls past the bottom", "What it has kept points the other way"])
      expect(said).not.toContain(hidden);
  });

  test("has a section's text in words, formulas too, with what stands below its questions", () => {
    const idea = lessons.find(
      ({ title, within }) => title === "The idea, and slide 6" && within.startsWith("03"),
    )!;
    expect(idea.text).toContain(
      "λ: the learning rate. α: the momentum coefficient, the share of the old velocity",
    );
    expect(idea.text).toContain("μ (PyTorch, CS231n), β (Goh 2017)");
    expect(lessons.filter(({ text }) => /\\|<\/|&\w+;|&#/.test(text))).toEqual([]);
  });

  test("shows a place's words around the first that fits", () => {
    const words = Array.from({ length: 60 }, (_, i) => (i === 30 ? "β₁," : `w${i}`)).join(" ");
    const pieces = excerptOf(words, ["beta1"]);
    expect(pieces.filter(({ fits }) => fits).map(({ words: fitting }) => fitting)).toEqual(["β₁,"]);
    expect(pieces.map(({ words: said }) => said).join("")).toMatch(/^… w24 .* w29 β₁, w31 .* w49 … $/);
    const few = "a b c d e f g h i j k l m n o p q r s t u v";
    expect(excerptOf(few, ["v"])[0]).toEqual({ words: "a", fits: false });
    expect(excerptOf(words, ["w3"])[0]).toEqual({ words: "w0", fits: false });
    expect(
      excerptOf("a b", ["c"])
        .map(({ words: said }) => said)
        .join(""),
    ).toBe("a b ");
  });
});

describe("the glossary", () => {
  const assets = { siteScript: "", style: "", pageScript: "" };
  const html = glossaryPage({ course, places }, assets);
  const entryOf = (id: string): string => html.split('<div id="').find((part) => part.startsWith(`${id}"`))!;

  test("has each word once, where the search leads, and a section of its lesson", () => {
    const ids = glossary.map(({ address }) => `id="${address.split("#")[1]!}"`);
    for (const id of ids) expect(html.split(id), id).toHaveLength(2);
    expect(new Set(ids).size).toBe(glossary.length);
    const places = lessons.map(({ address }) => address.split("#"));
    const pages = course.map(({ name }): [string, string] => [
      `${name}.html`,
      places
        .flatMap(([page, id]) => (page === `${name}.html` ? [`<p id="${decodeURIComponent(id!)}">`] : []))
        .join(""),
    ]);
    const files = new Map([...pages, ["index.html", ""] as const, ["glossary.html", html] as const]);
    expect(danglingLinks(files)).toEqual([]);
    expect(html.match(/<a href="\d\d-[\w-]+\.html/g)).toHaveLength(glossary.length);
  });

  test("says the letter here as the rules have it, and the names in libraries as their programs do", () => {
    const elsewhere = (id: string): string => /Elsewhere ([^·<]*)/.exec(entryOf(id))![1]!.trim();
    expect(entryOf("momentum-coefficient")).toContain('application/x-tex">\\alpha</annotation>');
    expect(elsewhere("momentum-coefficient")).toBe(
      "μ (CS231n, PyTorch's documentation), β (Goh), momentum (PyTorch, optax, Keras)",
    );
    expect(elsewhere("beta-2")).toBe(
      "ρ₂ (Goodfellow et al.), betas[1] (PyTorch), b2 (optax), beta_2 (Keras)",
    );
    expect(elsewhere("decay-rate-of-an-average")).toBe(
      "ρ (Goodfellow et al.), β₂ (in Adam), alpha (PyTorch), decay (optax), rho (Keras)",
    );
    expect(elsewhere("weight-decay")).toContain("weight_decay (PyTorch, optax, Keras)");
  });
});
