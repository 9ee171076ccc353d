import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

/** A slide whose body is 600 pixels high and 1000 wide; what stands on it grows with the type. */
const CSS = `
body { margin: 0; }
.slide { position: relative; width: 1000px; height: 720px; --fitted: var(--fit, 1); }
.slide.answered { --fitted: var(--fit-answer, 1); }
.slide > .body { position: absolute; inset: 60px 0; }
.slide:not(.answered) .answer { display: none; }
.slide.close .gap, .slide.brief .reason, .slide.terse .asked, .slide.bare .wrong, .slide.mute .said { display: none; }
.slide.airy .airs { height: 30px; }
.slide h2 { margin: 0; font-size: calc(46px * var(--headline, 1)); line-height: 1.15; }
.slide h2 i { display: inline-block; width: 2em; }
.workshop { width: 1000px; }
.idea-formula { position: relative; width: 1000px; height: 400px; }
.formula-rows { position: absolute; inset: 100px 200px auto; }
.formula-row .katex { position: relative; display: block; width: 600px; height: 100px; }
.katex i { position: absolute; width: 20px; height: 20px; }
.names { position: absolute; inset: 0 0 auto; height: 60px; }
.names.below { inset: auto 0 0; }
.name { position: absolute; top: 10px; width: 200px; height: 40px; }
`;

let page: Page;

useParts(async (opened) => {
  page = opened;
  await page.setViewportSize({ width: 1280, height: 1000 });
  await page.addStyleTag({ content: CSS });
});

const tall = (px: number, more = ""): string => `<div class="${more}" style="height: calc(var(--fitted) * ${px}px)"></div>`; // prettier-ignore
const fixed = (px: number, more = ""): string => `<div class="${more}" style="height: ${px}px"></div>`;
const wide = (px: number, kind: string): string => `<div><div class="${kind}" style="width: 500px; overflow: hidden"><div style="width: calc(var(--fitted) * ${px}px); height: 9px"></div></div></div>`; // prettier-ignore

/** What a slide with this on it is fitted with: as it comes and with its answer, its headline, and by which savings. */
function fitted(body: string, { scale = 1, before = "", kind = "pictured" } = {}): Promise<string> {
  return page.evaluate(
    ([html, zoom, classes]) => {
      document.body.innerHTML = `<section class="slide ${classes}" style="transform: scale(${zoom}); transform-origin: 0 0"><div class="body">${html}</div></section>`;
      const slide = document.querySelector<HTMLElement>(".slide")!;
      parts.fitSlide(slide);
      const values = ["--fit", "--fit-answer", "--headline"].map((name) =>
        slide.style.getPropertyValue(name),
      );
      return [...values, ...[...slide.classList].slice(2).filter((one) => one !== "spread")].join(" ");
    },
    [body, scale, `${kind} ${before}`] as const,
  );
}

describe("fitSlide(slide)", () => {
  test.each([
    ["as large as it goes, with air around it", tall(499), "1.13 1.13 1 airy"],
    ["as usual, where the largest has no air", tall(500), "1.00 1.00 1 airy"],
    ["as usual while it has room", tall(600), "1.00 1.00 1"],
    ["somewhat smaller", tall(601), "0.98 0.98 1"],
    ["smaller step by step", tall(666), "0.90 0.90 1"],
    ["as small as it goes", tall(749), "0.80 0.80 1"],
    ["as small as it goes, and without what can be left out", tall(760), "0.80 0.80 1 close brief terse unasked short bare silent mute"],
    ["closer together", tall(600) + fixed(200, "gap"), "1.00 1.00 1 close"],
    ["without reasons", tall(600) + fixed(200, "answer reason"), "1.00 1.00 1 brief"],
    ["without what was asked", tall(610) + fixed(200, "answer asked"), "0.98 0.98 1 brief terse"],
    ["without wrong choices", tall(600) + fixed(200, "answer wrong"), "1.00 1.00 1 brief terse unasked short bare"],
    ["without any reason", tall(600) + fixed(200, "answer said"), "1.00 1.00 1 brief terse unasked short bare silent mute"],
    ["with its answer by itself", tall(400) + tall(290, "answer"), "1.13 0.86 1 airy"],
    ["with savings that the answer needs", tall(500) + fixed(100, "answer reason") + tall(200, "answer"), "1.00 0.84 1 brief airy"], // prettier-ignore
    ["farther apart where the asked slide has room for it", fixed(534) + '<div class="airs"></div>', "1.13 1.13 1 airy"],
    ["not farther apart where it has not", fixed(535) + '<div class="airs"></div>', "1.13 1.13 1"],
    ["by what stands in its columns", `<div class="laid" style="height: 900px">${tall(600)}</div>`, "1.00 1.00 1"],
    ["by what stands in a question", `<div class="asking" style="height: 900px">${tall(601)}</div>`, "0.98 0.98 1"],
    ["not by the mark of its answer", `${tall(400)}<span class="reveals" style="display: block; height: 900px"></span>`, "1.13 1.13 1 airy"],
    ["by the lower of two columns", `<div class="laid" style="display: grid; grid-template-columns: 1fr 1fr; align-items: start">${tall(601)}${tall(100)}</div>`, "0.98 0.98 1"],
    ["so that a table has room", wide(511, "wide"), "0.98 0.98 1 airy"],
    ["so that a formula has room", wide(501, "katex-display"), "1.00 1.00 1 airy"],
    ...["w-rows", "exhibits", "asked", "evidence", "words"].map((kind) => [`so that ${kind} has room`, wide(511, kind), "0.98 0.98 1 airy"]),
    ["whatever the width of a rule's formula", `<div class="idea-formula">${wide(600, "katex-display")}</div>`, "1.13 1.13 1 airy"],
    ["so that nothing is wider than the slide", '<div style="width: calc(var(--fitted) * 1022px); height: 9px"></div>', "0.96 0.96 1 airy"],
  ])("sets prose %s", async (_, body, fit) => {
    expect(await fitted(body)).toBe(fit);
  }); // prettier-ignore

  const told = (count: number, kind: string): string => `<p class="${kind}">${"word ".repeat(count)}</p>`;
  test.each([
    ["pictured-answer", "35 words beside a picture", told(20, "prompt") + told(15, "told"), ""],
    ["pictured-answer", "more of them without reasons", told(20, "told") + told(16, "reason"), "brief"],
    ["pictured", "still more without what was asked", `<div class="asked">${told(36, "prompt")}</div>`, "brief short terse"],
    ["pictured-answer", "nothing else, whatever is told", told(36, "told"), "brief short terse unasked"],
    ["question", "60 words on a slide of words", told(45, "prompt") + told(15, "told"), ""],
    ["question", "more of them without reasons", told(45, "told") + told(16, "reason"), "brief"],
    ["question", "all that is asked", `<div class="asked">${told(61, "prompt")}</div>`, "brief short"],
  ])("leaves an answer on a slide %s %s", async (kind, _, body, left) => {
    const classes = (await fitted(body, { kind })).split(" ").slice(3);
    expect(classes.filter((one) => one !== "airy").join(" ")).toBe(left);
  }); // prettier-ignore

  test("is the same at any size of the window, and anew each time", async () => {
    expect(await fitted(tall(601), { scale: 0.5 })).toBe("0.98 0.98 1");
    expect(await fitted(tall(400), { scale: 1.5, before: "brief terse bare" })).toBe("1.13 1.13 1 airy");
    expect(await fitted(tall(600), { before: "airy" })).toBe("1.00 1.00 1");
    expect(await fitted(tall(400) + tall(290, "answer"), { before: "answered" })).toBe("1.13 0.86 1 airy answered"); // prettier-ignore
  });

  test.each([
    ["words", tall(402), "1.40 1.40"],
    ["words", tall(403), "1.30 1.30"],
    ["question", tall(434), "1.20 1.20"],
    ["question", tall(300) + tall(190, "answer"), "1.40 1.13"],
    ["question pictured-answer", tall(300) + tall(9, "answer"), "1.40 1.13"],
    ["beside with-worked", tall(300), "1.13 1.13"],
    ["idea", tall(300), "1.13 1.13"],
    ["title", tall(300), "1.13 1.13"],
  ])("sets %s larger still, where nothing that is drawn stands beside it: %#", async (kind, body, fits) => {
    expect((await fitted(body, { kind })).slice(0, 9)).toBe(fits);
  });

  test.each([
    [500, "4"],
    [520, "2.4"],
    [540, "1"],
  ])("sets the rows of a table apart as far as there is room beside %i pixels: %s", async (px, rows) => {
    await fitted(`${fixed(px)}<div style="height: calc(var(--rows) * 16px)"></div>`);
    expect(await page.locator(".slide").evaluate((one) => one.style.getPropertyValue("--rows"))).toBe(rows);
  });

  const headline = (words: number, width: number, more = ""): string =>
    `<h2 class="${more}" style="width: ${width}px">${"<i>x</i>".repeat(words)}</h2>`;
  test.each([
    // Five words of 92 pixels each.
    ["as it is", headline(5, 460), "1"],
    ["a little smaller, if it then stands on one line", headline(5, 459), "0.94"],
    ["smaller", headline(5, 432), "0.88"],
    ["as small as it goes", headline(5, 378), "0.82"],
    ["on two lines, where no size helps", headline(5, 377), "0.94"],
    ["with that of the answer", headline(5, 460) + headline(5, 432, "answer"), "0.88"],
    ["without one that is never seen", headline(5, 460) + `<div style="display: none">${headline(5, 100)}</div>`, "1"], // prettier-ignore
  ])("sets a headline %s", async (_, body, size) => {
    expect((await fitted(body)).split(" ")[2]).toBe(size);
  });

  test("leaves alone what has no size, and in larger type what is not a formula", async () => {
    expect(await fitted('<div style="height: 9px"></div></div></section><section class="slide">')).not.toBe(
      "",
    );
    const looks = await page.evaluate(() => {
      const fit = (html: string, root = "") => {
        document.documentElement.className = root;
        document.body.innerHTML = html;
        const slide = document.querySelector<HTMLElement>(".slide")!;
        parts.fitSlide(slide);
        document.documentElement.className = "";
        return `${slide.style.cssText.includes("--fit")} ${slide.querySelectorAll(".leaders").length}`;
      };
      const formula = '<div class="idea-formula"><div class="names above"></div></div>';
      return [
        fit('<section class="slide"></section>'),
        fit('<section class="slide" style="display: none"><div class="body"></div></section>'),
        fit(`<section class="slide"><div class="body">${formula}</div></section>`),
        fit(`<section class="slide"><div class="body">${formula}</div></section>`, "enlarged"),
      ];
    });
    expect(looks).toEqual(["false 0", "false 0", "true 1", "false 1"]);
  });
});

test("fitAll(slides) fits what is not shown by and by, and nothing twice", async () => {
  const run = () =>
    page.evaluate(
      async ([tallest, middle]) => {
        const hidden = (html: string, style = "") =>
          `<section class="slide future" hidden style="display: none; ${style}"><div class="body">${html}</div></section>`;
        const formula = '<div class="idea-formula"><div class="names above"></div></div>';
        document.body.innerHTML = [hidden(tallest), hidden(middle, "--fit: 7"), hidden(formula)].join("");
        const slides = [...document.querySelectorAll<HTMLElement>(".slide")];
        const look = () =>
          slides.map((one) => [one.style.getPropertyValue("--fit"), one.style.getPropertyValue("--fit-answer"), one.style.getPropertyValue("--headline"), one.className, one.hidden, one.querySelectorAll(".leaders").length].join(" ")); // prettier-ignore
        parts.fitAll(slides);
        const before = look();
        const isLeft = () => slides.some((one) => one.style.getPropertyValue("--fit") === "");
        while (isLeft()) await new Promise((done) => setTimeout(done, 9));
        return [before, look(), document.querySelectorAll(".workshop > *").length];
      },
      [tall(760), tall(100)] as const,
    );
  const before = ["   slide future true 0", "7   slide future true 0", "   slide future true 0"];
  const fit = ["0.80 0.80 1 slide future close brief terse unasked short bare silent mute spread true 0", "7   slide future true 0", "1.40 1.40 1 slide future airy spread true 1"]; // prettier-ignore
  expect(await run()).toEqual([before, fit, 0]);
});

test("previewOf(slide) is a picture of a slide as it is fitted, or as usual where it is not yet", async () => {
  const look = await page.evaluate(() => {
    document.body.innerHTML =
      '<section class="slide past" hidden aria-hidden="true" style="top: 9px; --fit: 0.9"><aside class="notes">n</aside>A</section>';
    const slide = document.querySelector<HTMLElement>(".slide")!;
    const html = slide.outerHTML;
    return [parts.previewOf(slide).outerHTML, slide.outerHTML === html];
  });
  expect(look).toEqual([
    '<div class="preview"><section class="slide" style="--fit: 0.9; --fit-answer: 1; --grown: 1; --rows: 1; --headline: 1; --title: 1;" inert="">A</section></div>',
    true,
  ]);
});

interface Letter {
  readonly part: string;
  /** Where its middle is, across, and its upper edge within its row, which is 100 high. */
  readonly x: number;
  readonly y?: number;
}

/** The lefts of names, and the lines to them, of a formula with these letters in its last row. */
function leaders(letters: readonly Letter[], { scale = 1, rows = 1, side = "below", twice = false } = {}) {
  return page.evaluate(
    ([all, zoom, count, where, again]) => {
      const row = (inner: string) => `<div class="formula-row"><span class="katex">${inner}</span></div>`;
      const marks = all.map(({ part, x, y = 40 }) => `<i class="${part}" style="left: ${x - 210}px; top: ${y}px"></i>`); // prettier-ignore
      const names = all.map(
        ({ part }) => `<div class="name w-${part} more" data-part="${part}">${part}</div>`,
      );
      const full = row(marks.join(""));
      const others = full.repeat(count - 1);
      const of = (name: string) => `<div class="names ${name}">${name === where ? names.join("") : ""}</div>`;
      document.body.innerHTML = `<section class="slide" style="transform: scale(${zoom}); transform-origin: 0 0"><div class="idea-formula">${of("above")}<div class="formula-rows">${where === "below" ? others + full : full + others}</div>${of("below")}</div></section>`;
      const slide = document.querySelector<HTMLElement>(".slide")!;
      parts.drawLeaders(slide);
      if (again) parts.drawLeaders(slide);
      const nameOf = (part: string) => slide.querySelector<HTMLElement>(`[data-part=${part}]`)!;
      return {
        lefts: all.map(({ part }) => nameOf(part).style.left),
        above: [...slide.querySelectorAll(".above .name")].map((one) => one.textContent).join(),
        widest: nameOf(all[0]!.part).style.maxWidth,
        lines: [...slide.querySelectorAll(".leaders path")].map((one) => `${one.getAttribute("class")} ${one.getAttribute("d")}`),
        hidden: [...slide.querySelectorAll(".leaders")].map((one) => one.getAttribute("aria-hidden")),
      }; // prettier-ignore
    },
    [letters, scale, rows, side, twice] as const,
  );
}

describe("drawLeaders(slide)", () => {
  // Of one row, a letter is 140 to 160 from the top; names below begin at 350, and are 200 wide.
  test("puts a name under its letter, with a line straight to it", async () => {
    const { lefts, widest, lines, hidden } = await leaders([{ part: "m", x: 500 }]);
    expect(lefts).toEqual(["400px"]);
    expect(widest).toBe("280px");
    expect(lines).toEqual(["w-m M500,164 L500,344"]);
    expect(hidden).toEqual(["true"]);
  });

  test("is the same at any size of the window, and when it is done again", async () => {
    const letters = [{ part: "m", x: 500 }, { part: "g", x: 600 }]; // prettier-ignore
    const once = await leaders(letters);
    expect(await leaders(letters, { twice: true })).toEqual(once);
    expect(await leaders(letters, { scale: 0.5 })).toEqual(once);
    const raised = [{ part: "m", x: 500, y: 29 }];
    expect(await leaders(raised, { scale: 0.5 })).toEqual(await leaders(raised));
    expect(once.lefts).toEqual(["400px", "624px"]);
    expect(once.lines).toEqual(["w-m M500,164 L500,344", "w-g M600,164 V338 H724 V344"]);
  });

  test("puts a name above the first row, with a line down to its letter", async () => {
    // Its lower edge is at 50; the line stops 6 below it, and 4 above the letter.
    const { lefts, lines } = await leaders([{ part: "m", x: 500 }, { part: "g", x: 600 }], { side: "above", rows: 2 }); // prettier-ignore
    expect(lefts).toEqual(["400px", "624px"]);
    expect(lines).toEqual(["w-m M500,136 L500,56", "w-g M600,136 V62 H724 V56"]);
  });

  test("keeps names within the formula, in the order of their letters, with lines that do not cross", async () => {
    const right = await leaders([{ part: "c", x: 790 }, { part: "a", x: 750 }, { part: "b", x: 770 }]); // prettier-ignore
    expect(right.lefts).toEqual(["800px", "352px", "576px"]);
    expect(right.lines).toEqual([
      "w-a M750,164 V329 H452 V344",
      "w-b M770,164 V338 H676 V344",
      "w-c M790,164 V338 H900 V344",
    ]);
    const left = await leaders([{ part: "a", x: 210 }, { part: "b", x: 230 }, { part: "c", x: 250 }]); // prettier-ignore
    expect(left.lefts).toEqual(["110px", "334px", "558px"]);
    expect(left.lines).toEqual([
      "w-a M210,164 L210,344",
      "w-b M230,164 V338 H434 V344",
      "w-c M250,164 V329 H658 V344",
    ]);
  });

  test("has a line straight to a name that is less than 16 pixels aside", async () => {
    const [a, b] = [{ part: "a", x: 400 }, { part: "b", x: 609 }]; // prettier-ignore
    expect((await leaders([a, b])).lines[1]).toBe("w-b M609,164 L624,344");
    expect((await leaders([a, { ...b, x: 608 }])).lines[1]).toBe("w-b M608,164 V338 H624 V344");
    // It is not in the way of the next.
    expect((await leaders([a, b, { part: "c", x: 700 }])).lines[2]).toBe("w-c M700,164 V338 H848 V344");
  });

  test("gives many names a narrower place each", async () => {
    const letters = ["a", "b", "c", "d", "e"].map((part, k) => ({ part, x: 300 + 100 * k }));
    const { widest, lefts } = await leaders(letters);
    expect(widest).toBe("176px");
    expect(lefts).toEqual(["24px", "224px", "424px", "624px", "824px"]);
  });

  test("names what stands above the middle of a formula's one row above it", async () => {
    const letters = [{ part: "up", x: 500, y: 29 }, { part: "on", x: 600, y: 30 }]; // prettier-ignore
    const one = await leaders(letters);
    expect(one.above).toBe("up");
    const two = await leaders([letters[0]!, { ...letters[1]!, y: 20 }]);
    expect(two.above).toBe("up,on");
    expect(one.lines).toEqual(["w-up M500,125 L500,56", "w-on M600,154 L600,344"]);
    const { above, lines, lefts } = await leaders(letters, { rows: 2 });
    expect(above).toBe("");
    // The line would run through what stands below the letter.
    expect(lines).toEqual(["w-on M600,254 L600,344"]);
    expect(lefts).toEqual(["276px", "500px"]);
  });

  test("has names without lines before the others, which stand at their letters", async () => {
    const { lefts } = await leaders([{ part: "on", x: 400 }, { part: "up", x: 500, y: 20 }], { rows: 2 }); // prettier-ignore
    expect(lefts).toEqual(["300px", "76px"]);
  });

  test("leaves out names without a letter, and slides without a formula", async () => {
    const left = await page.evaluate(() => {
      document.body.innerHTML = '<section class="slide"></section><section class="slide"><div class="idea-formula"><div class="names above"></div><div class="formula-rows"><div class="formula-row"><span class="katex"></span></div></div><div class="names below"><div class="name" data-part="gone">gone</div></div></div></section>';
      for (const slide of document.querySelectorAll<HTMLElement>(".slide")) parts.drawLeaders(slide);
      return [document.querySelectorAll(".leaders").length, document.querySelectorAll(".leaders path").length];
    }); // prettier-ignore
    expect(left).toEqual([1, 0]);
  });
});
