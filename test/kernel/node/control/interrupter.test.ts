import { Session } from "node:inspector";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { anyTurn, Flag, flagCount } from "../../../../src/kernel/core/channel.ts";
import { Interrupter } from "../../../../src/kernel/node/control/interrupter.ts";

let flags: Int32Array;
let said: string[];
/** Called when the session's JavaScript has been terminated. */
let terminated: () => void;
let interrupter: Interrupter;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  said = [];
  vi.spyOn(Session.prototype, "connectToMainThread").mockImplementation(() => void said.push("connect"));
  vi.spyOn(Session.prototype, "disconnect").mockImplementation(() => void said.push("disconnect"));
  vi.spyOn(Session.prototype, "post").mockImplementation((method, done) => {
    said.push(method);
    terminated = done as () => void;
  });
  flags = new Int32Array(new SharedArrayBuffer(4 * flagCount));
  flags[Flag.running] = 1;
  flags[Flag.turn] = 7;
  interrupter = new Interrupter(flags, (reason) => said.push(reason));
});
afterEach(() => void vi.useRealTimers());

const terminate = "Runtime.terminateExecution";
const wait = (time: number): string[] => {
  vi.advanceTimersByTime(time);
  return said.splice(0);
};

describe("what the session sees of an interruption", () => {
  test.each([
    [[], [0, anyTurn]],
    [
      [7, 0],
      [0, 7],
    ],
    [
      [anyTurn, 12],
      [12, anyTurn],
    ],
  ])("meant for %j", (meant, words) => {
    interrupter.interrupt("stop", ...(meant as [number?, number?]));
    expect([flags[Flag.request], flags[Flag.target]]).toEqual(words);
    expect([flags[Flag.interrupt], flags[Flag.input]]).toEqual([1, 2]);
    expect(said).toEqual(["stop"]);
  });
});

describe("a session that is stuck", () => {
  test.each([
    ["120 milliseconds when the student stops it", anyTurn, 120],
    ["20 milliseconds when memory runs out", 7, 20],
  ])("has %s, and is then terminated, each 120 milliseconds", (_, turn, patience) => {
    interrupter.interrupt("stop", turn);
    expect(wait(patience - 1)).toEqual(["stop"]);
    expect(wait(1)).toEqual(["stop", "connect", terminate]);
    terminated();
    expect(wait(119)).toEqual([]);
    expect(wait(1)).toEqual(["stop", terminate]);
    terminated();
    flags[Flag.interrupt] = 0;
    expect(wait(1000)).toEqual(["disconnect"]);
    interrupter.interrupt("again", turn);
    expect(wait(patience)).toEqual(["again", "again", "connect", terminate]);
  });

  test("is told of the last reason, at the time that the first one has set", () => {
    interrupter.interrupt("first");
    wait(60);
    interrupter.interrupt("second");
    expect(wait(59)).toEqual(["second"]);
    expect(wait(1)).toEqual(["second", "connect", terminate]);
    terminated();
    expect(wait(119)).toEqual([]);
    expect(wait(1)).toEqual(["second", terminate]);
  });
});

describe("a session that is not terminated, but asked again", () => {
  test("is about to be terminated", () => {
    interrupter.interrupt("stop");
    expect(wait(120)).toEqual(["stop", "stop", "connect", terminate]);
    expect(flags[Flag.terminating]).toBe(1);
    expect(wait(240)).toEqual(["stop", "stop"]);
    terminated();
    expect(flags[Flag.terminating]).toBe(0);
  });

  test("runs no code of the student's", () => {
    flags[Flag.running] = 0;
    interrupter.interrupt("stop");
    expect(wait(240)).toEqual(["stop", "stop", "stop"]);
    expect(flags[Flag.terminating]).toBe(0);
    flags[Flag.interrupt] = 0;
    expect(wait(240)).toEqual([]);
  });

  test("runs another turn than the one that was meant", () => {
    interrupter.interrupt("too much", 6);
    expect(wait(140)).toEqual(["too much", "too much", "too much"]);
  });
});
