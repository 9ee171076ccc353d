import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useParts((opened) => (page = opened));

describe("the panel of a rule", () => {
  const card = (lambda: number, t: number, more: object = {}, at = 0) =>
    page.evaluate(
      ([rate, step, options, place]) => {
        const model = parts.modelOf(rate, options);
        model.choose(place);
        model.goTo(step);
        document.body.append(new parts.RuleNumbers(model).node, new parts.Standings(model).node);
        Object.assign(window, { model });
      },
      [lambda, t, more, at] as const,
    );
  const model = <T>(read: (model: InstanceType<typeof parts.Model>) => T): Promise<T> =>
    page.evaluate(`(${read.toString()})(model)`);
  const words = () => page.locator(".standing.chosen .words").textContent();
  const cure = () => page.locator(".cure");

  test("has all rules by their loss, with distance, at the step shown: 0.05 · 64 + 1.5² at the start", async () => {
    await card(0.1, 0);
    expect(await words()).toBe("8.14 from the minimum");
    expect(await page.locator(".standing.chosen .loss").getAttribute("value")).toBe("5.45");
    expect(await page.locator(".standings .step-name").textContent()).toBe("At the start");
    await model((one) => one.goTo(20));
    const [losses, names] = await page
      .locator(".standing")
      .evaluateAll(
        (all) =>
          [
            all.map((one) => Number(one.querySelector<HTMLDataElement>(".loss")!.value)),
            all.map((one) => one.querySelector(".who")!.textContent),
          ] as const,
      );
    expect(losses).toEqual([...losses].sort((a, b) => a - b));
    expect([...names].sort()).toEqual(["Gradient descent", "Momentum"]);
    expect(await page.locator(".standings .step-name").textContent()).toBe("After 20 steps");
  });

  test("has the chosen rule's lines in letters, and a way to its step in numbers", async () => {
    await card(0.1, 20, {}, 1);
    const tex = () => page.locator(".lines annotation").allTextContents();
    expect(await tex()).toEqual([
      "m_{t} = \\alpha \\, m_{t-1} - \\lambda \\, g_{t}",
      "w_{t} = w_{t-1} + m_{t}",
    ]);
    const way = page.locator(".to-single");
    expect(await way.textContent()).toBe("the last step in numbers");
    await way.click();
    expect(await model((one) => [one.t, one.isSingle])).toEqual([20, true]);
    await model((one) => one.goTo(0, false));
    expect(await way.textContent()).toBe("the first step in numbers");
    await way.click();
    expect(await model((one) => [one.t, one.isSingle])).toEqual([1, true]);
    await model((one) => one.choose(0));
    expect(await tex()).toHaveLength(1);
  });

  test("is on the map or off it, and keeps its numbers there", async () => {
    await card(0.1, 5);
    const box = page.getByLabel("Gradient descent on the map");
    await box.uncheck();
    expect(await page.locator(".standing").count()).toBe(1);
    expect(await page.getByLabel("Gradient descent, lambda", { exact: true }).inputValue()).toBe("0.1");
    await box.check();
    expect(await page.locator(".standing").count()).toBe(2);
    await model((one) => [0, 1].forEach((place) => one.changeRunner(place, { on: false })));
    expect(await page.locator(".nothing").isVisible()).toBe(true);
    expect(await page.locator(".to-single").isVisible()).toBe(false);
  });

  test("has the sliders of the chosen rule alone, and behind a word those that only keep a division from failing", async () => {
    await card(0.1, 5);
    await model((one) => one.add(parts.library.adam));
    const seen = () =>
      page.locator(".slider:visible .typed").evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(await seen()).toEqual(["Adam, eta", "Adam, beta1", "Adam, beta2"]);
    await page.getByText("more", { exact: true }).click();
    expect(await seen()).toEqual(["Adam, eta", "Adam, beta1", "Adam, beta2", "Adam, epsilon"]);
    await model((one) => one.choose(1));
    expect(await seen()).toEqual(["Momentum, lambda", "Momentum, alpha"]);
  });

  test("is hatched from the rate on at which a bowl of curvature 2 throws a descent out, and changes no other number", async () => {
    await card(0.1, 5);
    const [at, limit] = await page
      .locator("input[type=range]")
      .evaluate(({ style }) =>
        [style.getPropertyValue("--at"), style.getPropertyValue("--limit")].map(Number),
      );
    // From 0.001 to 10: 0.1 lies in the middle, 1 a quarter of the way further.
    expect([at, limit]).toEqual([0.5, 0.75]);
    await page.getByLabel("Gradient descent, lambda", { exact: true }).fill("0.2");
    await page.getByLabel("Gradient descent, lambda", { exact: true }).blur();
    expect(await model((one) => one.settings.runners.map(({ hyper }) => hyper))).toEqual([
      { lambda: 0.2 },
      { lambda: 0.1, alpha: 0.9 },
    ]);
  });

  test("that has run away says why, by how much its step grew, and finds the way back", async () => {
    // Along y each step is multiplied by 1 − 2 · 1.5 = −2.
    await card(1.5, 20);
    expect(await cure().isVisible()).toBe(true);
    expect(await cure().textContent()).toMatch(/^This step is 2 times as long as the last\. On this surface λ has to stay below 1 \(2\/h, with h = 2\)\.Set λ to 0\.9$/); // prettier-ignore
    await cure().getByRole("button").click();
    expect(await model((one) => one.settings.runners[0]!.hyper)).toEqual({ lambda: 0.9 });
    expect(await cure().isVisible()).toBe(false);
  });

  test("is brought back alone or with all others that have run away", async () => {
    await card(1.5, 20);
    await model((one) => one.changeRunner(1, { hyper: { lambda: 2.5, alpha: 0.9 } }));
    const buttons = cure().getByRole("button");
    expect(await buttons.allTextContents()).toEqual(["Set λ to 0.9", "Bring both back"]);
    await buttons.nth(1).press("Enter");
    expect(await page.locator("input:focus").getAttribute("aria-label")).toBe("Gradient descent on the map");
    expect(await model((one) => one.settings.runners.map(({ hyper }) => hyper))).toEqual([
      { lambda: 0.9 },
      { lambda: 1.7, alpha: 0.9 },
    ]);
    expect(await cure().isVisible()).toBe(false);
  });

  test("has its cure still where it has gone no further, beyond all numbers", async () => {
    await card(1e30, 20);
    expect(await model((one) => one.runs.map(({ trace }) => trace.steps < 20))).toEqual([true, false]);
    expect(await cure().textContent()).toMatch(
      /^Step \d+ led to no finite number and was not taken\. This step is 2·10³⁰ times as long as the last\. On this surface/,
    );
    expect(await words()).toMatch(/^left the map at step 1, stopped at step \d+$/); // prettier-ignore
  });

  test("that can go no further says so where no limit is known, and finds numbers that suit the surface", async () => {
    await card(1, 20);
    await model((one) => one.change({ objective: parts.library.objective("x^4 + y^4"), start: [3, 3] }));
    const stop = /^Step \d+ led to no finite number and was not taken\. /;
    expect(await cure().textContent()).toMatch(stop);
    expect(await cure().locator("> div").textContent()).toMatch(/A smaller λ keeps steps short\.$/);
    await model((one) => one.goTo(1));
    expect(await cure().isVisible()).toBe(false);
    await model((one) => one.goTo(20));
    await cure().getByRole("button", { name: "Try numbers that suit this surface" }).click();
    expect(await model((one) => one.chosen!.trace.stop.reason)).toBe("steps");
    expect(await cure().isVisible()).toBe(false);
    await model((one) => one.changeRunner(0, { hyper: { lambda: 9 } }));
    await model((one) => one.change({ objective: parts.library.monkeySaddle, start: [3, 1] }));
    expect(await cure().textContent()).toMatch(/This surface has no lowest place: downhill it goes on without an end\.$/); // prettier-ignore
    await model((one) =>
      one.change({ objective: parts.library.objective("sqrt(x^2 + y^2)"), start: [0, 0] }),
    );
    expect(await cure().textContent()).toBe("The slope at the start is no finite number, so no step can be taken. Try another start."); // prettier-ignore
  });

  test("is hatched at its rate alone, and changes one number of several", async () => {
    await card(0.1, 20, {}, 1);
    const limits = await page.locator("input[type=range]").evaluateAll((all) => all.map((one) => one.style.getPropertyValue("--limit"))); // prettier-ignore
    // 2 (1 + 0.9) / 2 = 1.9 lies at 82 % of the way from 0.001 to 10.
    expect(limits).toEqual(["0.82", "1"]);
    const values = await page.locator("input[type=text]").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)); // prettier-ignore
    expect(values).toEqual(["0.1", "0.9"]);
    await page.getByLabel("Momentum, alpha", { exact: true }).fill("0.5");
    await page.getByLabel("Momentum, alpha", { exact: true }).blur();
    expect(await model((one) => one.settings.runners[1]!.hyper)).toEqual({ lambda: 0.1, alpha: 0.5 });
    await model((one) => one.changeRunner(1, { hyper: { lambda: 2.5, alpha: 0.9 } }));
    expect(await cure().textContent()).toMatch(/Set λ to 1\.7$/);
  });

  test("has no cure for a swing off the map with a rate below the limit", async () => {
    const off = await page.evaluate(() => {
      const runners = [{ rule: parts.library.momentum, hyper: { lambda: 1.5, alpha: 0.99 }, on: true }];
      const model = parts.modelOf(0.1, { runners, start: [-8, 1.6], steps: 1 } as never);
      document.body.append(new parts.RuleNumbers(model).node);
      return model.runs[0]!.story.isOnMap(1);
    });
    expect([off, await cure().isVisible()]).toEqual([false, false]);
  });

  test("says what has happened in place of where it stands", async () => {
    await card(0.3, 20, { start: [0.11, 0.05] });
    expect(await words()).toMatch(/^within 0\.\d+ /);
  });

  test("compares no first step with one before it", async () => {
    await card(1.9, 1, { start: [-8, 2.9] });
    expect(await cure().textContent()).toMatch(/^On this surface λ has to stay below 1 /);
  });

  test("gives no cure before it has left the map, nor below the limit", async () => {
    await card(1.5, 0);
    expect(await cure().isVisible()).toBe(false);
    await page.evaluate(() => document.body.replaceChildren());
    await card(0.99, 20);
    expect(await cure().isVisible()).toBe(false);
  });
});

describe("the handle at the start", () => {
  const put = (box: object = { left: 0, right: 600, top: 0, bottom: 400 }, scale = 1) =>
    page.evaluate(
      ([ground, factor]) => {
        const calls: unknown[] = [];
        const handle = new parts.StartHandle(() => ({
          box: ground as never,
          scale: () => factor,
          views: [
            [0, 600],
            [0, 400],
          ],
          at: ([x, y]) => [x, y],
          first: () => [],
          moveTo: ([x, y]) => {
            calls.push([x, y]);
            handle.show([x, y]);
          },
          drag: (isDragged) => void calls.push(isDragged),
        }));
        const place = parts.html("div", { style: "position: absolute; left: 0; top: 0" }, handle.node, handle.label, handle.pill); // prettier-ignore
        handle.node.style.cssText = "position: absolute; width: 20px; height: 20px; margin: -10px";
        document.body.append(place);
        handle.show([100, 200]);
        Object.assign(window, { calls, handle });
      },
      [box, scale] as const,
    );
  const calls = () => page.evaluate(() => (window as never as { calls: unknown[] }).calls.splice(0));
  const node = () => page.locator(".start");
  const show = (x: number, y: number) =>
    page.evaluate((at) => (window as never as { handle: InstanceType<typeof parts.StartHandle> }).handle.show(at), [x, y] as const); // prettier-ignore
  const shift = (name: string) =>
    page.locator(name).evaluate((one: HTMLElement) => /translate\((.*?)px, (.*?)px\)/.exec(one.style.transform)!.slice(1).map(Number)); // prettier-ignore

  test("goes by arrow key, four pixels and twenty with Shift, and no further than the edges", async () => {
    await put();
    for (const [key, place] of [
      ["ArrowLeft", [96, 200]],
      ["ArrowRight", [100, 200]],
      ["ArrowUp", [100, 196]],
      ["ArrowDown", [100, 200]],
      ["Shift+ArrowLeft", [80, 200]],
      ["Shift+ArrowDown", [80, 220]],
    ] as const) {
      await node().press(key);
      expect(await calls()).toEqual([place]);
    }
    await node().press("x");
    expect(await calls()).toEqual([]);
    const passed = await node().evaluate((one) =>
      ["ArrowUp", "x"].map((key) => {
        let isHeard = false;
        document.addEventListener("keydown", () => (isHeard = true), { once: true });
        const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
        return [one.dispatchEvent(event), isHeard];
      }),
    );
    expect([passed, await calls()]).toEqual([[[false, false], [true, true]], [[80, 216]]]); // prettier-ignore
    await show(100, 399);
    await node().press("Shift+ArrowDown");
    expect(await calls()).toEqual([[100, 400]]);
    await show(598, 3);
    await node().press("ArrowRight");
    await node().press("Shift+ArrowUp");
    expect(await calls()).toEqual([
      [600, 3],
      [600, 0],
    ]);
  });

  test("is dragged by where it was taken, says so, and lets go once", async () => {
    await put();
    await page.mouse.move(103, 198);
    await page.mouse.down();
    expect(await calls()).toEqual([true]);
    expect(await node().getAttribute("class")).toBe("start held");
    expect(await page.locator(".start-pill").isVisible()).toBe(false);
    await page.mouse.move(153, 248);
    expect(await calls()).toEqual([[150, 250]]);
    expect(await page.locator(".start-label").textContent()).toBe("start (100, 200)");
    expect(await node().evaluate((one) => one === document.activeElement)).toBe(true);
    await page.mouse.up();
    expect(await calls()).toEqual([false]);
    await page.mouse.move(300, 300);
    expect([await calls(), await node().getAttribute("class")]).toEqual([[], "start"]);
  });

  test("goes half as far where the page shows it twice as large", async () => {
    await put(undefined, 2);
    await page.mouse.move(98, 198);
    await page.mouse.down();
    await page.mouse.move(138, 218);
    await page.mouse.up();
    expect(await calls()).toEqual([true, [120, 210], false]);
  });

  test("is taken by the first button alone", async () => {
    await put();
    await page.mouse.move(98, 198);
    await page.mouse.down({ button: "right" });
    await page.mouse.up({ button: "right" });
    expect(await calls()).toEqual([]);
  });

  test("tells its numbers to those who listen, and writes them where there is room", async () => {
    await put();
    const facts = await node().evaluate((one) =>
      ["aria-valuemin", "aria-valuemax", "aria-valuenow", "aria-valuetext"].map((name) =>
        one.getAttribute(name),
      ),
    );
    expect(facts).toEqual(["0", "600", "100", "100, 200"]);
    expect(await page.locator(".start-label").textContent()).toBe("start (100, 200)");
    const sides: (string | null)[] = [];
    for (const x of [450, 451]) {
      await show(x, 200);
      sides.push(await page.locator(".start-label").getAttribute("class"));
    }
    expect(sides).toEqual(["start-label", "start-label left"]);
    await page.locator(".start-pill").evaluate((one: HTMLElement) => (one.hidden = false));
    await show(100, 5);
    expect([await shift(".start-label"), await shift(".start-pill")]).toEqual([[100, 22], [100, 79]]); // prettier-ignore
    await show(10, 74);
    expect(await shift(".start-pill")).toEqual([56, 0]);
    await show(590, 300);
    expect(await shift(".start-pill")).toEqual([544, 226]);
  });
});

describe("the curves", () => {
  const put = (width: number, lambda = 0.1, t = 20, height = 200) =>
    page.evaluate(
      ([wide, rate, step, high]) => {
        const scrubbed: number[] = [];
        const model = parts.modelOf(rate);
        model.goTo(step);
        const view = new parts.CurveView(model, (at) => void scrubbed.push(at));
        view.node.style.cssText = `position: relative; width: ${wide}px; height: ${high}px`;
        document.body.append(parts.html("div", { style: `width: ${wide}px` }, view.node));
        view.layOut();
        Object.assign(window, { model, view, scrubbed });
      },
      [width, lambda, t, height] as const,
    );
  const goTo = (t: number) =>
    page.evaluate((at) => (window as never as { model: InstanceType<typeof parts.Model> }).model.goTo(at), t);
  const knob = () => page.locator("input.knob");
  const marks = () =>
    page
      .locator("svg > g:first-child text[text-anchor=middle]")
      .evaluateAll((all) =>
        all.map((one) => `${one.getAttribute("visibility") === "hidden" ? "-" : ""}${one.textContent}`),
      );

  test("have a knob that says the step of how many, and is told", async () => {
    await put(700, 0.1, 7);
    expect(await knob().evaluate((one: HTMLInputElement) => [one.value, one.max, one.getAttribute("aria-valuetext"), one.style.getPropertyValue("--at")])).toEqual(["7", "20", "step 7 of 20", "0.35"]); // prettier-ignore
    await knob().fill("9");
    expect(await page.evaluate(() => (window as never as { scrubbed: number[] }).scrubbed)).toEqual([9]);
    expect(await page.locator(".curve svg[role=img]").getAttribute("aria-label")).toBe(
      "loss over the steps, up to step 7",
    );
  });

  test("hide the numbers of the axis beside that of the step shown, and bring them back", async () => {
    // 22 pixels lie between two steps, and a number needs 26.
    await put(500, 0.1, 10);
    expect(await marks()).toEqual(["0", "5", "-10", "15", "20"]);
    await goTo(11);
    expect(await marks()).toEqual(["0", "5", "-10", "15", "20"]);
    await goTo(12);
    expect(await marks()).toEqual(["0", "5", "10", "15", "20"]);
    expect(await page.locator(".cursor text").textContent()).toBe("12");
  });

  test("have names at their ends where there is room, and none on a phone; those to come are answers", async () => {
    await put(640, 0.1, 20);
    const names = () => page.locator(".rule-name").allTextContents();
    expect(await names()).toEqual(["Gradient descent", "Momentum"]);
    expect(await page.locator(".rule-name.answers-ahead").count()).toBe(0);
    await goTo(19);
    expect(await page.locator(".rule-name.answers-ahead").count()).toBe(2);
    await page.evaluate(() => document.body.replaceChildren());
    await put(639);
    expect(await names()).toEqual(["", ""]);
    await page.evaluate(() => document.body.replaceChildren());
    // Two names of 16 pixels have no room above the numbers and the knob.
    await put(700, 0.1, 20, 71);
    expect(await names()).toEqual(["", ""]);
  });

  test("end with a word where one leaves the chart at its top", async () => {
    await put(700, 1.5);
    expect(await page.locator("text.off").allTextContents()).toEqual(["off the chart", ""]);
    expect(await page.locator("path.off").first().getAttribute("d")).toMatch(/^M\S+ 15h10l-5 -8z$/);
    await goTo(0);
    expect(await page.locator("text.off").first().getAttribute("class")).toBe("off to-come");
  });

  test("are scrubbed by a press or a drag anywhere on them", async () => {
    await put(700);
    const scrubbed = () =>
      page.evaluate(() => (window as never as { scrubbed: number[] }).scrubbed.splice(0).map(Math.round));
    const { x, y } = (await page.locator(".curve").boundingBox())!;
    await page.mouse.move(x + 50, y + 50);
    expect(await scrubbed()).toEqual([]);
    await page.mouse.down();
    expect(await scrubbed()).toEqual([0]);
    await page.mouse.move(x + 800, y + 50);
    expect((await scrubbed())[0]).toBeGreaterThan(20);
    await page.mouse.up();
    await page.mouse.move(x + 100, y + 50);
    expect(await scrubbed()).toEqual([]);
  });

  test("take the room that menu, numbers and knob leave them, and that the longest name needs", async () => {
    const ground = async () => {
      const facts = await page
        .locator(".curve svg[role=img] rect")
        .evaluate((one) => ["x", "y", "width", "height"].map((name) => Number(one.getAttribute(name))));
      await page.evaluate(() => document.body.replaceChildren());
      return facts;
    };
    const widest = await page.evaluate(() => parts.widthOf("Gradient descent", "650 14px sans-serif"));
    await put(700);
    const [x, y, width, height] = await ground();
    expect([x, y, height]).toEqual([50, 2, 200 - 2 - 38]);
    expect(width).toBeCloseTo(700 - 50 - 14 - widest, 1);
    await put(640);
    expect((await ground())[1]).toBe(2);
    await put(500);
    expect(await ground()).toEqual([50, 24, 500 - 50 - 16, 200 - 24 - 38]);
  });

  test("have numbers that stand apart, however low they are", async () => {
    for (const height of [90, 100, 120, 200]) {
      await put(700, 0.1, 20, height);
      const places = await page
        .locator(".curve svg[role=img] text[text-anchor=end]")
        .evaluateAll((all) => all.map((one) => Number(one.getAttribute("y"))));
      await page.evaluate(() => document.body.replaceChildren());
      expect(places.length).toBeGreaterThan(0);
      const gaps = places.slice(1).map((y, k) => Math.abs(y - places[k]!));
      expect(Math.min(Infinity, ...gaps), `${height} high`).toBeGreaterThanOrEqual(17);
    }
  });

  test("are scrubbed by the first button alone, and as far as the page shows them", async () => {
    await put(500, 0.1, 0);
    await page.locator(".curve").evaluate((one: HTMLElement) => (one.style.cssText += "; transform: scale(0.5); transform-origin: 0 0")); // prettier-ignore
    const { x, y } = (await page.locator(".curve").boundingBox())!;
    await page.mouse.move(x + (50 + 217) / 2, y + 40);
    await page.mouse.down({ button: "right" });
    await page.mouse.up({ button: "right" });
    await page.mouse.down();
    await page.mouse.up();
    const scrubbed = await page.evaluate(() => (window as never as { scrubbed: number[] }).scrubbed);
    expect(scrubbed).toHaveLength(1);
    expect(scrubbed[0]).toBeCloseTo(10, 1);
  });

  test("of few steps have whole numbers, those of none a knob at its beginning; and lines of the rules that take part", async () => {
    await page.evaluate(() => {
      const model = parts.modelOf(0.1, { steps: 2 });
      const view = new parts.CurveView(model, () => undefined);
      view.node.style.cssText = "width: 500px; height: 200px";
      document.body.append(view.node);
      view.layOut();
      Object.assign(window, { model });
    });
    const change = (changes: object) =>
      page.evaluate((all) => (window as never as { model: InstanceType<typeof parts.Model> }).model.change(all), changes); // prettier-ignore
    expect(await marks()).toEqual(["0", "1", "-2"]);
    const colours = () => page.locator(".curve .path").evaluateAll((all) => all.map((one) => one.getAttribute("style"))); // prettier-ignore
    const [, second] = await colours();
    await page.evaluate(() => (window as never as { model: InstanceType<typeof parts.Model> }).model.changeRunner(0, { on: false })); // prettier-ignore
    expect(await colours()).toEqual([second]);
    await change({ steps: 0 });
    expect(await marks()).toEqual(["-0"]);
    expect(await knob().evaluate((one: HTMLInputElement) => [one.value, one.max, one.style.getPropertyValue("--at")])).toEqual(["0", "0", "0"]); // prettier-ignore
  });

  test("are drawn up to the step shown, with what happened up to there, and more lightly from there on", async () => {
    await put(700, 1.5, 0);
    const left = await page.evaluate(() => (window as never as { model: InstanceType<typeof parts.Model> }).model.runs[0]!.story.leftAt!); // prettier-ignore
    const isOff = async () => (await page.locator("text.off").first().getAttribute("class")) === "off";
    let off = 0;
    while (!(await isOff())) await goTo((off += 1));
    const xOfCursor = Number((await page.locator(".cursor text").getAttribute("x"))!);
    expect(await page.locator("path.off").first().getAttribute("d")).toMatch(new RegExp(`^M${xOfCursor - 5} `)); // prettier-ignore
    const path = async (what: string) =>
      (await page.locator(`.path path.${what}`).evaluateAll((all) => all.map((one) => one.getAttribute("d")!))); // prettier-ignore
    const count = (d: string | undefined, letter: RegExp): number => d!.match(letter)?.length ?? 0;
    const flags = async () => [count((await path("flag:not(.to-come)"))[0], /M/g), count((await path("flag.to-come"))[0], /M/g)]; // prettier-ignore
    expect(left).toBeGreaterThan(0);
    await goTo(left - 1);
    const [before, after] = await flags();
    await goTo(left);
    expect(await flags()).toEqual([before! + 1, after! - 1]);
    const widest = await page.evaluate(() => parts.widthOf("Gradient descent", "650 13px sans-serif"));
    const xOf = (t: number): string => (50 + (t / 20) * (700 - 50 - 14 - widest)).toFixed(1);
    expect((await path("flag:not(.to-come)"))[0]).toMatch(new RegExp(`M${xOf(left).slice(0, -2)}\\.\\d 161v-15`)); // prettier-ignore
    await goTo(5);
    // Momentum stays on the chart: 6 places up to step 5, 16 from there on.
    expect([count((await path("line"))[1], /[ML]/g), count((await path("to-come:not(.flag)"))[1], /[ML]/g)]).toEqual([6, 16]); // prettier-ignore
    await goTo(20);
    expect((await path("marker")).map((d) => d === "")).toEqual([true, false]);
    expect((await path("line"))[0]).toMatch(/[LM][\d.]+ 2$/);
    expect(await page.locator("text.off").first().getAttribute("class")).toBe("off");
  });

  test("are of what is chosen in the menu, and of the loss where no rule has that any more", async () => {
    await put(700);
    await page.getByLabel("what the curve shows").selectOption("m");
    expect(await page.locator(".menu .face").textContent()).toBe("length of m over the steps");
    expect(await page.locator(".curve svg[role=img]").getAttribute("aria-label")).toContain("length of m");
    // What begins at step 1 has five places up to step 5.
    await goTo(5);
    expect((await page.locator(".path path.line").nth(1).getAttribute("d"))!.match(/[ML]/g)).toHaveLength(5);
    await page.evaluate(() => (window as never as { model: InstanceType<typeof parts.Model> }).model.changeRunner(1, { on: false })); // prettier-ignore
    expect(await page.locator(".curve svg[role=img]").getAttribute("aria-label")).toContain("loss over");
    expect(await page.getByLabel("what the curve shows").inputValue()).toBe("loss");
    expect(await page.locator(".menu .face").textContent()).toBe("loss over the steps");
  });
});
