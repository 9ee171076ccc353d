import type { Life } from "../../rendering/running/bundle.ts";

/** What a deck gives to the script by which its code is changed and run. */
export interface Surroundings {
  readonly life: Life;
  /** Where its bar stands. */
  readonly foot: HTMLElement;
  /** Brings a cell into sight that stands on another slide. */
  readonly show: (section: HTMLElement) => void;
  /** Something on the slide has changed. */
  readonly changed: () => void;
}

/** Code that is changed and run. Cells are named by their ids. */
export interface Workbench {
  edit(id: string): void;
  run(id: string): void;
}

export type MakeWorkbench = (surroundings: Surroundings) => Workbench;

/** Under this name the script leaves what makes one, among the globals. */
export const WORKBENCH = Symbol.for("fall-line.deck-workbench");
