import { afterEach, describe, expect, test, vi } from "vitest";
import { installExercises } from "../../../src/kernel/core/exercises.ts";
import type { Comm } from "../../../src/kernel/core/session/comms.ts";

const keys = [Symbol.for("fall-line.comms"), Symbol.for("fall-line.progress")] as const;
afterEach(() => keys.forEach((key) => Reflect.deleteProperty(globalThis, key)));

interface Card {
  /** What is recorded. */
  lines: Record<string, unknown>[];
  target: string;
  /** Says something by an open comm; gives what is answered. */
  say: (message: unknown) => Promise<Record<string, unknown>[]>;
  opened: Promise<Record<string, unknown>[]>;
}

function card(first?: unknown, kept?: () => Promise<void>, lines: string[] = []): Card {
  let target = "";
  let open: ((comm: Comm, data: unknown) => void) | undefined;
  const register = (name: string, opened: typeof open) => {
    target = name;
    open = opened;
  };
  Object.defineProperty(globalThis, keys[0], { value: { register }, configurable: true });
  const progress = {
    library: "1.0.0",
    append: (line: string) => void lines.push(line),
    read: () => lines,
    ...(kept ? { kept } : {}),
  };
  installExercises(progress, { "old/rule": "momentum/rule" });
  const sent: Record<string, unknown>[] = [];
  const comm = {
    send: (data: Record<string, unknown>) => void sent.push(data),
    onMessage: undefined,
  } as unknown as Comm;
  const heard = async (action: () => void) => {
    action();
    await new Promise((resolve) => setImmediate(resolve));
    return sent.splice(0);
  };
  const opened = heard(() => open!(comm, first));
  return {
    get lines() {
      return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    target,
    opened,
    say: async (message) => {
      await opened;
      return heard(() => comm.onMessage!(message, []));
    },
  };
}

const attempt = { id: "momentum/rule", event: "attempt", outcome: "right", right: true };

describe("a card in the page", () => {
  test("is told its status when it opens and when it asks", async () => {
    const { target, opened, say, lines } = card({ type: "status", id: "momentum/rule" });
    expect(target).toBe("fall-line.exercises");
    const fresh = [
      {
        type: "status",
        status: expect.objectContaining({ id: "momentum/rule", attempts: 0 }) as unknown,
      },
    ];
    expect(await opened).toEqual(fresh);
    expect(await say({ type: "status", id: "old/rule" })).toEqual(fresh);
    expect(lines).toEqual([]);
  });

  test("has recorded what was answered on it, under the present name, and hears how it stands then", async () => {
    const one = card({ type: "record", event: { ...attempt, id: "old/rule" } });
    expect(await one.opened).toMatchObject([
      { type: "status", status: { id: "momentum/rule", attempts: 1 } },
    ]);
    expect(one.lines).toMatchObject([
      { lesson: "momentum", exercise: "rule", event: "attempt", outcome: "right", library: "1.0.0" },
    ]);
    expect(await one.say({ type: "record", event: attempt })).toMatchObject([{ status: { attempts: 2 } }]);
    expect(await one.say({ type: "status", id: "momentum/other" })).toMatchObject([
      { status: { attempts: 0 } },
    ]);
  });

  test("finds counted what it said when it had another name", async () => {
    const before = card({ type: "record", event: attempt });
    await before.opened;
    const line = { ...before.lines[0], lesson: "old", exercise: "rule" };
    const again = card({ type: "status", id: "momentum/rule" }, undefined, [JSON.stringify(line)]);
    expect(await again.opened).toMatchObject([{ status: { attempts: 1 } }]);
  });

  test.each<[why: string, event: unknown, recorded: boolean]>([
    ...["right", "almost", "not yet", "otherwise", "kept"].map((outcome): [string, unknown, boolean] => [
      `the outcome ${outcome}`,
      { id: "a/b", event: "attempt", outcome },
      true,
    ]),
    ["texts, and what is none", { ...attempt, mistakes: ["a", 1] }, false],
    ["all that is known", { ...attempt, credit: 0.5, mistakes: ["a"] }, true],
    ["a comparison with what was picked", { id: "a/b", event: "compare", picked: ["x"] }, true],
    ["a comparison without", { id: "a/b", event: "compare" }, false],
    ["a comparison with what is no list of texts", { id: "a/b", event: "compare", picked: [1] }, false],
    ["an event alone", { id: "a/b", event: "hint" }, true],
    ["no event", undefined, false],
    ["null", null, false],
    ["no id", { event: "hint" }, false],
    ["an id that is no text", { id: 3, event: "hint" }, false],
    ["an unknown event", { id: "a/b", event: "cheat" }, false],
    ["an unknown outcome", { ...attempt, outcome: "great" }, false],
    ["an outcome `almost`", { ...attempt, outcome: "almost", right: false }, true],
    ["a `right` that is no yes or no", { ...attempt, right: 1 }, false],
    ["a credit that is no number", { ...attempt, credit: "1" }, false],
    ["mistakes that are no texts", { ...attempt, mistakes: [{}] }, false],
    ["mistakes that are no list", { ...attempt, mistakes: "a" }, false],
    ["what is too long", { ...attempt, mistakes: ["x".repeat(20_000)] }, false],
    ["what is as long as may be", { ...attempt, more: "x".repeat(19_000) }, true],
  ])("may say %s", async (_, event, recorded) => {
    const one = card({ type: "record", event });
    const answers = await one.opened;
    expect(one.lines).toHaveLength(recorded ? 1 : 0);
    expect(answers.filter(({ type }) => type === "status")).toHaveLength(recorded ? 1 : 0);
  });

  test("leaves nothing in the record that is not asked for", async () => {
    const one = card({ type: "record", event: { ...attempt, more: "x", at: "never", library: "other" } });
    await one.opened;
    expect(one.lines[0]).toMatchObject({ library: "1.0.0" });
    expect(one.lines[0]).not.toHaveProperty("more");
    expect(one.lines[0]!["at"]).not.toBe("never");
  });

  test.each([
    undefined,
    null,
    {},
    "text",
    { type: "status" },
    { type: "status", id: 1 },
    { type: "reset", id: "a/b" },
  ])("that says %j is not answered", async (message) => {
    expect(await card(message).opened).toEqual([]);
  });

  test("hears when its answer is kept, or why it is not", async () => {
    const kept = vi.fn(() => Promise.reject(new Error("the disk is full")));
    expect(await card({ type: "record", event: attempt }, kept).opened).toEqual([
      { type: "failed", message: "the disk is full" },
    ]);
    expect(kept).toHaveBeenCalledOnce();
  });
});
