import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useTimedParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");

let page: Page;

useTimedParts((opened) => (page = opened));
beforeEach(() => page.evaluate(() => delete document.body.dataset["fallLineWithheld"]));

describe("the transport", () => {
  /** Puts one into the page for eleven steps; `at` says where it is, and `told` what it has told of moving. */
  const put = () =>
    page.evaluate(() => {
      const listeners: (() => void)[] = [];
      const told: unknown[] = [];
      const model = {
        t: 4,
        last: 11,
        goTo(t: number) {
          model.t = Math.max(0, Math.min(model.last, t));
          for (const listener of listeners) listener();
        },
        onChange: (listener: () => void) => void listeners.push(listener),
        move: (...what: unknown[]) => void told.push(what),
      };
      const transport = new parts.Transport(model);
      document.body.append(transport.node);
      Object.assign(window, { model, transport, told });
    });
  const at = () => page.evaluate(() => (window as never as { model: { t: number } }).model.t);
  const told = () => page.evaluate(() => (window as never as { told: unknown[] }).told);
  const speed = (value: number) =>
    page.evaluate((x) => ((window as never as { transport: { speed: number } }).transport.speed = x), value);
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const output = () => page.locator("output").textContent();

  test("goes by its buttons, and says which step of how many", async () => {
    await put();
    expect(await output()).toBe("step 4 of 11");
    for (const [name, t] of [
      ["one step forward", 5],
      ["one step back", 4],
      ["to the end", 11],
      ["to the start", 0],
    ] as const) {
      await press(name);
      expect(await at()).toBe(t);
    }
    expect(await output()).toBe("step 0 of 11");
  });

  test("plays ten steps a second, says that all moves, and rests at the end", async () => {
    await put();
    await press("play");
    expect(await told()).toEqual([["steps", true]]);
    await page.clock.runFor(99);
    expect(await at()).toBe(4);
    await page.clock.runFor(101);
    expect(await at()).toBe(6);
    await page.clock.runFor(2000);
    expect([await at(), (await told()).at(-1)]).toEqual([11, ["steps", false]]);
    expect(await page.getByRole("button", { name: "play", exact: true }).count()).toBe(1);
  });

  test("pauses where it is, at its button and at any step", async () => {
    await put();
    await press("play");
    await page.clock.runFor(100);
    await press("pause");
    await page.clock.runFor(1000);
    expect(await at()).toBe(5);
    await press("play");
    await press("one step forward");
    await page.clock.runFor(1000);
    expect(await at()).toBe(6);
  });

  test("plays from the start when it is at the end", async () => {
    await put();
    await press("to the end");
    await press("play");
    expect(await at()).toBe(0);
  });

  test("takes another speed at once while it plays, and waits with it while it does not", async () => {
    await put();
    await speed(2);
    await page.clock.runFor(2000);
    expect(await at()).toBe(4);
    await press("play");
    await page.clock.runFor(499);
    expect(await at()).toBe(4);
    await page.clock.runFor(1);
    expect(await at()).toBe(5);
    await speed(5);
    await page.clock.runFor(200);
    expect(await at()).toBe(6);
    await page.clock.runFor(600);
    expect(await at()).toBe(9);
  });

  test("counts what it is told to count", async () => {
    const words = await page.evaluate(() => {
      const model = {
        t: 1,
        last: 2,
        goTo: () => undefined,
        onChange: () => undefined,
        move: () => undefined,
      };
      return new parts.Transport(model, { word: "epoch", at: (t) => 10 * t }).node.querySelector("output")!
        .textContent;
    });
    expect(words).toBe("epoch 10 of 20");
  });

  test("stops where it is taken out of the page", async () => {
    await put();
    await press("play");
    await page.locator(".transport").evaluate((node) => node.remove());
    await page.clock.runFor(500);
    expect([await at(), (await told()).at(-1)]).toEqual([4, ["steps", false]]);
  });

  test("has keys: arrows, ten steps with Shift, the ends, the space bar", async () => {
    await put();
    const act = (key: string, shiftKey = false) =>
      page.evaluate(
        ([name, shift]) => {
          const { transport, model } = window as never as {
            transport: InstanceType<typeof parts.Transport>;
            model: { t: number };
          };
          transport.keys({ shiftKey: shift } as KeyboardEvent)[name]!();
          return [model.t, transport.isPlaying];
        },
        [key, shiftKey] as const,
      );
    expect(await act("ArrowRight")).toEqual([5, false]);
    expect(await act("ArrowLeft")).toEqual([4, false]);
    expect(await act("ArrowLeft", true)).toEqual([0, false]);
    expect(await act("ArrowRight", true)).toEqual([10, false]);
    expect(await act("End")).toEqual([11, false]);
    expect(await act("Home")).toEqual([0, false]);
    expect(await act(" ")).toEqual([0, true]);
    expect(await act(" ")).toEqual([0, false]);
  });
});

describe("a number to type", () => {
  /** A field that takes numbers up to 100. */
  const put = (value: number) =>
    page.evaluate((first) => {
      const taken: number[] = [];
      const field = new parts.NumberField({
        name: "n",
        title: "how many",
        value: first,
        allowed: "n is 100 at the most.",
        set: (number) => {
          if (!(number <= 100)) throw new parts.InputError({ what: "too many" });
          taken.push(number);
        },
      });
      document.body.append(field.input, field.problem);
      Object.assign(window, { field, taken });
    }, value);
  const taken = () => page.evaluate(() => (window as never as { taken: number[] }).taken);
  const input = () => page.getByLabel("n", { exact: true });
  const problem = () => page.getByRole("alert").textContent();

  test("is taken at Enter and when the field is left, by comma or point", async () => {
    await put(3);
    expect(await input().getAttribute("title")).toBe("how many");
    await input().fill(" 2,5 ");
    await input().press("Enter");
    expect(await taken()).toEqual([2.5]);
    await input().fill("−4");
    await input().blur();
    expect(await taken()).toEqual([2.5, -4]);
    expect(await input().inputValue()).toBe("−4");
  });

  test("that cannot be is explained, and taken back by one that can", async () => {
    await put(3);
    await input().fill("101");
    await input().press("Enter");
    expect([await problem(), await input().getAttribute("aria-invalid")]).toEqual([
      "n is 100 at the most.",
      "true",
    ]);
    await input().fill("many");
    await input().press("Enter");
    expect(await problem()).toBe("“many” is not a number. n is 100 at the most.");
    await input().fill("");
    await input().press("Enter");
    expect(await problem()).toBe("n is 100 at the most.");
    expect(await taken()).toEqual([]);
    await input().fill("7");
    await input().press("Enter");
    expect([await problem(), await input().getAttribute("aria-invalid")]).toEqual(["", null]);
    expect(await input().getAttribute("aria-describedby")).toBe(
      await page.getByRole("alert").getAttribute("id"),
    );
  });

  test("is seen with six digits, has all of them while one is in it, and loses none", async () => {
    await put(1 / 3);
    expect(await input().inputValue()).toBe("0.333333");
    await input().focus();
    expect(await input().inputValue()).toBe(String(1 / 3));
    expect(await page.evaluate(() => getSelection()!.toString())).toBe(String(1 / 3));
    await input().blur();
    expect([await input().inputValue(), await taken()]).toEqual(["0.333333", []]);
    await input().fill("0.123456789");
    await input().press("Enter");
    expect(await input().inputValue()).toBe("0.123456789");
    await input().blur();
    expect([await input().inputValue(), await taken()]).toEqual(["0.123457", [0.123456789]]);
  });

  test("is seen with a power of ten where it is small", async () => {
    await put(2e-7);
    expect(await input().inputValue()).toBe("2·10⁻⁷");
    await input().focus();
    await input().press("Enter");
    await input().blur();
    expect(await input().inputValue()).toBe("2·10⁻⁷");
  });

  test("stays as it is typed while the field is left with another", async () => {
    await put(1 / 3);
    await input().fill("many");
    await input().blur();
    await input().focus();
    expect(await input().inputValue()).toBe("many");
  });
});

describe("a slider", () => {
  /** The slider of a rate that begins at 0.1, with a limit or none. */
  const put = (range: string, value: number, limit?: number) =>
    page.evaluate(
      ([kind, first, most]) => {
        const taken: number[] = [];
        const slider = new parts.Slider({
          rule: "Rule",
          name: "lambda",
          about: { tex: "\\lambda", default: 1, meaning: "rate", range: kind } as never,
          value: first,
          set: (number) => void taken.push(number),
        });
        slider.show(first, most ?? undefined);
        document.body.append(slider.node);
        Object.assign(window, { slider, taken });
      },
      [range, value, limit ?? null] as const,
    );
  const show = (value: number, limit?: number) =>
    page.evaluate(
      ([shown, most]) =>
        (window as never as { slider: InstanceType<typeof parts.Slider> }).slider.show(
          shown,
          most ?? undefined,
        ),
      [value, limit ?? null] as const,
    );
  const facts = () =>
    page.getByLabel("Rule, lambda, slider").evaluate((slider: HTMLInputElement) => ({
      value: slider.valueAsNumber,
      words: slider.getAttribute("aria-valuetext"),
      at: slider.style.getPropertyValue("--at"),
      limit: slider.style.getPropertyValue("--limit"),
    }));
  const taken = () => page.evaluate(() => (window as never as { taken: number[] }).taken);
  const slider = () => page.getByLabel("Rule, lambda, slider");

  test("stands where its value is, and is hatched from the limit on", async () => {
    await put("positive", 0.1, 1);
    expect(await facts()).toEqual({ value: 500, words: "0.1", at: "0.5", limit: "0.75" });
    await show(0.01, 5);
    expect(await facts()).toMatchObject({ value: 250, at: "0.25", limit: "0.925" });
    await show(0.01);
    expect(await facts()).toMatchObject({ limit: "1" });
    await show(0.01, 1e6);
    expect(await facts()).toMatchObject({ limit: "1" });
    await show(100, 1);
    expect(await facts()).toMatchObject({ value: 1000, words: "100", limit: "0.6" });
  });

  test("goes a hundredth of its way by arrow key, and gives its number to field and page", async () => {
    await put("share", 0.5);
    for (const [key, number] of [
      ["ArrowRight", 0.51],
      ["ArrowUp", 0.52],
      ["ArrowLeft", 0.51],
      ["ArrowDown", 0.5],
    ] as const) {
      await slider().press(key);
      expect((await taken()).at(-1)).toBe(number);
      expect(await page.getByLabel("Rule, lambda", { exact: true }).inputValue()).toBe(String(number));
    }
    await slider().fill("250");
    expect((await taken()).at(-1)).toBe(0.25);
  });

  test("leaves its field alone while somebody writes in it", async () => {
    await put("share", 0.5);
    const field = page.getByLabel("Rule, lambda", { exact: true });
    await field.fill("0.7");
    await show(0.6);
    expect([await field.inputValue(), (await facts()).value]).toEqual(["0.7", 600]);
  });
});

describe("a reset and its undo", () => {
  const put = (isWithheld = false) =>
    page.evaluate((withheld) => {
      const calls: unknown[] = [];
      const model = {
        reset: (t?: number) => {
          calls.push(["reset", t ?? "end"]);
          return `before ${calls.length}`;
        },
        restore: (before: unknown) => void calls.push(["restore", before]),
      };
      const button = parts.resetButton(model as never, (words) => void calls.push(words));
      document.body.toggleAttribute("data-fall-line-withheld", withheld);
      document.body.append(button);
      Object.assign(window, { calls });
    }, isWithheld);
  const calls = () => page.evaluate(() => (window as never as { calls: unknown[] }).calls.splice(0));
  const reset = () => page.getByRole("button", { name: "reset" });
  const undo = () => page.getByRole("button", { name: "Undo" });

  test("last eight seconds from the latest reset", async () => {
    await put();
    expect(await undo().isVisible()).toBe(false);
    await reset().click();
    expect(await calls()).toEqual([["reset", "end"], "All is as it began. It can be undone."]);
    await page.clock.runFor(5000);
    await reset().click();
    await page.clock.runFor(7999);
    expect(await undo().isVisible()).toBe(true);
    await page.clock.runFor(1);
    expect(await undo().isVisible()).toBe(false);
  });

  test("bring back what was before, and the keyboard to the button that stays", async () => {
    await put();
    await reset().click();
    await calls();
    await undo().press("Enter");
    expect(await calls()).toEqual([["restore", "before 1"], "All is as it was."]);
    expect(await undo().isVisible()).toBe(false);
    expect(await reset().evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("go to the start while a question is open", async () => {
    await put(true);
    await reset().click();
    expect((await calls())[0]).toEqual(["reset", 0]);
  });
});

test("an announcer says the latest, once a second, and nothing once it is stopped", async () => {
  await page.evaluate(() => {
    const announcer = new parts.Announcer();
    document.body.append(announcer.node);
    Object.assign(window, { announcer });
  });
  const say = (words: string) =>
    page.evaluate((said) => (window as never as { announcer: InstanceType<typeof parts.Announcer> }).announcer.say(() => said), words); // prettier-ignore
  const said = () => page.locator("[aria-live=polite]").textContent();
  await say("one");
  await page.clock.runFor(1);
  expect(await said()).toBe("one");
  await say("two");
  await page.clock.runFor(500);
  await say("three");
  await page.clock.runFor(498);
  expect(await said()).toBe("one");
  await page.clock.runFor(2);
  expect(await said()).toBe("three");
  await say("four");
  await page.evaluate(() => (window as never as { announcer: InstanceType<typeof parts.Announcer> }).announcer.stop()); // prettier-ignore
  await page.clock.runFor(2000);
  expect(await said()).toBe("three");
});

test("a menu shows what is chosen in words, tells what somebody chooses, and keeps its options while they are the same", async () => {
  await page.evaluate(() => {
    const chosen: string[] = [];
    const menu = new parts.Menu("speed", "inline", (value) => void chosen.push(value));
    menu.show([["a", "First"], ["b", "Second"]], "b"); // prettier-ignore
    const own = new parts.Menu("own", "inline", () => undefined, document.createTextNode("face"));
    own.show([["a", "First"]], "a");
    document.body.append(menu.node, own.node);
    Object.assign(window, { chosen, menu });
  });
  const face = page.locator(".menu.inline .face");
  expect(await face.allTextContents()).toEqual(["Second", "face"]);
  const select = page.getByLabel("speed");
  expect(await select.inputValue()).toBe("b");
  await select.selectOption("a");
  expect(await page.evaluate(() => (window as never as { chosen: string[] }).chosen)).toEqual(["a"]);
  const isSame = await page.evaluate(() => {
    const { menu } = window as never as { menu: InstanceType<typeof parts.Menu> };
    const option = document.querySelector("option")!;
    menu.show([["a", "First"], ["b", "Second"]], "a"); // prettier-ignore
    const kept = option.isConnected;
    menu.show([["c", "Third"]], "d");
    return [kept, option.isConnected];
  });
  expect(isSame).toEqual([true, false]);
  expect((await face.allTextContents())[0]).toBe("");
});
