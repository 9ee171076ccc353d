import { expect, test, vi } from "vitest";
import { type Row, rowOf } from "./judge.ts";
import { answersOf, mark } from "./run.ts";

vi.setConfig({ testTimeout: 1_200_000 });

test.each([1, 2, 3] as const)(
  "the answers of writer %i are named, none is accepted, none hangs",
  (writer) => {
    const marked = answersOf(writer).map(mark);
    const ids = [...new Set(marked.map(({ answer }) => answer.id))];
    const table: Record<string, Row> = Object.fromEntries(
      ids.map((id) => [id, rowOf(marked.filter(({ answer }) => answer.id === id))]),
    );
    const all = rowOf(marked);
    const { accepted, refused, hung } = all;
    expect({ accepted, refused, hung, table }).toEqual({ accepted: 0, refused: 0, hung: 0, table });
    expect(all.rightly / all.nameable).toBeGreaterThanOrEqual(share);
  },
);
