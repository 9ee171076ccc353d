import { loadedOnce } from "../../loaded-once.ts";
import { highlight } from "../highlight.ts";
import { EDITOR, type Editor, type EditorOptions, type MakeEditor } from "./editor-api.ts";
import { el } from "./elements.ts";
import { leftBy } from "../page/parts.ts";

/** The editor's script, once a page. */
const editorMaker = loadedOnce(() => leftBy<MakeEditor>("editor", EDITOR));

/** The code of a cell: read as it was built, until someone goes into it and it becomes an editor. */
export class CodeBox {
  readonly helpers: Omit<EditorOptions, "parent" | "text">;
  #node: HTMLElement;
  #text: string;
  #editor: Editor | undefined;

  constructor(code: HTMLElement, text: string, helpers: Omit<EditorOptions, "parent" | "text">) {
    this.#node = code;
    this.#text = text;
    this.helpers = helpers;
    code.tabIndex = 0;
    code.setAttribute("role", "group");
    code.setAttribute("aria-label", `${helpers.label}. Press Enter to change it`);
    code.addEventListener("click", (event) => void this.edit(offsetAt(code, event)));
    code.addEventListener("pointerenter", () => void editorMaker().catch(() => undefined), { once: true });
    code.addEventListener("keydown", (event) => this.#onKey(event));
  }

  get text(): string {
    return this.#editor?.text ?? this.#text;
  }

  /** Replaces the text from outside. */
  setText(text: string): void {
    if (text === this.text) return;
    this.#text = text;
    if (this.#editor !== undefined) this.#editor.setText(text);
    else this.#node.querySelector("code")!.innerHTML = highlight(text, "typescript");
  }

  /** Puts the keyboard on it. */
  focus(): void {
    if (this.#editor === undefined) this.#node.focus();
    else this.#editor.focus();
  }

  /** Makes an editor of it, with the caret at a place. */
  async edit(offset = 0): Promise<void> {
    if (isSelecting(this.#node)) return;
    this.#node.dataset["loading"] = "";
    try {
      const make = await editorMaker();
      if (this.#editor !== undefined) return;
      const parent = el("div", { class: "code-editor" });
      this.#node.replaceWith(parent);
      this.#node = parent;
      this.#editor = make({ ...this.helpers, parent, text: this.#text });
      this.#editor.focus(offset);
    } catch (error) {
      this.#node.title = `The editor could not be loaded: ${(error as Error).message}. Press again to try once more.`;
    } finally {
      delete this.#node.dataset["loading"];
    }
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.target !== this.#node) return;
    event.preventDefault();
    if (event.shiftKey || event.ctrlKey || event.metaKey) this.helpers.run(event.shiftKey);
    else void this.edit();
  }
}

/** Whoever marks code to copy it wants no editor. */
function isSelecting(node: HTMLElement): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && node.contains(selection.anchorNode);
}

/** The place in the text that was pressed. */
function offsetAt(code: HTMLElement, { clientX, clientY }: MouseEvent): number {
  const range = document.createRange();
  const pressed = document as {
    caretPositionFromPoint?: (x: number, y: number) => { offsetNode: Node; offset: number } | null;
    caretRangeFromPoint?: (x: number, y: number) => Range | null;
  };
  const place = pressed.caretPositionFromPoint?.(clientX, clientY);
  const older = place === undefined ? pressed.caretRangeFromPoint?.(clientX, clientY) : undefined;
  const [node, offset] = place
    ? [place.offsetNode, place.offset]
    : [older?.startContainer, older?.startOffset];
  if (node === undefined || offset === undefined || !code.contains(node)) return 0;
  range.setStart(code, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}
