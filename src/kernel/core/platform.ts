import type { Words } from "./errors/words/scene.ts";

/** How much of a value is written: a part of what Node's `inspect` takes. */
export interface InspectOptions {
  depth?: number;
  maxArrayLength?: number;
  maxStringLength?: number;
  breakLength?: number;
}

/** What the core asks of the place it runs in: a Node process, or a worker of a page. */
export interface Platform {
  /** The folder of the notebook. */
  folder(): string;
  /** The path of a file that is given as an address. */
  pathOf(address: string): string;
  /** A path as the student knows it: seen from the notebook. */
  shortName(path: string): string;
  /** What tells that a file has changed; undefined for one that is not there. */
  stampOf(path: string): string | undefined;
  /** A value as text. */
  inspect(value: unknown, options?: InspectOptions): string;
  /** Runs an action in a turn of the event loop of its own. */
  soon(action: () => void): void;
  /** Runs an action after a time in milliseconds; a host that wants to end does not wait for it. */
  later(action: () => void, time: number): void;
  /** Whether cells are to count what they do, as nothing can stop them from outside. */
  readonly countsRounds: boolean;
  readonly words: PlaceWords;
}

/** What students are told that is true in one place and not in another. */
export interface PlaceWords {
  /** Why there is none of a name that other places have, as `document`. */
  whyAbsent(name: string): string;
  /** A module that is not found. */
  missingModule(name: string): Words;
  /** The module of the place that is mostly imported under a name; undefined where there is none. */
  moduleOf(name: string): string | undefined;
  /** Something of the language that this place may lack; `since` is the first Node that has it. */
  newer(name: string, since: number): Words;
  /** How all of a long output is kept, as the end of a sentence. */
  readonly keepingOutput: string;
}

/** The platform; a host puts its functions here before anything of the core runs. */
export const platform = {} as Platform;

/** Where what the compiler and the cells need lies. */
export interface Places {
  /** The lesson library, code and types, and how its names are declared where that is known. */
  readonly library: { readonly code: string; readonly types: string; readonly sources?: string };
  /** The file that declares what is global, and the folder of the modules of Node that are declared by themselves. */
  readonly types: { readonly globals: string; readonly modules: string };
  /** What `import ... from "tslab"` declares. */
  readonly tslabTypes: string;
  /** The compiler's code. */
  readonly compiler: string;
}
