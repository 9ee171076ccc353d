import { describe, expect, test } from "vitest";
import type { CourseLesson } from "../../src/rendering/course.ts";
import type { Output } from "../../src/rendering/executed.ts";
import { lessonPreview, pictureOf, Previews } from "../../src/pages/preview.ts";
import { projectDir } from "../lessons/lessons.ts";

const FIGURE =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" width="10" height="10"><style>a{}</style><circle r="3"/><style>b{}</style></svg>';

describe("the picture of a preview", () => {
  const picture = pictureOf({ kicker: "fall-line, <3>", title: "a & b", figure: FIGURE });

  test("is as large as is asked for where addresses are shared, 1200 by 630", () => {
    expect(picture).toMatch(
      /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1200 630" width="1200" height="630">\n<rect width="1200" height="630"/,
    );
  });

  test("has its words on the left, within the margin", () => {
    expect(picture).toContain('<text x="48" y="72" font-family="KaTeX_SansSerif" font-size="28" fill="#5d626b">fall-line, &lt;3&gt;</text>'); // prettier-ignore
    expect(picture).toContain('<text x="48" y="315" font-family="KaTeX_Main" font-weight="700" font-size="44">a &amp; b</text>'); // prettier-ignore
  });

  test("has the figure on the right, without the styles of dark pages, within the margins", () => {
    expect(picture).toContain(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" x="496" y="24" width="680" height="582"><circle r="3"/></svg>',
    );
    expect(pictureOf({ kicker: "k", title: "t" })).toMatch(/<\/g>\n\n<\/svg>$/);
  });

  test("sets exponents small and raised, as its fonts have no signs for them", () => {
    const figure = FIGURE.replace("</svg>", "<text>10⁻¹⁴</text></svg>");
    expect(pictureOf({ kicker: "k", title: "t", figure })).toContain(
      '<text>10<tspan baseline-shift="super" font-size="75%">−14</tspan></text>',
    );
  });

  /** The lines of a title, and how high each stands. */
  const linesOf = (title: string) =>
    [
      ...pictureOf({ kicker: "k", title }).matchAll(/y="([\d.]+)" font-family="KaTeX_Main"[^>]*>([^<]*)</g),
    ].map(([, y, words]) => [Number(y), words]);

  test.each([
    ["Short", [[315, "Short"]]],
    ["Sixteen lettered", [[315, "Sixteen lettered"]]],
    ["Seventeen letters", [[287, "Seventeen"], [343, "letters"]]], // prettier-ignore
    ["Incomprehensibilities of a step", [[287, "Incomprehensibilities"], [343, "of a step"]]], // prettier-ignore
    ["How does a network find its way down", [[259, "How does a"], [315, "network find its"], [371, "way down"]]], // prettier-ignore
  ])("breaks the title %j into lines around the middle", (title, lines) => {
    expect(linesOf(title)).toEqual(lines);
  });
});

describe("the preview of a lesson", () => {
  const lesson = { number: "03", title: "Momentum" } as CourseLesson;
  const shown = (data: object): Output => ({ output_type: "display_data", data: { ...data } });
  const of = (...outputs: Output[][]) => {
    const cells = outputs.map((all) => ({ outputs: all }));
    return lessonPreview(lesson, { cells } as never);
  };

  test("has its number, its title and the first picture of a figure in it", () => {
    const words = { kicker: "fall-line, lesson 03", title: "Momentum" };
    const first = [
      { output_type: "error", ename: "E", evalue: "v" },
      shown({ "text/plain": "p" }),
    ] as Output[];
    const svgs = ["one", "two"].map((svg) => shown({ "image/svg+xml": svg }));
    expect(of([], first, svgs)).toEqual({ ...words, figure: "one" });
    expect(of([shown({ "image/svg+xml": ["in lines"] })])).toEqual({ ...words, figure: undefined });
  });

  test("is a PNG of that size", async () => {
    const previews = await Previews.in(projectDir);
    const png = Buffer.from(previews.ofCourse({ "image/svg+xml": FIGURE }));
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
    await expect(Previews.in(projectDir)).resolves.toBeInstanceOf(Previews);
  });
});
