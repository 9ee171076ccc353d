import { describe, expect, test } from "vitest";
import { type Entry, History } from "../../../../src/kernel/core/protocol/history.ts";

describe("history_request", () => {
  const history = new History();
  ["a = 1", "b.c", "a = 1", "ab\nc", "x(1)?"].forEach((source, i) => history.add(i + 1, source));

  const linesOf = (request: object): number[] => {
    const { status, history: found } = history.answer({ ...request });
    expect(status).toBe("ok");
    return (found as [number, number, string][]).map(([session, line]) => {
      expect(session).toBe(1);
      return line;
    });
  };

  test.each<[request: object, lines: number[]]>([
    [{ hist_access_type: "range", start: 2, stop: 4 }, [2, 3]],
    [{ hist_access_type: "range", start: 4 }, [4, 5]],
    [{ hist_access_type: "range", stop: 2 }, [1]],
    [{ hist_access_type: "range" }, [1, 2, 3, 4, 5]],
    [{ hist_access_type: "tail", n: 2 }, [4, 5]],
    [{ hist_access_type: "tail" }, [1, 2, 3, 4, 5]],
    [{ hist_access_type: "tail", n: 0 }, []],
    [{ hist_access_type: "search", pattern: "a*", n: 0 }, []],
    [{ hist_access_type: "range", session: 0, start: 4 }, [4, 5]],
    [{ hist_access_type: "range", session: 2 }, []],
    [{ hist_access_type: "search", pattern: "a*" }, [1, 3, 4]],
    [{ hist_access_type: "search", pattern: "a*", n: 1 }, [4]],
    [{ hist_access_type: "search", pattern: "a = 1", unique: true }, [3]],
    [{ hist_access_type: "search", unique: true }, [2, 3, 4, 5]],
    [{ hist_access_type: "search", pattern: "?.?" }, [2]],
    [{ hist_access_type: "search", pattern: "b" }, []],
    [{ hist_access_type: "search", pattern: "b.c?" }, []],
    [{ hist_access_type: "search", pattern: "a*c" }, [4]],
    [{ hist_access_type: "search", pattern: "x(1)*" }, [5]],
    [{ hist_access_type: "search", pattern: "*[" }, []],
  ])("%j finds the cells %j", (request, lines) => {
    expect(linesOf(request)).toEqual(lines);
  });

  test("gives the text of each cell, in a pair where the output is asked for", () => {
    expect(history.answer({ n: 1 })).toEqual({ status: "ok", history: [[1, 5, "x(1)?"]] });
    expect(history.answer({ n: 1, output: true })["history"]).toEqual([[1, 5, ["x(1)?", null]]]);
  });
});

test("goes on where earlier sessions ended, and hands on what is to be kept", () => {
  const kept: Entry[] = [];
  const earlier: Entry[] = [[1, 1, "old"], [4, 1, "a"], [4, 2, "b"]]; // prettier-ignore
  const history = new History({ earlier, add: (entry) => kept.push(entry) });
  history.add(1, "new");
  expect(kept).toEqual([[5, 1, "new"]]);
  const found = (request: object) => history.answer({ hist_access_type: "range", ...request })["history"];
  expect(found({ session: 0 })).toEqual(kept);
  expect(found({ session: -1 })).toEqual(earlier.slice(1));
  expect(found({ session: 1 })).toEqual(earlier.slice(0, 1));
  expect(history.answer({ hist_access_type: "tail", n: 3 })["history"]).toEqual([
    ...earlier.slice(1),
    ...kept,
  ]);
});
