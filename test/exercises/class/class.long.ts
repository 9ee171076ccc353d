import { expect, test, vi } from "vitest";
import { type Row, rowOf } from "./judge.ts";
import { withoutClock } from "../without-clock.ts";
import { answersOf, mark } from "./run.ts";

vi.setConfig({ testTimeout: 1_200_000 });
withoutClock();

/** What share of those that can be named is to be; the third writer's answers stay unseen by whoever tunes the diagnosis. */
const SHARES: readonly (readonly [writer: 1 | 2 | 3, share: number])[] = [
  [1, 0.95],
  [2, 0.95],
  [3, 0.95],
];

test.each(SHARES)(
  "the answers of writer %i are named, none is accepted, and each comes to an end",
  (writer, share) => {
    const marked = answersOf(writer).map(mark);
    const ids = [...new Set(marked.map(({ answer }) => answer.id))];
    const table: Record<string, Row> = Object.fromEntries(
      ids.map((id) => [id, rowOf(marked.filter(({ answer }) => answer.id === id))]),
    );
    const all = rowOf(marked);
    const { accepted, refused } = all;
    expect({ accepted, refused, table }).toEqual({ accepted: 0, refused: 0, table });
    expect(all.rightly / all.nameable).toBeGreaterThanOrEqual(share);
  },
);
