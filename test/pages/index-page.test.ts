import { describe, expect, test } from "vitest";
import type { CourseLesson } from "../../src/rendering/course.ts";
import { indexPage } from "../../src/pages/index-page.ts";

const assets = { siteScript: "SITE", style: "STYLE", pageScript: "SCRIPT" };
const lesson = (number: string, more: Partial<CourseLesson> = {}): CourseLesson => ({
  name: `${number}-x`,
  number,
  title: `T<${number}>`,
  short: `S<${number}>`,
  learn: "how $x$ *falls*.",
  minutes: 40,
  needs: [],
  ...more,
});
const race = { "application/vnd.fall-line+json": { kind: "explorer" }, "text/plain": "RACE" };
const pageOf = (course: readonly CourseLesson[], workbook?: string): string =>
  indexPage(course, { race, preview: "p.png" }, assets, workbook);

describe("the first page of a site", () => {
  test("opens with the race, and says how much there is", () => {
    const html = pageOf([lesson("01"), lesson("02"), lesson("03", { minutes: 100 })]);
    expect(html).toMatch(/<div class="race" data-cell="race"><div class="live" data-fall-line="[^"]*">/);
    expect(html).toContain("3 lessons, about 3 hours in all");
    expect(html).toContain('<a href="rules.html">The update rules</a>');
    expect(html).toContain('<meta property="og:image" content="p.png">');
    expect(html).toContain("SCRIPT");
    expect(html).toMatch(
      /<header class="bar">.*<h1 class="question">How does a network find its way down\?<\/h1>/,
    );
    expect(html).toContain(
      '<a href="#lessons">Lessons</a> <a href="rules.html">Rules</a> <a href="glossary.html">Glossary</a> <a href="library.html">Library</a>',
    );
    expect(html.indexOf('class="race"')).toBeLessThan(html.indexOf('class="course-map"'));
  });

  test("counts an optional lesson apart, and says that it is optional", () => {
    const html = pageOf([
      lesson("01"),
      lesson("02", { minutes: 80 }),
      lesson("03", { minutes: 600, optional: true }),
    ]);
    expect(html).toContain("2 lessons, about 2 hours in all, and 1 more that is optional;");
    expect(html).toContain("600 minutes · optional");
  });

  test("says of each lesson what one learns, how long it takes and what it builds on", () => {
    const html = pageOf([
      lesson("01"),
      lesson("02", { slides: "6", minutes: 45 }),
      lesson("03", { needs: ["01-x", "02-x", "09-x"], slides: "3-5" }),
      lesson("04", { needs: ["03-x"] }),
    ]);
    const entries = [...html.matchAll(/<li><span class="number">[^]*?<\/li>/g)].map(([entry]) => entry);
    const factsOf = (entry: string) => /<p class="facts">(.*?)<span class="done"/.exec(entry)![1];
    expect(entries[0]).toContain('<h2><a href="01-x.html">T&lt;01&gt;</a></h2>');
    expect(entries[0]).toMatch(
      /<div class="cell"><p>You will learn how <span class="katex">.*<em>falls<\/em>/,
    );
    expect(entries[0]).toContain('<span class="done" data-done-of="01-x" hidden></span>');
    expect(entries.map(factsOf)).toEqual([
      "40 minutes",
      "45 minutes · slide 6",
      '40 minutes · slides 3-5 · builds on <a href="01-x.html">01 S&lt;01&gt;</a>, <a href="02-x.html">02 S&lt;02&gt;</a>',
      '40 minutes · builds on <a href="03-x.html">03 S&lt;03&gt;</a>',
    ]);
  });

  test("has a place for one's work after the lessons, where they can be worked in", () => {
    expect(pageOf([lesson("01")], "<WORK>")).toMatch(/<\/ol>\n<WORK>\n<\/main>/);
    expect(pageOf([lesson("01")])).toMatch(/<\/ol>\n\n<\/main>/);
  });
});
