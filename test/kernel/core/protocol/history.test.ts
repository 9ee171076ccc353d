import { describe, expect, test } from "vitest";
import { History } from "../../../../src/kernel/core/protocol/history.ts";

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
