import type * as TS from "typescript";
import { describe, expect, test } from "vitest";
import { completion } from "../../../../src/kernel/core/session/completion.ts";

type Entry = [name: string, kind: string, sortText?: string];

interface Answer {
  status: string;
  matches: string[];
  cursor_start: number;
  cursor_end: number;
  metadata: { _jupyter_types_experimental: { start: number; end: number; text: string; type: string }[] };
}

/** What a front end is told where the compiler offers some entries for the part of a cell from `start` to `end`. */
function completed(
  code: string,
  entries: Entry[],
  place: { start?: number; end?: number; position?: number; own?: string[]; members?: boolean } = {},
): Answer {
  const { start = 0, end = code.length, position = end, own = [], members = false } = place;
  const original = {
    isMemberCompletion: members,
    entries: entries.map(([name, kind, sortText = "11"]) => ({ name, kind, sortText })),
  } as unknown as TS.CompletionInfo;
  return completion(code, position, { start, end, original }, new Set(own)) as unknown as Answer;
}

describe("what can stand at a position", () => {
  test.each<[what: string, typed: string, entries: Entry[], own: string[], matches: string[]]>([
    ["begins as what is typed, in whatever case", "Ra", [["rate", "const"], ["Range", "class"], ["era", "let"]], [], ["Range", "rate"]],
    ["comes first where the student has named it, last where it is a word of the language", "a", [["as", "keyword"], ["abs", "function"], ["alpha", "const", "99"]], ["alpha"], ["alpha", "abs", "as"]],
    ["is in the compiler's order else", "", [["c", "let", "3"], ["a", "let", "2"], ["b", "let", "1"]], [], ["b", "a", "c"]],
    ["is written as typed before it is in the compiler's order", "m", [["Mean", "let", "1"], ["max", "let", "2"]], [], ["max", "Mean"]],
    ["is offered once", "a", [["a", "let"], ["ab", "let"], ["a", "var"]], [], ["a", "ab"]],
    ["is no name of the kernel's", "__", [["__last", "let"], ["__tslab__", "let"], ["tsLastExpr1", "let"], ["__mine", "let"]], [], ["__mine"]],
    ["has no underscores that are not asked for", "", [["__mine", "let"], ["_Blob", "type"], ["_mine", "let"], ["mine", "let"]], [], ["_mine", "mine"]],
  ])("%s", (_, typed, entries, own, matches) => {
    expect(completed(typed, entries, { own }).matches).toEqual(matches);
  }); // prettier-ignore

  test("is in the compiler's order where a thing's own names are offered, keywords among them", () => {
    const entries: Entry[] = [["delete", "keyword", "1"], ["add", "method", "2"]]; // prettier-ignore
    expect(completed("s.", entries, { start: 2, members: true }).matches).toEqual(["delete", "add"]);
    expect(completed("s.", entries, { start: 2 }).matches).toEqual(["add", "delete"]);
  });

  test("stands for the part that the compiler says, counted in code points", () => {
    const answer = completed("'😀'; ball.rollFar; 1", [["roll", "method"]], {
      start: 11,
      end: 18,
      position: 13,
    });
    expect(answer).toEqual({
      status: "ok",
      matches: ["roll"],
      cursor_start: 10,
      cursor_end: 17,
      metadata: { _jupyter_types_experimental: [{ start: 10, end: 17, text: "roll", type: "function" }] },
    });
  });

  test.each([
    ['import "node:fs/pro" ', 19, ["promises"], 16],
    ["import 'fall", 12, ["fall-line"], 8],
    ["const r: Rule = 'a", 18, ["adam"], 17],
    ['f("a", "', 8, ["b"], 8],
  ])("in a text, as %j, stands for what is typed behind its mark", (code, position, names, start) => {
    const kinds = ["script", "directory", "external module name"];
    for (const kind of kinds) {
      const entries = names.map((name): Entry => [name, kind]);
      const { matches, cursor_start, cursor_end } = completed(code, entries, { start: 1, end: 2, position });
      expect([matches, cursor_start, cursor_end]).toEqual([names, start, position]);
    }
  });

  test.each([`ask("momentum/cr`, `ask('momentum/cr`, "ask(`momentum/cr"])(
    "in a text that is one of several, as %s, stands for all of it",
    (code) => {
      const entries: Entry[] = [
        ["adam/crossing", "string"],
        ["momentum/crossing", "string"],
      ];
      const { matches, cursor_start } = completed(code, entries, { start: 1, end: 2, position: code.length });
      expect([matches, cursor_start]).toEqual([["momentum/crossing"], 5]);
    },
  );

  test.each([
    ["const", "instance"],
    ["let", "instance"],
    ["var", "instance"],
    ["parameter", "instance"],
    ["alias", "instance"],
    ["method", "function"],
    ["function", "function"],
    ["local function", "function"],
    ["getter", "property"],
    ["setter", "property"],
    ["property", "property"],
    ["interface", "type"],
    ["type", "type"],
    ["class", "class"],
    ["keyword", "keyword"],
    ["script", "module"],
    ["directory", "module"],
    ["external module name", "module"],
  ])("is called by what front ends call its kind: %s is %s", (kind, type) => {
    const { metadata } = completed("", [["x", kind]]);
    expect(metadata._jupyter_types_experimental.map((one) => one.type)).toEqual([type]);
  });

  test("is nothing where the compiler knows nothing", () => {
    const none = completion("a.b", 3, { start: 2, end: 3, original: undefined }, new Set());
    expect(none).toMatchObject({ status: "ok", matches: [], cursor_start: 2, cursor_end: 3 });
  });
});
