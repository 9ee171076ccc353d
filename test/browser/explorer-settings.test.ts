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
      const stale: boolean[] = [];
      const field = new parts.FormulaField(model, (isStale) => void stale.push(isStale));
      document.body.append(field.node, field.problem);
      Object.assign(window, { model, stale, field });
    });
  const pencil = () => page.getByRole("button", { name: "write a formula of your own" });
  const input = () => page.getByLabel("formula", { exact: true });
  const shown = () => page.locator(".formula-shown annotation").textContent();
  const expression = () => page.evaluate(() => model.settings.objective.expression);
  const stale = () => page.evaluate(() => (window as never as { stale: boolean[] }).stale.splice(0));
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
      /^There is no function sinn\. Did you mean sinThe map still shows the last good one\. Bring it backAll functions/,
    );
    expect(await input().getAttribute("aria-invalid")).toBe("true");
    expect(await page.locator(".marks").evaluate((one) => [one.textContent, one.querySelector("u")!.textContent])).toEqual(["x^2 + sinn(y)", "sinn"]); // prettier-ignore
    expect([await expression(), (await stale())[0]]).toEqual(["0.05*x^2 + y^2", true]);
    await input().press("Enter");
    await input().blur();
    expect(await input().isVisible()).toBe(true);
    await input().press("Escape");
    expect([await input().isVisible(), await problem().isVisible()]).toEqual([false, false]);
    expect([await input().getAttribute("aria-invalid"), await stale()]).toEqual([null, [false, false]]);
    expect(await pencil().evaluate((one) => one === document.activeElement)).toBe(true);
    await pencil().click();
    expect(await input().inputValue()).toBe("0.05*x^2 + y^2");
    // A finger has no Escape.
    await input().fill("x^2 + sinn(y)");
    await problem().getByRole("button", { name: "Bring it back" }).click();
    expect([await input().isVisible(), await problem().isVisible(), await expression()]).toEqual([false, false, "0.05*x^2 + y^2"]); // prettier-ignore
  });

  test("is mended by a press on what was meant", async () => {
    await put();
    await pencil().click();
    await input().fill("x^2 + sinn(y)");
    await problem().getByRole("button", { name: "sin", exact: true }).click();
    expect([await expression(), await input().inputValue()]).toEqual(["x^2 + sin(y)", "x^2 + sin(y)"]);
    expect([await problem().isVisible(), (await stale()).at(-1)]).toEqual([false, false]);
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

describe("the rules in one row", () => {
  const put = () =>
    page.evaluate(() => {
      const model = parts.modelOf(0.1);
      const chips = new parts.Chips(model);
      document.body.append(
        parts.html(
          "style",
          {},
          ".chip-row { display: flex; overflow: auto; width: 150px } .chip { flex: none }",
        ),
        chips.node,
      );
      Object.assign(window, { model, chips });
    });
  const titles = () => page.locator(".chip").allTextContents();
  const classes = () =>
    page.locator(".chip").evaluateAll((all) => all.map((one) => [...one.classList].slice(1).join(" ")));

  test("have a menu of the library that adds one with its numbers, and chooses it", async () => {
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
    expect(await page.evaluate(() => model.chosen?.runner.rule.id)).toBe("adam");
    expect(await page.locator(".chips > *").last().getAttribute("class")).toContain("menu add");
    const looks = await page
      .locator(".chip")
      .evaluateAll((all) => all.map((one) => one.getAttribute("style")));
    expect(new Set(looks).size).toBe(3);
  });

  test("are chosen by a press, which brings one that is off the map onto it", async () => {
    await put();
    expect(await classes()).toEqual(["chosen", ""]);
    await act(() => model.changeRunner(1, { on: false }));
    expect(await classes()).toEqual(["chosen", "out"]);
    await page.getByRole("button", { name: "Momentum" }).click();
    expect(await classes()).toEqual(["", "chosen"]);
    expect(await page.evaluate(() => [model.place, model.runs.length])).toEqual([1, 2]);
    const pressed = await page
      .locator(".chip")
      .evaluateAll((all) => all.map((one) => [one.ariaPressed, (one as HTMLElement).tabIndex]));
    expect(pressed).toEqual([["false", -1], ["true", 0]]); // prettier-ignore
  });

  test("are gone through by Left and Right, which choose none and move no step", async () => {
    await put();
    await page.locator(".chip").first().focus();
    const heard = await page.evaluate(() => {
      const keys: string[] = [];
      document.body.addEventListener("keydown", ({ key }) => void keys.push(key));
      Object.assign(window, { keys });
      return keys;
    });
    expect(heard).toEqual([]);
    const focused = () => page.evaluate(() => document.activeElement!.textContent);
    for (const [key, title] of [
      ["ArrowRight", "Momentum"],
      ["ArrowRight", "Momentum"],
      ["ArrowLeft", "Gradient descent"],
    ] as const) {
      await page.keyboard.press(key);
      expect(await focused()).toBe(title);
    }
    expect(await page.evaluate(() => [model.place, (window as never as { keys: string[] }).keys])).toEqual([0, []]); // prettier-ignore
  });

  test("scroll and fade at the edge where there are too many, and the chosen one is in sight", async () => {
    await put();
    const fades = () =>
      page.locator(".chip-row").evaluate((row) => ["--left", "--right"].map((side) => row.style.getPropertyValue(side))); // prettier-ignore
    await expect.poll(fades).toEqual(["0px", "28px"]);
    await page.getByLabel("add a rule").selectOption("Adam");
    await expect.poll(fades).toEqual(["28px", "0px"]);
    const isSeen = await page.locator(".chip.chosen").evaluate((chip) => {
      const [one, row] = [chip.getBoundingClientRect(), chip.parentElement!.getBoundingClientRect()];
      return one.left >= row.left && one.right <= row.right + 1;
    });
    expect(isSeen).toBe(true);
  });
});

describe("the step in numbers", () => {
  const put = (lambda: number, more: object = {}) =>
    page.evaluate(
      ([rate, options]) => {
        const model = parts.modelOf(rate, options);
        const map = {
          width: 600,
          height: 400,
          at: ([x, y]: readonly [number, number]) => [(x + 10) * 30, (3 - y) * 66] as const,
        };
        document.body.append(new parts.StepPanel(model, new parts.Magnifier(), () => map).node);
        model.goTo(model.t, true);
        Object.assign(window, { model });
      },
      [lambda, more] as const,
    );
  const goTo = async (t: number) => {
    await page.evaluate((at) => model.goTo(at), t);
    await picture();
  };
  const words = () => page.locator(".step-rows").textContent();
  const isWorked = async () => (await page.locator(".step-numbers .fall-line-worked").count()) === 1;

  test("is the chosen rule's, from the first to the very last", async () => {
    await put(0.1);
    await picture();
    expect(await isWorked()).toBe(true);
    const last = await words();
    await goTo(0);
    expect([await isWorked(), await words()]).toEqual([false, "Go a step forward to see the first one in numbers."]); // prettier-ignore
    await goTo(1);
    const first = await words();
    expect([await isWorked(), first!.includes("Velocity"), first === last]).toEqual([true, false, false]);
    await act(() => model.choose(1));
    await picture();
    expect(await words()).toContain("Velocity");
    expect(await page.locator(".verdict").textContent()).toBe(
      "No velocity yet: the first step is plain descent.",
    );
    await act(() => model.changeRunner(1, { on: false }));
    await picture();
    expect([await isWorked(), await words()]).toEqual([false, "Momentum is not on the map."]);
  });

  test("is the way back to the last one where the rule has gone no further: why it has not is said above", async () => {
    // It runs away beyond all numbers, and the other goes on.
    await put(1e4, { steps: 200 });
    await picture();
    const last = await page.evaluate(() => model.runs[0]!.trace.steps);
    expect(last).toBeLessThan(200);
    const sentence = `Its last step is step ${last}: go back to see it in numbers.`;
    expect([await isWorked(), await words()]).toEqual([false, sentence]);
    await goTo(last);
    expect(await isWorked()).toBe(true);
    await goTo(last + 1);
    expect([await isWorked(), await words()]).toEqual([false, sentence]);
  });

  test("waits for the next picture, and goes while the start is dragged and the steps are played", async () => {
    await put(0.1);
    await picture();
    const now = await page.evaluate(() => {
      const node = document.querySelector(".step-rows")!;
      const before = node.textContent;
      model.goTo(0);
      return node.textContent === before;
    });
    expect(now).toBe(true);
    await picture();
    expect(await words()).toMatch(/^Go a step forward/);
    const panel = page.locator(".step-numbers");
    for (const what of ["start", "steps"] as const) {
      await page.evaluate((one) => model.move(one, true), what);
      await picture();
      expect(await panel.isVisible()).toBe(false);
      await page.evaluate((one) => model.move(one, false), what);
      await picture();
      expect(await panel.isVisible()).toBe(false);
      await act(() => model.goTo(2, true));
      await picture();
      expect(await panel.isVisible()).toBe(true);
    }
    await page.getByRole("button", { name: "all rules" }).click();
    await picture();
    expect(await panel.isVisible()).toBe(false);
  });

  test("says so where no rule is on the map", async () => {
    await put(0.1);
    await act(() => [0, 1].forEach((place) => model.changeRunner(place, { on: false })));
    await picture();
    expect(await words()).toBe("No rule is on the map. Press one above.");
  });

  test("lights the arrow of a term, by pointer and by key, and the term of an arrow", async () => {
    await put(0.1);
    await act(() => {
      parts.lightArrows(document.body);
      model.choose(1);
      model.goTo(6, true);
    });
    await picture();
    const lit = () => page.evaluate(() => document.body.dataset["lit"] ?? "none");
    const term = (number: number) => page.locator(`.fall-line-worked tbody [data-arrow="${number}"]`).last();
    // Two terms: what is kept of the velocity, and the rate times the slope. Each has its letters above and its numbers.
    expect(await page.locator('.w-row[data-line="m"] [data-arrow="1"]').allTextContents()).toEqual(
      expect.arrayContaining(["α", "0.9", "1 jump"]),
    );
    expect(await page.locator('.w-row[data-line="m"] [data-arrow="2"]').allTextContents()).toEqual(
      expect.arrayContaining(["λ", "0.1", "2 correction"]),
    );
    await term(2).hover();
    expect(await lit()).toBe("2");
    await page.locator(".verdict").hover();
    expect(await lit()).toBe("none");
    await page.locator('.lens .m-label[data-arrow="1"]').hover();
    expect(await lit()).toBe("1");
    await page.locator('td.w-mark[data-arrow="3"]').first().focus();
    expect(await lit()).toBe("3");
    await page.keyboard.press("Tab");
    expect(await lit()).toBe("1");
  });

  test("has its arrows in columns that add up as they are printed, or about", async () => {
    await put(0.1);
    for (const t of [2, 5, 11, 20]) {
      await act(() => model.choose(1));
      await goTo(t);
      const rows = await page
        .locator(".sums tbody tr")
        .evaluateAll((all) =>
          all.map((row) => [...row.querySelectorAll("td[data-arrow]")].map((cell) => cell.textContent)),
        );
      const { m, before } = await page.evaluate(() => ({ m: [...(model.chosen!.trace.value("m", model.t) as Float64Array)], before: [...(model.chosen!.trace.value("m", model.t - 1) as Float64Array)] })); // prettier-ignore
      const sign = await page.locator(".sums .sign").nth(-1).textContent();
      for (const [k, row] of rows.entries()) {
        const places = row[0]!.split(".")[1]!.length;
        const [jump, correction, whole] = row.map((text) => Number(text.replace("−", "-"))) as [number, number, number]; // prettier-ignore
        const isExact = (jump + correction).toFixed(places) === whole.toFixed(places);
        expect(isExact || sign === "≈").toBe(true);
        expect(jump + correction).toBeCloseTo(whole, places - 1);
        expect(whole).toBeCloseTo(m[k]!, places - 1);
        expect(jump).toBeCloseTo(0.9 * before[k]!, places - 1);
      }
    }
  });
});
