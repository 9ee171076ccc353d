import type { Locator, Page } from "playwright-core";

/** A lesson in a page, as a student has it before them. */
export class Desk {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  cell(id: string): Locator {
    return this.page.locator(`section[data-cell="${id}"]`);
  }

  /** Writes a cell anew. */
  async write(id: string, text: string): Promise<void> {
    const code = this.cell(id).locator("pre.code, .cm-content").first();
    await code.click();
    await this.cell(id).locator(".cm-content").waitFor();
    await this.page.keyboard.press("ControlOrMeta+a");
    await this.page.keyboard.insertText(text);
  }

  /** Writes a cell and runs it; gives what it shows when it has ended. */
  async run(id: string, text?: string): Promise<string> {
    if (text !== undefined) await this.write(id, text);
    await this.press(id, "Run");
    await this.rest();
    return this.shown(id);
  }

  /** Presses a button of a cell. */
  press(id: string, button: string): Promise<void> {
    return this.cell(id).getByRole("button", { name: button, exact: true }).click();
  }

  bar(button: string): Promise<void> {
    return this.page.locator(".work-bar").getByRole("button", { name: button, exact: true }).click();
  }

  /** Waits until nothing is loaded or runs any more. */
  async rest(): Promise<void> {
    const isAtRest = (): boolean =>
      !/^(Getting|Starting|Running)/.test(document.querySelector(".work-said")!.textContent);
    await this.page.waitForFunction(isAtRest);
  }

  /** What the bar says. */
  async said(): Promise<string> {
    return (await this.page.locator(".work-said").textContent()) ?? "";
  }

  async shown(id: string): Promise<string> {
    return (await this.cell(id).locator(".outputs").innerText()).trim();
  }

  /** The text of a cell. */
  async text(id: string): Promise<string> {
    const editor = this.cell(id).locator(".cm-content");
    if ((await editor.count()) === 0) return (await this.cell(id).locator("pre.code").first().textContent())!;
    return (await editor.locator(".cm-line").allTextContents()).join("\n");
  }

  /** Waits until what was written is kept. */
  async kept(): Promise<void> {
    await this.page.locator(".work-kept", { hasText: "Kept" }).waitFor();
  }
}
