import type { Page } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import { useParts } from "./harness/parts.ts";

declare const parts: typeof import("./harness/parts-in-page.ts");
/** What the page was asked and told, in order. */
declare const heard: unknown[];

let page: Page;
let errors: string[];
/** How often the editor's script was asked for, and whether it comes. */
let asked = 0;
let comes = false;

useParts(async (opened, found) => {
  page = opened;
  errors = found;
  await page.route("**/editor.js", (route) => {
    asked++;
    return comes ? route.fulfill({ contentType: "text/javascript", body: "" }) : route.abort();
  });
});

beforeEach(() => page.evaluate(() => Object.assign(window, { heard: [] })));

const said = (): Promise<unknown[]> => page.evaluate(() => heard.splice(0));

describe("the code of a cell", () => {
  beforeEach(() =>
    page.evaluate(() => {
      document.body.innerHTML = '<pre class="code"><code>const a = 1;</code></pre>';
      const box = new parts.CodeBox(document.querySelector("pre")!, "const a = 1;", {
        label: "Code: one",
        changed: (text) => heard.push(`changed ${text}`),
        run: (goOn) => heard.push(`run ${goOn}`),
        complete: () => Promise.resolve(undefined),
        inspect: () => Promise.resolve(undefined),
      });
      Object.assign(window, { box });
    }),
  );
  const box = <T>(act: (one: InstanceType<typeof parts.CodeBox>) => T) =>
    page.evaluate<T>(`(${act.toString()})(box)`);

  test("is read until someone goes into it, and is called by its name", async () => {
    const code = page.locator("pre.code");
    const looks = await code.evaluate((one) => [one.tabIndex, one.getAttribute("role"), one.ariaLabel]);
    expect(looks).toEqual([0, "group", "Code: one. Press Enter to change it"]);
    expect(await box((one) => one.text)).toBe("const a = 1;");
    await box((one) => one.setText("let b < 2"));
    expect(await box((one) => one.text)).toBe("let b < 2");
    expect(await code.innerHTML()).toBe(
      '<code><span class="hljs-keyword">let</span> b &lt; <span class="hljs-number">2</span></code>',
    );
    await page.evaluate(() => (document.querySelector("code")!.innerHTML = "as it stands"));
    await box((one) => one.setText("let b < 2"));
    expect(await code.textContent()).toBe("as it stands");
    await box((one) => one.focus());
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("PRE");
    expect(await said()).toEqual([]);
  });

  test("is run with Shift, Ctrl and the command key; another key does nothing, nor does one of another place", async () => {
    const keys = await page.evaluate(() => {
      const code = document.querySelector("pre")!;
      const press = (node: Element, key: string, more: KeyboardEventInit = {}): boolean =>
        !node.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }));
      return [
        press(code, "Enter", { shiftKey: true }),
        press(code, "Enter", { ctrlKey: true }),
        press(code, "Enter", { metaKey: true }),
        press(code, "a", { shiftKey: true }),
        press(code.firstElementChild!, "Enter", { shiftKey: true }),
      ];
    });
    expect(keys).toEqual([true, true, true, false, false]);
    expect(await said()).toEqual(["run true", "run false", "run false"]);
  });

  test("says why it cannot be changed when the editor does not come, and tries again", async () => {
    comes = false;
    await page.locator("pre").press("Enter");
    await expect
      .poll(() => page.locator("pre").getAttribute("title"))
      .toBe("The editor could not be loaded: a file of the site could not be loaded. Press again to try once more."); // prettier-ignore
    expect(await page.locator("[data-loading]").count()).toBe(0);
    errors.length = 0;
    comes = true;
    await page.locator("pre").press("Enter");
    await page.locator(".code-editor .cm-content:focus").waitFor();
    const before = asked;
    expect(before).toBeGreaterThan(1);
  });

  test("is an editor once it is pressed, with the caret where it was pressed", async () => {
    const before = asked;
    const place = await page.evaluate(() => {
      const range = document.createRange();
      range.setStart(document.querySelector("code")!.firstChild!, 6);
      const { left, top, height } = range.getBoundingClientRect();
      return [left + 1, top + height / 2] as const;
    });
    await page.mouse.click(...place);
    await page.locator(".cm-content:focus").waitFor();
    expect(await page.locator("pre.code, [data-loading]").count()).toBe(0);
    await page.keyboard.type("b");
    expect(await box((one) => one.text)).toBe("const ba = 1;");
    expect(await said()).toEqual(["changed const ba = 1;"]);
    await box((one) => one.setText("of another tab"));
    expect(await page.locator(".cm-content").textContent()).toBe("of another tab");
    expect(await box((one) => one.text)).toBe("of another tab");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await box((one) => one.focus());
    await page.locator(".cm-content:focus").waitFor();
    expect(await said()).toEqual([]);
    // Its script has come once for all cells.
    expect(asked).toBe(before);
  });

  test("becomes one editor, though it is asked for twice, with the text as it is", async () => {
    await page.evaluate(async () => {
      const { box } = window as unknown as { box: InstanceType<typeof parts.CodeBox> };
      box.setText("new");
      await Promise.all([box.edit(), box.edit(99)]);
    });
    expect(await page.locator(".code-editor").count()).toBe(1);
    await page.keyboard.type("!");
    expect(await box((one) => one.text)).toBe("!new");
  });

  test("is no editor for those who mark it to copy it", async () => {
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector("code")!));
    await box((one) => one.edit());
    expect(await page.locator("pre.code").count()).toBe(1);
    await page.evaluate(() => {
      const other = document.createElement("p");
      other.textContent = "elsewhere";
      document.body.append(other);
      getSelection()!.selectAllChildren(other);
    });
    await box((one) => one.edit());
    expect(await page.locator("pre.code").count()).toBe(0);
    await page.evaluate(() => getSelection()!.removeAllRanges());
  });
});

describe("the editor", () => {
  /** Opens one with a text; `names` are completed, and what is known of each is told. */
  const open = (text: string, names: readonly string[] = [], known = true) =>
    page.evaluate(
      ([doc, matches, isKnown]) => {
        // What one of before says later is none of this one's.
        const told = heard;
        const make = (window as never as Record<symbol, (options: object) => object>)[
          Symbol.for("fall-line.editor")
        ]!;
        const editor = make({
          parent: document.body,
          text: doc,
          label: "Code: one",
          changed: (now: string) => told.push(`changed ${now}`),
          run: (goOn: boolean) => told.push(`run ${goOn}`),
          complete: (now: string, at: number, isAsked: boolean) => {
            told.push(`complete ${now} ${at} ${isAsked}`);
            const start = now.slice(0, at).search(/\w*$/);
            const kinds = ["instance", "module", "function"];
            return Promise.resolve(isKnown ? { matches, kinds, start, end: at } : undefined);
          },
          inspect: (now: string, at: number) => {
            told.push(`inspect ${now} ${at}`);
            return Promise.resolve(isKnown ? "\u001b[1mwhat\u001b[0m it is" : undefined);
          },
        });
        Object.assign(window, { editor });
      },
      [text, names, known] as const,
    );
  const caret = (offset?: number) =>
    page.evaluate(
      (at) => (window as never as { editor: { focus(at?: number): void } }).editor.focus(at),
      offset,
    );
  const text = () => page.evaluate(() => (window as never as { editor: { text: string } }).editor.text);

  test("has a name, and no corrections of words", async () => {
    await open("a");
    const looks = await page
      .locator(".cm-content")
      .evaluate((one) => ["aria-label", "autocapitalize", "autocorrect", "spellcheck"].map((name) => one.getAttribute(name))); // prettier-ignore
    expect(looks).toEqual(["Code: one. Escape, then Tab leaves the editor", "off", "off", "false"]);
  });

  test("runs with Shift and with Ctrl, and types nothing then", async () => {
    await open("a");
    await caret(1);
    await page.keyboard.press("Shift+Enter");
    await page.keyboard.press("Control+Enter");
    expect([await said(), await text()]).toEqual([["run true", "run false"], "a"]);
    await page.keyboard.press("Enter");
    expect(await text()).toBe("a\n");
  });

  test("puts the caret where it is told, at most at the end, and leaves it where it is told nothing", async () => {
    await open("abc");
    await caret(1);
    await page.keyboard.type("1");
    await caret(99);
    await page.keyboard.type("2");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await caret();
    await page.keyboard.type("3");
    expect(await text()).toBe("a1bc23");
  });

  test("closes brackets, and takes back and does again what was typed", async () => {
    await open("");
    await caret(0);
    await page.keyboard.type("f(");
    expect(await text()).toBe("f()");
    await page.keyboard.press("Control+z");
    expect(await text()).not.toBe("f()");
    await page.keyboard.press("Control+y");
    expect(await text()).toBe("f()");
  });

  test("indents by two spaces where no word has begun, and what is marked; Shift takes it back", async () => {
    await open("  \nab cd");
    await caret(2);
    await page.keyboard.press("Tab");
    expect(await text()).toBe("    \nab cd");
    await page.keyboard.press("Shift+Tab");
    expect(await text()).toBe("  \nab cd");
    await caret(5);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("Tab");
    expect(await text()).toBe("  \n  ab cd");
    await page.keyboard.press("Shift+Tab");
    expect(await text()).toBe("  \nab cd");
    expect((await said()).filter((one) => !String(one).startsWith("changed"))).toEqual([]);
  });

  test.each(["wo", "a.", "$", '"', "'"])("completes with Tab after %j", async (word) => {
    await open(word);
    await caret(99);
    await page.keyboard.press("Tab");
    await expect.poll(said).toContain(`complete ${word} ${word.length} true`);
  });

  test("lists what can stand there in its order, each as what it is, and takes the first with Tab", async () => {
    await open("wo", ["worth", "woe", "would", "word"]);
    await caret(2);
    await page.keyboard.press("Tab");
    await expect.poll(list).toEqual(["variable worth", "namespace woe", "function would", "text word"]);
    // What has just come up is not taken: nobody has read it.
    const taken = async (): Promise<string> => {
      await page.keyboard.press("Tab");
      return text();
    };
    await expect.poll(taken, { interval: 250 }).toBe("worth");
    await expect.poll(list).toEqual([]);
  });

  test("asks by itself after two letters or a dot, and not after one", async () => {
    await open("", ["worth"]);
    await caret(0);
    await page.keyboard.type("w");
    await page.keyboard.type("o");
    await expect.poll(list).toEqual(["variable worth"]);
    expect((await said()).filter((one) => String(one).startsWith("complete"))).toEqual([
      "complete wo 2 false",
    ]);
    await page.keyboard.type("r");
    await expect.poll(list).toEqual(["variable worth"]);
    await page.keyboard.press("Shift+Enter");
    await expect.poll(list).toEqual([]);
    expect((await said()).filter((one) => String(one).startsWith("complete"))).toEqual([]);
    await page.keyboard.type(".");
    await expect.poll(said).toContain("complete wor. 4 false");
  });

  test("explains with Shift+Tab, in the letters of a terminal, until something is typed or the caret moves", async () => {
    const tip = page.locator(".fall-line-tip");
    await open("name(");
    for (const [at, undo] of [
      [4, "ArrowLeft"],
      [5, "a"],
    ] as const) {
      // prettier-ignore
      await caret(at);
      await page.keyboard.press("Shift+Tab");
      await tip.waitFor();
      expect(await said()).toContain(`inspect name( ${at}`);
      expect(await tip.innerHTML()).toBe("<b>what</b> it is");
      await page.keyboard.press(undo);
      await tip.waitFor({ state: "detached" });
    }
    await caret(0);
    await page.keyboard.press("Shift+Tab");
    expect((await said()).filter((one) => String(one).startsWith("inspect"))).toEqual([]);
  });

  test("explains what lies under the mouse", async () => {
    await open("name other");
    await page.locator(".cm-line").hover({ position: { x: 20, y: 8 } });
    const tip = page.locator(".fall-line-tip");
    await tip.waitFor();
    expect(await tip.textContent()).toBe("what it is");
    await page.mouse.move(0, 600);
    await tip.waitFor({ state: "detached" });
  });

  test("shows nothing where nothing is known", async () => {
    await open("wo", ["worth"], false);
    await caret(2);
    await page.keyboard.press("Tab");
    await expect.poll(said).toContain("complete wo 2 true");
    await page.keyboard.press("Shift+Tab");
    await expect.poll(said).toContain("inspect wo 2");
    expect(await page.locator(".cm-tooltip").count()).toBe(0);
  });
});

function list(): Promise<string[]> {
  return page
    .locator(".cm-tooltip-autocomplete li")
    .evaluateAll((items) =>
      items.map((one) => `${/cm-completionIcon-(\w+)/.exec(one.innerHTML)?.[1]} ${one.textContent.trim()}`),
    );
}
