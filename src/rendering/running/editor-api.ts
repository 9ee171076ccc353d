/** What the page asks of its editor, whose script is loaded when a cell is first worked in. */
export interface Editor {
  readonly text: string;
  /** Replaces the text from outside: nothing is told of it. */
  setText(text: string): void;
  /** Puts the caret at a place of the text, and the keyboard there. */
  focus(offset?: number): void;
}

export interface Completions {
  readonly matches: readonly string[];
  readonly kinds: readonly string[];
  /** The part of the text that a match stands for. */
  readonly start: number;
  readonly end: number;
}

export interface EditorOptions {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What it is called for those who listen. */
  readonly label: string;
  readonly changed: (text: string) => void;
  /** Shift+Enter and Ctrl+Enter; `goOn` with the first. */
  readonly run: (goOn: boolean) => void;
  /** What can stand at a place; nothing when that is not known now. `isAsked`: the student has asked, and waits. */
  readonly complete: (text: string, at: number, isAsked: boolean) => Promise<Completions | undefined>;
  /** What is known of the name at a place. */
  readonly inspect: (text: string, at: number) => Promise<string | undefined>;
}

export type MakeEditor = (options: EditorOptions) => Editor;

/** Under this the script of the editor leaves what makes one. */
export const EDITOR = Symbol.for("fall-line.editor");
