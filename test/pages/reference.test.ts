import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as library from "fall-line";
import { libraryPage, placesOfLibrary, readmeIn } from "../../src/pages/library/page.ts";
import { danglingLinks } from "../../src/pages/links.ts";
import { declaredIn } from "../../src/pages/reference/declared.ts";
import { libraryIn } from "../../src/pages/reference/library.ts";
import { groupsOf, type Library, placesOfReference, referencePage } from "../../src/pages/reference/page.ts";
import { projectDir } from "../lessons/lessons.ts";

describe("the reference of the library", () => {
  let made: Library;
  let html: string;
  const sectionOf = (name: string): string =>
    html.split("<section").find((section) => section.includes(`<h3 id="${name}">`))!;
  const wordsOf = (name: string): string => sectionOf(name).replaceAll(/<[^>]*>/g, "");

  beforeAll(async () => {
    made = await libraryIn(projectDir);
    const assets = { siteScript: "", style: "", pageScript: "" };
    html = referencePage(made, assets);
  });

  test("has each value of the library once that is no rule, with a comment, and links that lead somewhere", () => {
    const rules = new Set<unknown>(library.rules);
    const values = Object.entries(library).flatMap(([name, value]) => (rules.has(value) ? [] : [name]));
    const entries = groupsOf(made.declared).flatMap((group) => group.entries);
    const names = entries.map(({ name }) => name);
    // Lessons give their exercises to the course alone.
    const own = values.filter((name) => made.declared.has(name));
    expect(own.length).toBeGreaterThan(60);
    expect(own.filter((name) => /^[a-z]|Error$/.test(name) && !names.includes(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
    expect(entries.filter(({ name, comment }) => /^[a-z]/.test(name) && comment === "")).toEqual([]);
    const rulesPage = library.rules.map(({ id }) => `<h2 id="${id}"></h2>`).join("");
    const files = new Map([["index.html", ""], ["library.html", ""], ["rules.html", rulesPage], ["reference.html", html]]); // prettier-ignore
    const found = placesOfReference(made.declared).map(({ address }) => address);
    expect(danglingLinks(files, found)).toEqual([]);
  });

  test("says how a function is called, what it refuses, and its example", () => {
    const words = wordsOf("descend");
    expect(words).toContain("Descend an objective by a rule, and record every step.");
    expect(words).toContain("options: DescendOptions&lt;H&gt;): Trace&lt;T&gt;");
    expect(sectionOf("descend")).toContain("<code>on</code> an objective, a formula");
    expect(words).toContain("InputError for a bad start, count of steps, hyperparameter or schedule");
    expect(words).toContain("path.at(1).m // the velocity after the first step: [0.08, -0.3]");
  });

  test("has the members of what has some, a figure's picture and options, and a surface's formula", () => {
    expect(wordsOf("schedules")).toContain(
      "inverseTime(parameters: { k: number; }) =&gt; Schedule 1/t decay:",
    );
    expect(sectionOf("curves")).toMatch(/<img class="figure" src="data:image\/svg\+xml/);
    expect(wordsOf("CurveOptions")).toContain("The vertical axis; chosen by the numbers when not given.");
    expect(wordsOf("ravine")).toContain("0.05*x^2 + y^2");
    expect(wordsOf("Trace")).not.toContain("#private");
  });

  test("has each rule with the place where it is told, and the errors with what they hold", () => {
    for (const [name, value] of Object.entries(library))
      if (library.rules.includes(value as library.Rule))
        expect(html).toContain(`<a href="rules.html#${(value as library.Rule).id}">${name}</a>`);
    expect(wordsOf("InputError")).toContain("what is wrong, what was got, what is allowed, and the cure");
    expect(wordsOf("EquationError")).toContain("Position of the mistake in text, in characters from 0");
    expect(wordsOf("Complaint")).toContain("cure");
  });

  test("reads what an editor's tooltip is made of", () => {
    const { comment, tags } = declaredIn(join(projectDir, "dist", "library.d.ts")).get("adam")!;
    expect(comment).toContain("m = beta1*m + (1 - beta1)*g");
    expect(tags).toEqual([]);
  });
});

describe("the first page of the library", () => {
  const readme = readmeIn(projectDir);
  const assets = { siteScript: "", style: "", pageScript: "" };
  const html = libraryPage(readme, assets);

  test("is the package's README, with a title of its own and its sections where the search leads", () => {
    expect(html.match(/<h1[^>]*>/g)).toHaveLength(1);
    expect(html).toContain(">The library in ten minutes<");
    const places = placesOfLibrary(readme);
    const files = new Map([["index.html", ""], ["reference.html", ""], ["rules.html", ""], ["library.html", html]]); // prettier-ignore
    const addresses = places.map(({ address }) => address);
    expect(addresses).toContain("library.html#A-rule-of-your-own");
    expect(danglingLinks(files, addresses)).toEqual([]);
    expect(html.replaceAll(/<[^>]*>/g, "")).toContain("import { defineRule, descend, display, hyper } from");
  });
});
