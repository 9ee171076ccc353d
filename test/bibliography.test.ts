import { describe, expect, test } from "vitest";
import { bibliography, referenceOf } from "../src/bibliography.ts";
import { authorsAndYear, authorsInFull, citation, type Reference } from "../src/citation.ts";

const entries = Object.entries<Reference>(bibliography);

describe("the bibliography", () => {
  test("is in the order of its keys, and a paper's key is its first author and year", () => {
    const keys = entries.map(([key]) => key);
    expect(keys).toEqual([...keys].sort());
    const papers = entries.filter(([key]) => /^[a-z]+\d{4}$/.test(key));
    expect(papers.length).toBeGreaterThan(30);
    for (const [key, { authors, year }] of papers) expect(`${authors[0]!.toLowerCase()}${year}`).toBe(key);
  });

  test("has a link that stays for each: a DOI, arXiv, or the official page over https", () => {
    for (const [key, { link }] of entries) expect(link, key).toMatch(/^https:\/\/[\w.-]+\.[a-z]+\/?/);
    expect(new Set(entries.map(([, { link }]) => link)).size).toBe(entries.length);
  });

  test("has nothing for a key that it does not know, not even for an inherited one", () => {
    expect([referenceOf("constructor"), referenceOf("me2030")]).toEqual([undefined, undefined]);
  });
});

describe("a reference in words", () => {
  test.each([
    ["zeiler2012", "Zeiler 2012"],
    ["kingma2015", "Kingma and Ba 2015"],
    ["lessard2016", "Lessard et al. 2016"],
  ])("of %s is %s in a text", (key, words) => {
    expect(authorsAndYear(referenceOf(key)!)).toBe(words);
  });

  test("names all authors when it is given in full", () => {
    expect(citation(bibliography.lessard2016)).toBe(
      "Lessard, Recht and Packard 2016. Analysis and Design of Optimization Algorithms via Integral Quadratic " +
        "Constraints. SIAM Journal on Optimization 26(1), 57-95. https://arxiv.org/abs/1408.3595",
    );
  });
});

test("authors are named by one, by two, or by the first of more", () => {
  const by = (...authors: string[]) => ({ authors, year: 2015, title: "", published: "", link: "" });
  expect([by("A"), by("A", "B"), by("A", "B", "C")].map(authorsAndYear)).toEqual([
    "A 2015",
    "A and B 2015",
    "A et al. 2015",
  ]);
  expect([by("A"), by("A", "B", "C")].map(authorsInFull)).toEqual(["A 2015", "A, B and C 2015"]);
});
