import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
declare const model: InstanceType<typeof parts.Model>;

let page: Page;

useParts((opened) => (page = opened));

const act = (what: () => unknown) => page.evaluate(`void (${what.toString()})()`);
const picture = () =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

describe("the formula of the surface", () => {
  const put = () =>
    page.evaluate(() => {
      const model = parts.modelOf(0.1);
      const stale: string[] = [];
      const field = new parts.FormulaField(
        model,
        (shown) => void stale.push(shown === undefined ? "" : shown.textContent!),
      );
      document.body.append(field.node, field.problem);
      Object.assign(window, { model, stale, field });
    });
  const pencil = () => page.getByRole("button", { name: "write a formula of your own" });
  const input = () => page.getByLabel("formula", { exact: true });
  const shown = () => page.locator(".formula-shown annotation").textContent();
  const expression = () => page.evaluate(() => model.settings.objective.expression);
  const stale = () => page.evaluate(() => (window as never as { stale: string[] }).stale.splice(0));
  const problem = () => page.getByRole("alert");

  test("is set in type, and becomes a field with it when the pencil is pressed", async () => {
    await put();
    expect(await shown()).toMatch(/^f = 0\.05 .*x\^\{2\}/);
    expect([await input().isVisible(), await problem().isVisible()]).toEqual([false, false]);
    await pencil().click();
    expect(await shown()).toBe("f(x, y) =");
    expect([await input().inputValue(), await pencil().isVisible()]).toEqual(["0.05*x^2 + y^2", false]);
    expect(await input().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("is taken as it is typed, and closed by Enter, which leaves the keyboard at the pencil", async () => {
    await put();
    await pencil().click();
    await input().fill("a^2 + b^2");
    expect([await expression(), await shown()]).toEqual(["a^2 + b^2", "f(x, y) ="]);
    await input().press("Enter");
    expect([await input().isVisible(), await shown()]).toEqual([false, expect.stringMatching(/^f = .*a.*b/)]);
    expect(await pencil().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test("that can't be read is explained and underlined, over the last good one; Enter keeps it open, Escape gives it up", async () => {
    await put();
    await pencil().click();
    await stale();
    await input().fill("x^2 + sinn(y)");
    expect(await problem().textContent()).toMatch(
      /^There is no function sinn\. Did you mean sin.*All functions/,
    );
    expect(await input().getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".marks").evaluate((one) => [one.textContent, one.querySelector("u")!.textContent])).toEqual(["x^2 + sinn(y)", "sinn"]); // prettier-ignore
    expect([await expression(), (await stale())[0]]).toEqual([
      "0.05*x^2 + y^2",
      expect.stringContaining("0.05"),
    ]);
    await input().press("Enter");
    await input().blur();
    expect(await input().isVisible()).toBe(true);
    await input().press("Escape");
    expect([await input().isVisible(), await problem().isVisible()]).toEqual([false, false]);
    expect([await input().getAttribute("aria-invalid"), await stale()]).toEqual([null, ["", ""]]);
    expect(await pencil().evaluate((one) => one === document.activeElement)).toBe(true);
    await pencil().click();
    expect(await input().inputValue()).toBe("0.05*x^2 + y^2");
  });

  test("is mended by a press on what was meant", async () => {
    await put();
    await pencil().click();
    await input().fill("x^2 + sinn(y)");
    await problem().getByRole("button", { name: "sin", exact: true }).click();
    expect([await expression(), await input().inputValue()]).toEqual(["x^2 + sin(y)", "x^2 + sin(y)"]);
    expect([await problem().isVisible(), (await stale()).at(-1)]).toEqual([false, ""]);
    expect(await page.locator(".marks").evaluate((one) => [one.textContent, one.querySelector("u")!.textContent])).toEqual(["x^2 + sin(y)", ""]); // prettier-ignore
    expect(await input().evaluate((one) => one === document.activeElement)).toBe(true);
  });

  test.each([
    ["x^2", /needs two variables, and this one has only x\./],
    ["x + y + z", /needs two variables, and this one has x, y, z\./],
    ["", /^Write a formula in x and y, such as/],
    ["x^2 +", /^Something is missing after \+\./],
  ])("%j is none for a map", async (text, words) => {
    await put();
    await pencil().click();
    await input().fill(text);
    expect(await problem().textContent()).toMatch(words);
    expect(await problem().getByText("All functions").count()).toBe(1);
    expect(await input().getAttribute("aria-describedby")).toBe(await problem().getAttribute("id"));
  });

  test("is closed when it is left, and when another surface is taken; not while it is written", async () => {
    await put();
    await pencil().click();
    await input().blur();
    expect(await input().isVisible()).toBe(false);
    await act(() => model.change({ objective: parts.library.beale }));
    expect(await shown()).toMatch(/^f = .*1\.5/);
    await pencil().click();
    await act(() => model.change({ objective: parts.library.ravine }));
    expect(await input().isVisible()).toBe(true);
  });
});

describe("the menu of the surfaces", () => {
  const put = () =>
    page.evaluate(() => {
      const model = parts.modelOf(0.1);
      const asked: string[] = [];
      document.body.append(parts.surfaceMenu(model, () => void asked.push("own")));
      Object.assign(window, { model, asked });
    });
  const menu = () => page.getByLabel("surface");
  const settings = () =>
    page.evaluate(() => ({ name: model.settings.objective.name, start: model.settings.start }));

  test("offers those of two parameters by name, and one of one's own", async () => {
    await put();
    const names = await menu().locator("option").allTextContents();
    expect(names).toEqual(expect.arrayContaining(["Ravine", "Rosenbrock", "Beale"]));
    expect([names.at(-1), names.includes("Parabola"), new Set(names).size]).toEqual([
      "Your own",
      false,
      names.length,
    ]);
    expect(await page.locator(".menu .face").textContent()).toBe("Ravine");
  });

  test("takes a surface with the start that it has", async () => {
    await put();
    await menu().selectOption("Rosenbrock");
    const start = await page.evaluate(() => parts.library.rosenbrock.start);
    expect(await settings()).toEqual({ name: "Rosenbrock", start });
    expect(await page.locator(".menu .face").textContent()).toBe("Rosenbrock");
  });

  test("leaves all as it is where one's own is wanted, and says so of a formula that is none of them", async () => {
    await put();
    await menu().selectOption("Your own");
    expect(await page.evaluate(() => (window as never as { asked: string[] }).asked)).toEqual(["own"]);
    expect(await settings()).toEqual({ name: "ravine", start: [-8, 1.5] });
    await act(() => model.change({ objective: { ...model.settings.objective, expression: "x^2 + y^2" } }));
    expect(await page.locator(".menu .face").textContent()).toBe("Your own");
    await act(() => model.change({ objective: parts.library.ravine }));
    expect(await page.locator(".menu .face").textContent()).toBe("Ravine");
  });
});

describe("the rules beside the map", () => {
  const put = () =>
    page.evaluate(() => {
      const model = parts.modelOf(0.1);
      document.body.append(parts.rulesPanel(model));
      Object.assign(window, { model });
    });
  const titles = () => page.locator(".rule button.choose").allTextContents();

  test("are one card each, and a menu of the library that adds one with its numbers", async () => {
    await put();
    expect(await titles()).toEqual(["Gradient descent", "Momentum"]);
    const add = page.getByLabel("add a rule");
    const [first, ...offered] = await add.locator("option").allTextContents();
    expect([first, offered.length]).toEqual([
      "add a rule",
      await page.evaluate(() => parts.library.rules.length),
    ]);
    await add.selectOption("Adam");
    expect([await titles(), await add.inputValue()]).toEqual([["Gradient descent", "Momentum", "Adam"], ""]);
    expect(await page.evaluate(() => model.chosen?.runner)).toMatchObject({
      rule: { id: "adam" },
      hyper: { eta: 0.001 },
    });
    expect(await page.locator(".rules > *").last().getAttribute("class")).toContain("menu add");
    const looks = await page
      .locator(".rule")
      .evaluateAll((all) => all.map((one) => one.getAttribute("style")));
    expect(new Set(looks).size).toBe(3);
  });

  test("keep their cards and say what has changed while they are the same", async () => {
    await put();
    const card = await page.locator(".rule").first().elementHandle();
    const first = () => page.locator(".words").first().textContent();
    const before = await first();
    await act(() => model.goTo(0));
    expect([await card.evaluate((one) => one.isConnected), (await first()) === before]).toEqual([
      true,
      false,
    ]);
    await act(() => model.add(parts.library.adam));
    expect(await card.evaluate((one) => one.isConnected)).toBe(false);
  });
});

describe("the step in numbers", () => {
  const put = (lambda: number, more: object = {}) =>
    page.evaluate(
      ([rate, options]) => {
        const model = parts.modelOf(rate, options);
        document.body.append(new parts.StepPanel(model).node);
        Object.assign(window, { model });
      },
      [lambda, more] as const,
    );
  const goTo = async (t: number) => {
    await page.evaluate((at) => model.goTo(at), t);
    await picture();
  };
  const words = () => page.locator(".step-numbers").textContent();
  const isWorked = async () => (await page.locator(".step-numbers .fall-line-worked").count()) === 1;

  test("is the chosen rule's, from the first to the very last", async () => {
    await put(0.1);
    expect(await isWorked()).toBe(true);
    const last = await words();
    await goTo(0);
    expect([await isWorked(), await words()]).toEqual([false, "Step 0 is the start. Go a step forward to see the first step in numbers."]); // prettier-ignore
    await goTo(1);
    const first = await words();
    expect([await isWorked(), first!.includes("m"), first === last]).toEqual([true, false, false]);
    await act(() => model.choose(1));
    await picture();
    expect(await words()).toContain("m");
  });

  test("is why it stopped where the rule has gone no further", async () => {
    // It runs away beyond all numbers, and the other goes on.
    await put(1e4, { steps: 200 });
    const last = await page.evaluate(() => model.runs[0]!.trace.steps);
    expect(last).toBeLessThan(200);
    const sentence = await page.evaluate(() => model.runs[0]!.trace.stop.sentence);
    expect([await isWorked(), await words()]).toEqual([false, sentence]);
    await goTo(last);
    expect(await isWorked()).toBe(true);
    await goTo(last + 1);
    expect([await isWorked(), await words()]).toEqual([false, sentence]);
  });

  test("waits for the next picture, and until the start rests", async () => {
    await put(0.1);
    const now = await page.evaluate(() => {
      const node = document.querySelector(".step-numbers")!;
      const before = node.textContent;
      model.goTo(0);
      return node.textContent === before;
    });
    expect(now).toBe(true);
    await picture();
    const start = await words();
    expect(start).toMatch(/^Step 0/);
    await act(() => {
      model.move("start", true);
      model.goTo(2);
    });
    await picture();
    expect(await words()).toBe(start);
    await act(() => model.move("start", false));
    await picture();
    expect(await isWorked()).toBe(true);
  });

  test("is nothing where no rule takes part", async () => {
    await put(0.1);
    await act(() => [0, 1].forEach((place) => model.changeRunner(place, { on: false })));
    await picture();
    expect(await words()).toBe("");
  });
});
