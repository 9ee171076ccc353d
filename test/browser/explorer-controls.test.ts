import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useTimedParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
declare const model: InstanceType<typeof parts.Model>;
declare const transport: InstanceType<typeof parts.Transport>;
declare const field: InstanceType<typeof parts.NumberField>;
declare const slider: InstanceType<typeof parts.Slider>;

let page: Page;

useTimedParts((opened) => (page = opened));

const act = (what: () => unknown) => page.evaluate(`void (${what.toString()})()`);
const focused = () => page.evaluate(() => document.activeElement!.getAttribute("aria-label"));

const putTransport = () =>
  page.evaluate(() => {
    const model = parts.modelOf(0.1);
    const transport = new parts.Transport(model);
    document.body.append(transport.node);
    Object.assign(window, { model, transport });
  });

test("a transport plays from where it is, be it the last step but one", async () => {
  await putTransport();
  await act(() => {
    transport.go(19);
    transport.toggle();
  });
  expect(await page.evaluate(() => model.t)).toBe(19);
  await page.clock.runFor(100);
  expect(await page.evaluate(() => [model.t, transport.isPlaying])).toEqual([20, false]);
});

test("a transport that is stopped plays no more, though it stays in the page", async () => {
  await putTransport();
  await act(() => {
    transport.go(2);
    transport.toggle();
  });
  await page.clock.runFor(100);
  await act(() => transport.stop());
  await page.clock.runFor(1000);
  expect(await page.evaluate(() => model.t)).toBe(3);
  expect(await page.getByRole("group", { name: "steps" }).locator("button").evaluateAll((all) => all.map((one) => one.getAttribute("title")))).toEqual(["to the start", "one step back", "pause", "one step forward", "to the end"]); // prettier-ignore
});

describe("a number to type", () => {
  const put = (value: number) =>
    page.evaluate((first) => {
      const field = new parts.NumberField({
        name: "n",
        value: first,
        allowed: "n is small.",
        set: (number) => {
          if (Number.isNaN(number)) throw new parts.InputError({ what: "none" });
          if (number > 100) throw new TypeError("a fault of the program");
        },
      });
      document.body.append(field.input, field.problem);
      Object.assign(window, { field });
    }, value);

  test("is titled by its name, and as wide as what it shows", async () => {
    await put(1 / 3);
    const facts = await page.evaluate(() => [field.input.title, field.input.style.width, field.input.inputMode]); // prettier-ignore
    expect(facts).toEqual(["n", "8.4ch", "decimal"]);
    await act(() => field.show(2));
    expect(await page.evaluate(() => field.input.style.width)).toBe("1.4ch");
  });

  test("is quoted without the blanks around it, and hides no fault of the program", async () => {
    await put(3);
    await page.getByLabel("n", { exact: true }).fill("  many ");
    await page.getByLabel("n", { exact: true }).press("Enter");
    expect(await page.getByRole("alert").textContent()).toBe("“many” is not a number. n is small.");
    const fault = await page.evaluate(() => {
      try {
        field.attempt(101);
        return "none";
      } catch (error) {
        return String(error);
      }
    });
    expect(fault).toBe("TypeError: a fault of the program");
  });
});

describe("a slider", () => {
  const put = (range: string, value: number) =>
    page.evaluate(
      ([kind, first]) => {
        const slider = new parts.Slider({
          rule: "Rule",
          name: "alpha",
          about: { tex: "\\alpha", default: 0.5, meaning: "what is kept", range: kind } as never,
          value: first,
          set: (number) => {
            if (!(number < 1)) throw new parts.InputError({ what: "too large" });
          },
        });
        document.body.append(slider.node);
        Object.assign(window, { slider });
      },
      [range, value] as const,
    );
  const field = () => page.getByLabel("Rule, alpha", { exact: true });
  const range = () => page.getByLabel("Rule, alpha, slider");
  const problem = () => page.getByRole("alert").textContent();

  test("keeps four digits of what comes close to 1", async () => {
    await put("fraction", 0.9);
    await range().press("ArrowRight");
    expect(await field().inputValue()).toBe("0.9101");
    expect(await field().getAttribute("title")).toBe("what is kept");
    expect(await page.locator(".symbol").getAttribute("title")).toBe("what is kept");
  });

  test("leaves what is said about a number until another is shown", async () => {
    await put("share", 0.5);
    await field().fill("many");
    await field().blur();
    const words = "“many” is not a number. α goes from 0 to 1.";
    await act(() => slider.show(0.5, undefined));
    expect([await problem(), await field().inputValue()]).toEqual([words, "many"]);
    await act(() => slider.show(0.6, undefined));
    expect([await problem(), await field().inputValue()]).toEqual(["", "0.6"]);
  });

  test("is not moved away from under a hand, though it says the number", async () => {
    await put("share", 0.5);
    await range().focus();
    await act(() => slider.show(0.7, undefined));
    expect(await range().evaluate((one: HTMLInputElement) => [one.value, one.getAttribute("aria-valuetext"), one.style.getPropertyValue("--at")])).toEqual(["500", "0.7", "0.7"]); // prettier-ignore
    await range().blur();
    await act(() => slider.show(0.8, undefined));
    expect(await range().inputValue()).toBe("800");
  });

  test("that goes where its rule can't is explained beside its number", async () => {
    await put("share", 0.99);
    await range().press("ArrowRight");
    expect(await problem()).toBe("α goes from 0 to 1.");
  });
});

test("an undo that is over takes the keyboard from nobody", async () => {
  await page.evaluate(() => {
    const model = { reset: () => "before", restore: () => undefined };
    document.body.append(parts.resetButton(model as never, () => undefined), parts.html("input", { "aria-label": "other" })); // prettier-ignore
  });
  await page.getByRole("button", { name: "reset" }).click();
  await page.getByLabel("other").focus();
  await page.clock.runFor(8000);
  expect([await page.getByRole("button", { name: "Undo" }).isVisible(), await focused()]).toEqual([false, "other"]); // prettier-ignore
});

describe("the sentence of the settings", () => {
  const put = (more: object = {}) =>
    page.evaluate((options) => {
      const model = parts.modelOf(0.1, options);
      const transport = new parts.Transport(model);
      document.body.append(parts.settingSentence(model, transport));
      Object.assign(window, { model, transport });
    }, more);
  const steps = () => page.getByLabel("number of steps");
  const menu = () => page.getByLabel("schedule of the learning rate");
  const schedule = () => page.evaluate(() => model.settings.schedule);
  const type = async (name: string, text: string) => {
    await page.getByLabel(name, { exact: true }).fill(text);
    await page.getByLabel(name, { exact: true }).blur();
  };

  test("is read as one", async () => {
    await put({ tuned: true });
    await menu().selectOption("step");
    const words = await page.locator(".sentence").evaluate((sentence) => {
      for (const field of sentence.querySelectorAll("input")) field.replaceWith(field.value);
      for (const name of sentence.querySelectorAll(".row-name, select")) name.remove();
      return sentence.textContent;
    });
    expect(words).toBe("20 steps, step rate factor 0.5 every 5, all tuned alike, 10 steps a second");
  });

  test("takes whole steps from 0 to 2000", async () => {
    await put();
    for (const [text, steps] of [
      ["7", 7],
      ["7.5", 7],
      ["-1", 7],
      ["2001", 7],
      ["2000", 2000],
      ["0", 0],
    ] as const) {
      await type("number of steps", text);
      expect(await page.evaluate(() => model.settings.steps)).toBe(steps);
      const said = await page.locator(".problem").first().textContent();
      expect(said).toBe(Number(text) === steps ? "" : "Steps are a whole number, from 0 to 2000.");
    }
  });

  test("lets a schedule's numbers be changed, one without the other", async () => {
    await put();
    await menu().selectOption("step");
    await type("schedule, every", "3");
    expect((await schedule())!.parameters).toEqual({ factor: 0.5, every: 3 });
    await type("schedule, factor", "0.9");
    expect((await schedule())!.parameters).toEqual({ factor: 0.9, every: 3 });
  });

  test("sets the speed, and the race only where there is one", async () => {
    await put();
    expect(await page.getByLabel("speed", { exact: true }).inputValue()).toBe("10");
    await page.getByLabel("speed", { exact: true }).selectOption("30");
    expect([
      await page.evaluate(() => transport.speed),
      await page.getByLabel("rates of the rules").count(),
    ]).toEqual([30, 0]);
    await page.evaluate(() => document.body.replaceChildren());
    await put({ tuned: true });
    const race = page.getByLabel("rates of the rules");
    expect(await race.inputValue()).toBe("tuned");
    await race.selectOption("set");
    expect(await page.evaluate(() => model.settings.tuned)).toBe(false);
    await race.selectOption("tuned");
    expect(await page.evaluate(() => model.settings.tuned)).toBe(true);
  });

  test("says the steps of the model, but not over what is written, nor over what is wrong", async () => {
    await put();
    await act(() => model.change({ steps: 9 }));
    expect(await steps().inputValue()).toBe("9");
    await steps().fill("7.5");
    await act(() => model.change({ steps: 8 }));
    expect(await steps().inputValue()).toBe("7.5");
    await act(() => model.change({ steps: 9 }));
    await steps().blur();
    await act(() => model.change({ start: [1, 1] }));
    expect([await steps().inputValue(), await page.getByRole("alert").first().textContent()]).toEqual([
      "7.5",
      "Steps are a whole number, from 0 to 2000.",
    ]);
  });

  test.each([
    ["constant", 20, {}],
    ["step", 0, { factor: 0.5, every: 1 }],
    ["step", 20, { factor: 0.5, every: 5 }],
    ["step", 70, { factor: 0.5, every: 18 }],
    ["exponential", 0, { k: 3 }],
    ["exponential", 20, { k: 0.15 }],
    ["exponential", 70, { k: 0.043 }],
    ["inverse-time", 0, { k: 10 }],
    ["inverse-time", 20, { k: 0.5 }],
    ["inverse-time", 70, { k: 0.14 }],
    ["warm-up", 1, { steps: 1 }],
    ["warm-up", 20, { steps: 5 }],
    ["warm-up", 70, { steps: 18 }],
    ["linear", 0, { steps: 1 }],
    ["linear", 20, { steps: 20 }],
    ["cosine", 0, { steps: 1 }],
    ["cosine", 20, { steps: 20 }],
    ["plateau", 4, { factor: 0.5, patience: 1 }],
    ["plateau", 20, { factor: 0.5, patience: 2 }],
    ["plateau", 70, { factor: 0.5, patience: 7 }],
  ])("begins the schedule %s for %d steps with %j", async (id, count, parameters) => {
    await put({ steps: count });
    await menu().selectOption(id);
    expect(await schedule()).toMatchObject({ id, parameters });
    expect((await schedule())!.parameters).toEqual(parameters);
  });

  test("offers a schedule that is none of the library's while it is on", async () => {
    await put({ schedule: { id: "mine", factor: "1/t", parameters: { k: 2 } } });
    expect(await menu().inputValue()).toBe("mine");
    expect(await menu().locator("option").allTextContents()).toHaveLength(11);
    await menu().selectOption("constant");
    expect(await menu().locator("option").allTextContents()).toHaveLength(10);
    expect(await page.locator(".parameters input").count()).toBe(0);
  });

  test("keeps the field of a parameter while the keyboard is in it, and says what it may be", async () => {
    await put();
    await menu().selectOption("exponential");
    const k = page.getByLabel("schedule, k");
    await k.fill("0.5");
    await k.press("Enter");
    expect([await focused(), (await schedule())!.parameters]).toEqual(["schedule, k", { k: 0.5 }]);
    await k.fill("-1");
    await k.press("Enter");
    expect(await page.getByRole("alert").last().textContent()).toBe("k is 0 or more.");
    expect((await schedule())!.parameters).toEqual({ k: 0.5 });
    await k.blur();
    await act(() => model.change({ start: [1, 1] }));
    expect(await page.getByRole("alert").last().textContent()).toBe("k is 0 or more.");
  });

  test("says where no rate is the best, and at which speed all is played", async () => {
    await put({ tuned: true });
    await act(() => model.change({ objective: parts.library.saddle }));
    expect(await page.getByLabel("rates of the rules").locator("option").allTextContents()).toEqual(["no bottom, no best rates", "rates as set"]); // prettier-ignore
    await act(() => model.changeRunner(0, { hyper: { lambda: 0.2 } }));
    expect(await page.getByLabel("rates of the rules").inputValue()).toBe("set");
    await page.getByLabel("speed", { exact: true }).selectOption("30");
    expect(await page.locator(".menu .face").last().textContent()).toBe("30 steps a second");
    expect(await page.getByLabel("speed", { exact: true }).locator("option").allTextContents()).toEqual(["2 steps a second", "5 steps a second", "10 steps a second", "30 steps a second"]); // prettier-ignore
  });
});
