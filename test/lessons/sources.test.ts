import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bibliography, referenceOf } from "../../src/bibliography.ts";
import { authorsAndYear, type Reference } from "../../src/citation.ts";
import { SOURCES_TAG } from "../../src/notebook/tags.ts";
import { lessons, projectDir } from "./lessons.ts";

/** The works that the cell of a lesson's sources refers to. */
const sourcesOf = new Map(
  lessons.map(({ name, cells }) => {
    const { source } = cells.find(({ tags }) => tags.includes(SOURCES_TAG))!;
    return [
      name,
      Array.from(source.matchAll(/\{\{cite (\w+)\}\}/g), ([, key]) => referenceOf(key!)!),
    ] as const;
  }),
);

/** What a line of the lessons' table refers to, as `Duchi et al. 2011`. */
const CITED = /[A-Z][a-z]+(?: et al\.| and [A-Z][a-z]+)? \d{4}/g;

describe("the sources of a lesson", () => {
  test.each([...sourcesOf])("%s: papers of the bibliography, but for the tour", (name, works) => {
    expect(works.length > 0).toBe(name !== "00-start-here");
  });

  test("are those of the table in lessons/README.md, and more", () => {
    const rows = readFileSync(`${projectDir}/lessons/README.md`, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| ["));
    expect(rows, "a row of the table for each lesson").toHaveLength(lessons.length);
    rows.forEach((row, k) => {
      const declared = sourcesOf.get(lessons[k]!.name)!.map(authorsAndYear);
      const column = row.split("|").at(-2)!;
      for (const cited of column.match(CITED) ?? []) expect(declared, row).toContain(cited);
    });
  });

  test("are in the bibliography, whoever a lesson's prose mentions with a year in brackets", () => {
    const years = new Set(
      Object.values<Reference>(bibliography).flatMap(({ authors, year }) =>
        // Of a name of several words prose is searched for the last.
        authors.map((name) => `${name.split(" ").at(-1)!} ${year}`),
      ),
    );
    const prose = lessons.flatMap(({ cells }) => cells.filter(({ type }) => type === "markdown"));
    const mentioned = prose.flatMap(({ source }) =>
      Array.from(
        source.replaceAll(/\s+/g, " ").matchAll(/\b([A-Z][A-Za-z]+)(?: et al\.)? \(?((?:18|19|20)\d\d)\b/g),
      ),
    );
    expect(mentioned.length).toBeGreaterThan(10);
    for (const [words, name, year] of mentioned) expect(years, words).toContain(`${name!} ${year!}`);
  });
});
