import { beforeAll, describe, expect, test } from "vitest";
import { Flag } from "../../../../src/kernel/core/channel.ts";
import { type Asked, plainLines, sharedSession } from "./session.ts";

let asked: Asked;
beforeAll(async () => {
  asked = await sharedSession();
  await asked.run(`/** A ball. */
class Ball {
  /** Rolls it down.
   * @param time in seconds
   * @returns a length */
  roll(time: number, far = true): number { return far ? time : 0 }
  get size() { return 1 }
}
const ball = new Ball(), myRate = 0.1, MYTH = 1; let __own = 1;
interface Shape { width: number; height?: string }
type Rule = "adam" | "sgd";`);
});

interface Completed {
  matches: string[];
  cursor_start: number;
  cursor_end: number;
  metadata: { _jupyter_types_experimental: { start: number; end: number; text: string; type: string }[] };
}

async function completed(code: string, cursor_pos?: number): Promise<Completed> {
  const { reply } = await asked.ask("complete_request", {
    code,
    ...(cursor_pos === undefined ? {} : { cursor_pos }),
  });
  expect(reply["status"]).toBe("ok");
  return reply as unknown as Completed;
}

describe("complete_request", () => {
  test.each<[code: string, begun: string, matches: string[]]>([
    ["ball.", "", ["roll", "size"]],
    ["ball.ro", "ro", ["roll"]],
    ["ball.RO", "RO", ["roll"]],
    ["ball.zzz", "zzz", []],
    ['const r: Rule = "', "", ["adam", "sgd"]],
    ['const r: Rule = "a', "a", ["adam"]],
    ['import { x } from "node:fs/pro', "pro", ["promises"]],
    ['import { x } from "fall-l', "fall-l", ["fall-line"]],
    ["const s: Shape = { ", "", ["width", "height"]],
    ["__o", "__o", ["__own"]],
  ])("%j", async (code, begun, matches) => {
    const reply = await completed(code);
    expect(reply.matches).toEqual(matches);
    expect(code.slice(reply.cursor_start, reply.cursor_end)).toBe(begun);
  });

  test("begins with what the student has named, written as typed, and ends with words of the language", async () => {
    const { matches, metadata } = await completed("my");
    expect(matches.slice(0, 2)).toEqual(["myRate", "MYTH"]);
    expect((await completed("MY")).matches.slice(0, 2)).toEqual(["MYTH", "myRate"]);
    const t = (await completed("t")).matches;
    expect(t.indexOf("toString")).toBeLessThan(t.indexOf("typeof"));
    expect(new Set(t).size).toBe(t.length);
    expect(metadata._jupyter_types_experimental[0]).toEqual({
      start: 0,
      end: 2,
      text: "myRate",
      type: "instance",
    });
    const here = "const mine = 1; m";
    expect((await completed(here)).matches[0]).toBe("mine");
  });

  test("calls kinds as front ends do", async () => {
    const kindOf = async (code: string, name: string) =>
      (await completed(code)).metadata._jupyter_types_experimental.find(({ text }) => text === name)?.type;
    expect(await kindOf("ball.", "roll")).toBe("function");
    expect(await kindOf("ball.", "size")).toBe("property");
    expect(await kindOf("Ba", "Ball")).toBe("class");
    expect(await kindOf("let s: Sh", "Shape")).toBe("type");
    expect(await kindOf("function f(par: number) { const inner = () => 1; inn", "inner")).toBe("instance");
    expect(await kindOf("function f(par: number) { pa", "par")).toBe("instance");
    expect(await kindOf("typ", "typeof")).toBe("keyword");
  });

  test("offers nothing of the kernel's own, and no name in underscores that is not asked for", async () => {
    const { matches } = await completed("");
    expect(matches.filter((name) => name.startsWith("__"))).toEqual([]);
    const underscores = (await completed("_")).matches;
    expect(underscores).toContain("__own");
    expect(underscores.filter((name) => /tslab|__last|__scope|__kernel/.test(name))).toEqual([]);
  });

  test("counts positions in code points, and takes the cursor to be at the end where none is given", async () => {
    const code = "'😀😀'; ball.ro; 1";
    expect(await completed(code, 13)).toMatchObject({ matches: ["roll"], cursor_start: 11, cursor_end: 13 });
    expect((await completed("ball.roll", 6)).cursor_end).toBe(9);
  });
});

describe("inspect_request", () => {
  const inspected = async (code: string, cursor_pos?: number, level = 0): Promise<string | undefined> => {
    const { reply } = await asked.ask("inspect_request", { code, cursor_pos, detail_level: level });
    const text = (reply["data"] as { "text/plain"?: string })["text/plain"];
    expect([reply["found"], reply["status"]]).toEqual([text !== undefined, "ok"]);
    return text;
  };

  test.each<[code: string, position: number, text: string | undefined]>([
    [
      "ball.roll",
      7,
      "Rolls it down.\n\n@param time in seconds\na length\n\n(method) Ball.roll(time: number, far?: boolean): number",
    ],
    ["ball", 2, "const ball: Ball"],
    ["Ball", 2, "A ball.\n\nclass Ball"],
    ["Shape", 2, "interface Shape {\n    width: number;\n    height?: string;\n}"],
    ["Rule", 2, 'type Rule = "adam" | "sgd";'],
    ["let s: Shape", 9, "interface Shape {\n    width: number;\n    height?: string;\n}"],
    ["ball.roll(1, ", 13, "Rolls it down.\n\nroll(time: number, \u001b[1mfar?: boolean\u001b[22m): number"],
    [
      "ball.roll(1",
      11,
      "Rolls it down.\nin seconds\n\nroll(\u001b[1mtime: number\u001b[22m, far?: boolean): number",
    ],
    ["nowhere", 2, undefined],
    ["1 + 1", 2, undefined],
    ["", 0, undefined],
  ])("%j at %i", async (code, position, text) => {
    const found = await inspected(code, position);
    expect(found?.replaceAll(" | undefined", "")).toBe(text);
  });

  test("has the source too where it is to be detailed", async () => {
    expect(await inspected("1; ball", 4, 1)).toMatch(/^const ball: Ball\n\ncell \d+:\n/);
    expect(await inspected("1 + 1", 2, 1)).toBeUndefined();
  });

  test("at the end where no cursor is given", async () => {
    expect(await inspected("1; ball")).toBe("const ball: Ball");
  });
});

describe("execute_request", () => {
  test("answers a name with a question mark by what is known of it", async () => {
    const page = (text: string) => [{ source: "page", data: { "text/plain": text }, start: 0 }];
    const { reply, said } = await asked.ask("execute_request", { code: " ball? \n" });
    expect(said).toEqual([]);
    expect(reply).toMatchObject({ status: "ok", payload: page("const ball: Ball"), user_expressions: {} });
    expect((await asked.ask("execute_request", { code: "ball.nope?" })).reply["payload"]).toEqual(
      page("nothing is known of ball.nope"),
    );
  });

  test("says whether questions may be asked, and lets go of changed modules before a cell runs", async () => {
    for (const allow_stdin of [true, false, "yes"]) {
      asked.calls.length = 0;
      await asked.ask("execute_request", { code: "1", allow_stdin });
      expect(asked.calls).toEqual([
        ["allowInput", expect.stringMatching(/^m\d+$/), allow_stdin === true],
        ["refreshModules"],
      ]);
    }
  });

  test("gives the values of expressions after the cell, and what is wrong with them", async () => {
    const { reply, said } = await asked.ask("execute_request", {
      code: "let counted = 3; counted + 1",
      user_expressions: {
        a: "counted",
        b: "await Promise.resolve({ x: counted })",
        c: "null.x",
        d: "nothing",
      },
    });
    const data = (text: string) => ({ status: "ok", data: { "text/plain": text }, metadata: {} });
    expect(reply["user_expressions"]).toMatchObject({
      a: data("3"),
      b: data("{ x: 3 }"),
      c: { status: "error" },
      d: { status: "error", ename: "TypeScriptError" },
    });
    expect(said.map(([type]) => type)).toEqual(["execute_result"]);
    expect(said[0]![1]).toMatchObject({
      execution_count: reply["execution_count"],
      data: { "text/plain": "4" },
      metadata: {},
    });
  });

  test("shows nothing of a silent cell, nor its error", async () => {
    expect((await asked.ask("execute_request", { code: "1", silent: true })).said).toEqual([]);
    const { said, reply } = await asked.ask("execute_request", {
      code: "throw new TypeError('x')",
      silent: true,
    });
    expect(said).toEqual([]);
    expect(reply).toMatchObject({ status: "error", ename: "TypeError", evalue: "x" });
  });

  test("tells an error in the reply and in a message alike", async () => {
    const { said, reply } = await asked.ask("execute_request", { code: "ball.roll('x')" });
    const [, told] = said.find(([type]) => type === "error")!;
    expect(reply).toMatchObject(told as object);
    expect(reply).toMatchObject({ status: "error", payload: [], user_expressions: {} });
    expect(plainLines(reply)[0]).toMatch(/^TypeScriptError in cell \d+, line 1$/);
  });

  test("puts back what the kernel works with, and says what that was", async () => {
    const code =
      "Array.prototype.push = () => 0; (globalThis as any).Map = 1; JSON.parse = () => 2; Promise.all = 1 as any;";
    const { said, reply } = await asked.ask("execute_request", { code });
    expect(reply["status"]).toBe("ok");
    const [, text] = said.find(([type]) => type === "stderr")!;
    expect(text).toBe(
      "Map, JSON.parse, Promise.all, Array.prototype.push: put back as before, as the kernel works with it too; give yours a name of its own\n",
    );
    expect(await asked.run("[new Map([[1, 2]]).size, [1].push(5), JSON.parse('3')]")).toBe("[ 1, 2, 3 ]");
  });

  test("disposes of what was declared with `using` when the cell has ended, the latest first, also after an error", async () => {
    await asked.run(
      "const log: string[] = []; const made = (n: string) => ({ n, [Symbol.dispose]() { log.push(`end ${n}`); } });",
    );
    await asked.run("using one = made('a'); using two = made('b'); log.push(one.n + two.n);");
    expect(await asked.run("log.splice(0).join()")).toBe("'ab,end b,end a'");
    expect(await asked.run("using three = made('c'); throw new Error('after')")).toBe("Error: after");
    expect(await asked.run("log.splice(0).join()")).toBe("'end c'");
    await asked.run(
      "const later = { async [Symbol.asyncDispose]() { await null; log.push('waited'); }, [Symbol.dispose]() { log.push('not'); } };",
    );
    await asked.run("await using four = later;");
    expect(await asked.run("log.splice(0).join()")).toBe("'waited'");
    expect(await asked.run("using none = { [Symbol.dispose]() { throw new Error('in the end'); } };")).toBe(
      "Error: in the end",
    );
  });
});

describe("other requests", () => {
  test("is_complete_request", async () => {
    const { reply } = await asked.ask("is_complete_request", { code: "if (a) {" });
    expect(reply).toEqual({ status: "incomplete", indent: "  " });
  });

  test("comm_info_request, comm_open and comm_msg", async () => {
    await asked.run(
      "const comms = (globalThis as any)[Symbol.for('fall-line.comms')]; comms.register('mine', (comm: any, data: any) => { comm.onMessage = (d: any) => { if (d === 'bad') throw new Error('in a comm'); comm.send(d + data); }; });",
    );
    const opened = await asked.ask("comm_open", { comm_id: "c", target_name: "mine", data: 2 });
    expect([opened.reply, opened.said]).toEqual([{}, []]);
    expect((await asked.ask("comm_msg", { comm_id: "c", data: 3 })).said).toEqual([
      ["comm_msg", { comm_id: "c", data: 5 }],
    ]);
    const { reply } = await asked.ask("comm_info_request", { target_name: "mine" });
    expect(reply).toEqual({ status: "ok", comms: { c: { target_name: "mine" } } });
    expect((await asked.ask("comm_info_request", { target_name: "other" })).reply["comms"]).toEqual({});
    Reflect.set(globalThis, "__running", () => asked.flags[Flag.running]);
    await asked.run("comms.register('running', (comm: any) => comm.send((globalThis as any).__running()));");
    const running = await asked.ask("comm_open", { comm_id: "r", target_name: "running" });
    expect(running.said).toEqual([["comm_msg", { comm_id: "r", data: 1 }]]);
    const bad = await asked.ask("comm_msg", { comm_id: "c", data: "bad" });
    expect(bad.reply).toMatchObject({
      status: "error",
      ename: "KernelError",
      traceback: [bad.reply["evalue"]],
    });
    expect(bad.reply["evalue"]).toMatch(/^Error: in a comm\n/);
  });

  test("the session is busy while it answers, and student's code may be stopped from then on", async () => {
    const { session, flags } = asked;
    expect(session.requests.isBusy).toBe(false);
    const answer = asked.ask("execute_request", { code: "await null" });
    expect([session.requests.isBusy, flags[Flag.running]]).toEqual([true, 0]);
    await answer;
    expect([session.requests.isBusy, flags[Flag.running]]).toEqual([false, 1]);
  });
});

describe("an interruption", () => {
  /** Runs a cell that waits, and interrupts it. */
  async function interrupted(code: string, reason = ""): Promise<{ said: unknown[]; error: string }> {
    const { session, flags } = asked;
    const begun = new Promise((resolve) => Reflect.set(globalThis, "__begun", resolve));
    const answer = asked.ask("execute_request", { code: `(globalThis as any).__begun();\n${code}` });
    await begun;
    flags[Flag.target] = -1;
    flags[Flag.interrupt] = 1;
    session.hearInterruption(reason);
    const { said, reply } = await answer;
    return { said, error: `${String(reply["ename"])}: ${String(reply["evalue"])}` };
  }

  test("ends a cell that waits, with what it has in `finally`, and its timers", async () => {
    asked.calls.length = 0;
    const { said, error } = await interrupted(
      "try { await new Promise(() => {}); } finally { (globalThis as any).ended = 1; }",
    );
    expect(error).toBe("Interrupted: the cell was stopped");
    expect(said).toContainEqual(["begun", {}]);
    expect(said).toContainEqual(["interrupted", {}]);
    expect(asked.calls).toContainEqual(["stopTimers", expect.stringMatching(/^m\d+$/)]);
    expect(await asked.run("(globalThis as any).ended")).toBe("1");
    expect(asked.flags[Flag.interrupt]).toBe(0);
  });
});
