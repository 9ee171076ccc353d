import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pressIn } from "./harness/keys.ts";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
declare const frame: InstanceType<typeof parts.Frame>;

let page: Page;

useParts((opened) => (page = opened));

describe("the frame of an explorer", () => {
  const PARTS = ["map", "transport", "curve", "chips", "numbers", "step", "surface", "reset", "formula", "fault", "sentence", "share"]; // prettier-ignore
  const put = (width: number) =>
    page.evaluate(
      ([names, wide]) => {
        const all = Object.fromEntries(names.map((name) => [name, parts.html("i", { id: name }, name)]));
        const panel = [all["numbers"]!, all["step"]!];
        const frame = new parts.Frame("Explorer of ravine", { ...all, panel } as never);
        const place = parts.html("div", { id: "place", style: `width: ${wide}px` });
        document.body.append(
          parts.html("style", {}, ".fall-line-explorer .sheet:not(:popover-open) { display: none }"),
          place,
        );
        frame.mount(place);
        Object.assign(window, { frame });
      },
      [PARTS, width] as const,
    );
  const widen = async (width: number) => {
    await page.evaluate(
      (wide) => (document.querySelector<HTMLElement>("#place")!.style.width = `${wide}px`),
      width,
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))))); // prettier-ignore
  };
  /** The parts in each of its places, in their order. */
  const places = () =>
    page.evaluate(() => {
      const within = (selector: string) =>
        [...document.querySelectorAll(`${selector} > *`)].map((one) => one.id || one.classList[0]!).join(" ");
      return { title: within(".title"), actions: within(".actions"), sheet: within(".sheet"), body: within(".body"), beside: within(".readout") }; // prettier-ignore
    });
  const wide = {
    title: "surface formula",
    actions: "reset share more",
    sheet: "",
    body: "map transport curve chips beside top sentence sheet",
    beside: "fault numbers step",
  };
  const phone = {
    title: "surface",
    actions: "reset more",
    sheet: "formula fault sentence share",
    body: "map transport curve chips beside top sheet",
    beside: "numbers step",
  };

  test("has all parts in their places from 640 pixels on, and is narrower laid out for a phone", async () => {
    await put(640);
    expect(await places()).toEqual(wide);
    await page.evaluate(() => document.body.replaceChildren());
    await put(639);
    expect(await places()).toEqual(phone);
  });

  test("moves what is rarely used when its width changes, until it is stopped", async () => {
    await put(700);
    await widen(400);
    expect(await places()).toEqual(phone);
    await page.evaluate(() => frame.showFormula());
    expect(await page.locator(".sheet").isVisible()).toBe(true);
    await widen(700);
    expect([await places(), await page.locator(".sheet").isVisible()]).toEqual([wide, false]);
    await page.evaluate(() => frame.showFormula());
    expect(await page.locator(".sheet").isVisible()).toBe(false);
    await page.evaluate(() => frame.stop());
    expect(await page.locator("#place > *").count()).toBe(0);
  });

  test("opens its sheet by a button, has a name, and keeps the notebook's keys out", async () => {
    await put(400);
    await page.getByRole("button", { name: "more settings" }).click();
    expect(await page.locator("#formula").isVisible()).toBe(true);
    const root = page.getByRole("group", { name: "Explorer of ravine" });
    expect([await root.getAttribute("data-lm-suppress-shortcuts"), await root.getAttribute("tabindex")]).toEqual(["true", "-1"]); // prettier-ignore
  });
});

describe("the menu to share", () => {
  const own = { format: 1, kind: "explorer" };
  const put = (canCopy = true, hasMap = true) =>
    page.evaluate(
      ([recipe, can, has]) => {
        const model = parts.modelOf(0.25);
        const copied: string[] = [];
        const writeText = (text: string) =>
          can ? Promise.resolve(void copied.push(text)) : Promise.reject(new Error());
        Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
        const map = parts.html("div", { style: "width: 30px; height: 20px" });
        const red = parts.html("canvas", { width: 60, height: 40 });
        const pen = red.getContext("2d")!;
        pen.fillStyle = "red";
        pen.fillRect(0, 0, 60, 40);
        const style = parts.html("style", {}, "#drawn rect { fill: rgb(0, 0, 255) }");
        const svg = "http://www.w3.org/2000/svg";
        const drawn = document.createElementNS(svg, "svg");
        drawn.setAttribute("viewBox", "0 0 30 20");
        drawn.id = "drawn";
        const half = document.createElementNS(svg, "rect");
        for (const [name, value] of [["x", "15"], ["width", "15"], ["height", "20"]] as const) half.setAttribute(name, value); // prettier-ignore
        drawn.append(half);
        if (has) map.append(red, drawn);
        document.body.append(
          parts.shareMenu(model, recipe, { node: map, words: () => "a map", filmed: {} as never }),
          map,
          style,
          parts.html("button", { id: "elsewhere" }, "x"),
        );
        Object.assign(window, { model, copied });
      },
      [own, canCopy, hasMap] as const,
    );
  const summary = () => page.locator("summary");
  const isOpen = () => page.locator("details").evaluate((one: HTMLDetailsElement) => one.open);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const copied = () => page.evaluate(() => (window as never as { copied: string[] }).copied);
  const field = () => page.getByLabel("what was copied");
  const said = () => page.getByRole("status").textContent();

  test("copies a link that brings the same settings, and a line of TypeScript", async () => {
    await put();
    await summary().click();
    expect(await field().isVisible()).toBe(false);
    expect(await field().evaluate((one: HTMLInputElement) => one.readOnly)).toBe(true);
    await press("Copy link");
    const [link] = await copied();
    expect([link!.startsWith(`${page.url()}#explore=`), await field().inputValue()]).toEqual([true, link]);
    await expect.poll(said).toBe("Copied.");
    await press("Copy as TypeScript");
    expect((await copied())[1]).toBe(
      'import { display, explore, gradientDescent, momentum, ravine } from "fall-line"; display(explore({ objective: ravine, rules: [{ rule: gradientDescent, hyper: { lambda: 0.25 } }, { rule: momentum, hyper: { lambda: 0.1, alpha: 0.9 } }], start: [-8, 1.5], steps: 20 }));',
    );
  });

  test("has the text selected where it may not copy", async () => {
    await put(false);
    await summary().click();
    await press("Copy link");
    await expect.poll(said).toBe("Selected: copy it with the keyboard.");
    const selected = await field().evaluate((one: HTMLInputElement) => [one.selectionStart, one.selectionEnd === one.value.length]); // prettier-ignore
    expect(selected).toEqual([0, true]);
  });

  test("keeps the map as a picture in twice its pixels: the relief, and over it what is drawn, in its colours", async () => {
    await put();
    await summary().click();
    const [file] = await Promise.all([page.waitForEvent("download"), press("Save picture")]);
    expect(file.suggestedFilename()).toBe("ravine.png");
    await expect.poll(said).toBe("Saved.");
    expect(await page.getByLabel("what it shows, in words").inputValue()).toBe("a map");
    const bytes = (await (await file.createReadStream()).toArray()) as Buffer[];
    const picture = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = parts.html("canvas", { width: image.width, height: image.height });
      const pen = canvas.getContext("2d")!;
      pen.drawImage(image, 0, 0);
      const at = (x: number, y: number) => [...pen.getImageData(x, y, 1, 1).data];
      return [image.width, image.height, at(2, 2), at(27, 37), at(33, 2), at(57, 37)];
    }, Buffer.concat(bytes).toString("base64"));
    const [red, blue] = [[255, 0, 0, 255], [0, 0, 255, 255]]; // prettier-ignore
    expect(picture).toEqual([60, 40, red, red, blue, blue]);
  });

  test("says so where no picture can be made", async () => {
    await put(true, false);
    await summary().click();
    await press("Save picture");
    await expect.poll(said).toBe("This browser can't make a picture of it.");
  });

  test("is closed by Escape, which goes no further, and by a press or a focus elsewhere", async () => {
    await put();
    const escape = () =>
      page.evaluate(() => {
        let isHeard = false;
        const hear = (): void => void (isHeard = true);
        document.body.addEventListener("keydown", hear);
        const button = document.querySelector<HTMLElement>("details button")!;
        button.focus();
        button.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
        document.body.removeEventListener("keydown", hear);
        return isHeard;
      });
    await summary().click();
    expect([await escape(), await isOpen()]).toEqual([false, false]);
    expect(await summary().evaluate((one) => one === document.activeElement)).toBe(true);
    expect(await escape()).toBe(true);
    await summary().click();
    await page.getByRole("button", { name: "Copy link" }).focus();
    expect(await isOpen()).toBe(true);
    await page.locator("#elsewhere").focus();
    expect(await isOpen()).toBe(false);
    await summary().click();
    await page.locator("details .panel").dispatchEvent("pointerdown");
    expect(await isOpen()).toBe(true);
    await page.locator("#elsewhere").dispatchEvent("pointerdown");
    expect(await isOpen()).toBe(false);
  });
});

describe("an explorer", () => {
  const put = (width = 800) =>
    page.evaluate(async (wide) => {
      const { explore, ravine, momentum } = parts.library;
      const place = parts.html("div", { style: `width: ${wide}px` });
      document.body.append(place);
      const made = explore({ objective: ravine, rules: [momentum], steps: 9 });
      Object.assign(window, { explorer: await parts.draw(place, made.specification, true) });
    }, width);
  /** Whether a key was taken, whether the page heard of it, and what is shown then. */
  const pressed = (target: string, key: string, more: object = {}) =>
    pressIn(page, `.fall-line-explorer${target}`, key, more, ".transport output");

  test("has keys wherever the keyboard is, but in fields, and leaves others to the page and the space bar to buttons", async () => {
    await put();
    const own = (t: number) => [true, false, `step ${t} of 9`];
    const others = (t: number) => [false, true, `step ${t} of 9`];
    expect(await pressed("", "ArrowLeft")).toEqual(own(8));
    expect(await pressed("", "ArrowLeft", { shiftKey: true })).toEqual(own(0));
    expect(await pressed(" button.chip", "End")).toEqual(own(9));
    expect(await pressed(" input.knob", "Home")).toEqual(own(0));
    expect(await pressed(" summary", "ArrowRight")).toEqual(own(1));
    for (const one of [" button", " summary"]) expect(await pressed(one, " ")).toEqual(others(1));
    expect(await pressed("", "x")).toEqual(others(1));
    for (const held of ["ctrlKey", "metaKey", "altKey"])
      expect(await pressed("", "Home", { [held]: true })).toEqual(others(1));
    for (const field of [" input.typed", " select", " .expression"])
      expect(await pressed(field, "Home")).toEqual([false, false, "step 1 of 9"]);
    const isMagnified = () => page.locator(".lens .close").isVisible();
    await expect.poll(isMagnified).toBe(true);
    expect(await pressed("", "m")).toEqual(own(1));
    expect(await isMagnified()).toBe(false);
    await page.evaluate("explorer.remove()");
    expect(await page.locator(".fall-line-explorer").count()).toBe(0);
  });

  test.each([800, 500])(
    "opens the field of its formula for a surface of one's own, %d pixels wide",
    async (width) => {
      await put(width);
      await page.getByLabel("surface").selectOption("Your own");
      const field = page.getByLabel("formula", { exact: true });
      expect([await field.isVisible(), await field.evaluate((one) => one === document.activeElement)]).toEqual([true, true]); // prettier-ignore
      await page.evaluate("explorer.remove()");
    },
  );

  test("is of two parameters", async () => {
    const refused = await page.evaluate(async () => {
      const { explore, ravine, momentum } = parts.library;
      const { specification } = explore({ objective: ravine, rules: [momentum] });
      const objective = { name: "bowl", expression: "x^2 + y^2 + z^2", variables: ["x", "y", "z"], start: [1, 1, 1] }; // prettier-ignore
      return parts
        .draw(document.body, { ...(specification as object), objective }, true)
        .then(() => "drawn", String);
    });
    expect(refused).toContain('an explorer shows an objective of two parameters, got "x, y, z"');
  });
});

test("answers are withheld at and below a place that says so, and who watches is told", async () => {
  const all = await page.evaluate(async () => {
    const [inner, beside] = [parts.html("i"), parts.html("i")];
    const place = parts.html("div", {}, inner);
    document.body.append(place, beside);
    let told = 0;
    const { stop } = parts.watchWithheld(() => (told += 1));
    const look = async () => {
      await Promise.resolve();
      return [[place, inner, beside, document.body].map((one) => parts.isWithheld(one)), told];
    };
    const looks = [await look()];
    parts.withhold(place, true);
    looks.push(await look());
    parts.withhold(place, false);
    looks.push(await look());
    stop();
    parts.withhold(place, true);
    return [...looks, await look()];
  });
  const no = [false, false, false, false];
  const yes = [true, true, false, false];
  expect(all).toEqual([[no, 0], [yes, 1], [no, 2], [yes, 2]]); // prettier-ignore
});
