import type { Columns } from "../search/columns.ts";
import type { Vocabulary } from "../search/edits.ts";
import { Effort } from "../search/effort.ts";
import type { LineFinding } from "../search/finding.ts";
import type { LineSearch, Reach } from "../search/line-search.ts";
import type { Tree } from "../search/tree.ts";
import type { Claim, Seen } from "./claim.ts";

/** What an answer did, how much may be tried to explain it, and the searches that were begun. */
export interface Setting extends Seen {
  readonly source: string;
  readonly effort: Effort;
  readonly searches: Map<string, LineSearch>;
  /** What it did in cases that are not searched: what is found must hold there too. */
  readonly unseen?: Seen | undefined;
}

/** Searches a line: with what it is computed in any cases, and what came there. */
export type Search = (
  line: {
    readonly name: string;
    readonly right: Tree;
    readonly columns: (seen: Seen) => Columns;
    readonly words: Vocabulary;
  },
  way?: string,
  most?: Reach,
) => Told | undefined;

/** What explains a line. */
interface Told extends Omit<Claim, "of"> {
  readonly all: readonly LineFinding[];
}

/** So many wrong versions of a rule's lines are tried at most. */
export const MOST_TRIED = 80_000;

export const settingOf = ({
  cases,
  form,
  source,
  unseen,
}: Omit<Setting, "effort" | "searches">): Setting => ({
  ...{ cases, form, source, unseen },
  effort: new Effort(MOST_TRIED),
  searches: new Map(),
});
