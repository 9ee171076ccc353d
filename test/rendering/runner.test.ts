import { resolveObjectURL } from "node:buffer";
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { WorkCell } from "../../src/rendering/running/cell.ts";
import { Runner, type Stage } from "../../src/rendering/running/runner.ts";
import { PATIENCE } from "../patience.ts";

/** What the kernel and the page are asked, in order. */
const { asked, kernel } = vi.hoisted(() => ({ asked: [] as string[], kernel: {} as FakeKernel }));

interface FakeKernel {
  load: (told: (bytes: number) => void) => Promise<object>;
  execute: (code: string) => Promise<string>;
  options: { worker: () => unknown; library: unknown; progress: unknown; drawsLive: boolean };
  restarted: (reason: string | undefined, isTold: boolean) => void;
}

vi.mock("../../src/rendering/running/loader.ts", () => ({
  loadKernel: (told: (bytes: number) => void) => kernel.load(told),
}));
vi.mock("../../src/rendering/running/broken.ts", () => ({
  noteRunning: (id?: string) => asked.push(`note ${id ?? "none"}`),
}));
vi.mock("../../src/kernel/browser/collecting.ts", () => ({ collectWhenQuiet: () => asked.push("collect") }));
vi.mock("../../src/kernel/browser/page/page-kernel.ts", () => ({
  PageKernel: class {
    constructor(options: FakeKernel["options"], { restarted }: Pick<FakeKernel, "restarted">) {
      Object.assign(kernel, { options, restarted });
    }
    async complete(text: string, at: number) {
      asked.push(`complete ${JSON.stringify(text)} ${at}`);
      return Promise.resolve({ matches: ["m"], kinds: [], start: at - 1, end: at });
    }
    async inspect(text: string, at: number) {
      return Promise.resolve(`${JSON.stringify(text)} ${at}`);
    }
    async execute(code: string) {
      asked.push(`execute ${code}`);
      return { status: await kernel.execute(code) };
    }
    tellProgress = (line: string) => asked.push(`progress ${line}`);
    interrupt = () => asked.push("interrupt");
    restart = () => kernel.restarted(undefined, false);
  },
}));

const GONE = "All variables are gone; when you run a cell, those above it are run first.";
const stages: Stage[] = [];
const heard: ((line: string) => void)[] = [];
const ofKernel = { read: () => Promise.resolve([]), append: () => Promise.resolve() };

function cellOf(id: string) {
  return {
    id,
    text: id.toUpperCase(),
    showsBuilt: true,
    ranIn: 0,
    state: "idle",
    async run(execute: (code: string) => Promise<{ status: string }>, quietly: boolean) {
      asked.push(`${quietly ? "quietly" : "openly"} ${id}`);
      this.state = "running";
      const { status } = await execute(this.text);
      this.state = "idle";
      return status === "ok";
    },
  };
}

function lesson() {
  const cells = ["a", "b", "c"].map(cellOf) as [Fake, Fake, Fake];
  const progress = { ofKernel, listen: (one: (line: string) => void) => void heard.push(one) };
  const about = { formerNames: ["f"], kernelSize: 200 };
  const runner = new Runner(cells as never, progress, about as never, (stage) => void stages.push(stage));
  const run = (cell: Fake): void => runner.run(cell as never);
  return { cells, runner, run, as: (cell: Fake): WorkCell => cell as never };
}
type Fake = ReturnType<typeof cellOf>;

const soon = (check: () => void): Promise<void> => vi.waitFor(check, { interval: 1, timeout: PATIENCE });

/** How cells were run since it was asked last. */
const runs = (): string[] => asked.splice(0).filter((one) => /^(quietly|openly)/.test(one));
const settled = (): Promise<void> => soon(() => expect(["ready", "told"]).toContain(stages.at(-1)?.kind));
const again = async (act: () => void): Promise<string[]> => {
  stages.length = 0;
  act();
  await settled();
  return runs();
};
/** An execution that lasts until it is told how it ends. */
const held = (of: string): ((status: string) => void) => {
  let end: (status: string) => void = () => undefined;
  const status = new Promise<string>((resolve) => (end = resolve));
  kernel.execute = (code) => (code === of ? status : Promise.resolve("ok"));
  return end;
};
const until = (what: string): Promise<void> => soon(() => expect(asked).toContain(what));

beforeEach(() => {
  asked.length = stages.length = heard.length = 0;
  kernel.load = async (told) => {
    told(50);
    told(300);
    return Promise.resolve({ worker: "worker", code: "code", types: "types" });
  };
  kernel.execute = async (code) => Promise.resolve(code.includes("fails") ? "error" : "ok");
});

describe("a cell that is run", () => {
  test("comes after those above it that have not run, which run quietly where they are as built", async () => {
    const { cells, run } = lesson();
    cells[1].showsBuilt = false;
    run(cells[2]);
    expect(cells.map(({ state }) => state)).toEqual(["idle", "waiting", "waiting"]);
    await settled();
    expect(stages).toEqual([
      { kind: "loading", share: 0 },
      { kind: "loading", share: 0.25 },
      { kind: "loading", share: 1 },
      { kind: "starting" },
      { kind: "running", first: 2 },
      { kind: "running", first: 1 },
      { kind: "running", first: 0 },
      { kind: "ready" },
    ]);
    expect(asked).toEqual([
      'complete "" 0',
      ...["note a", "quietly a", "execute A", "note b", "openly b", "execute B"],
      ...["note c", "openly c", "execute C", "note none", "collect"],
    ]);
    expect(kernel.options).toMatchObject({
      library: { code: "code", types: "types", formerNames: ["f"] },
      drawsLive: true,
      progress: ofKernel,
    });
    asked.length = 0;
    expect(await again(() => run(cells[2]))).toEqual(["openly c"]);
    expect(stages[0]).toEqual({ kind: "running", first: 0 });
  });

  test("waits once, and may wait again while it runs", async () => {
    const { cells, run } = lesson();
    const end = held("A");
    run(cells[0]);
    await until("execute A");
    run(cells[0]);
    run(cells[0]);
    run(cells[1]);
    end("ok");
    await settled();
    expect(runs()).toEqual(["openly a", "openly a", "openly b"]);
  });

  test("is not run when one above fails; that one counts as run only where its end was shown", async () => {
    const told = { kind: "told", sentence: "A cell above has failed, and the rest was not run." };
    for (const showsBuilt of [true, false]) {
      const { cells, run } = lesson();
      Object.assign(cells[1], { text: "fails", showsBuilt });
      expect(await again(() => run(cells[2]))).toEqual(["quietly a", showsBuilt ? "quietly b" : "openly b"]);
      expect(stages.at(-1)).toEqual({ ...told, at: cells[1] });
      expect(cells[2].state).toBe("idle");
      expect((await again(() => run(cells[2])))[0]).toBe(showsBuilt ? "quietly b" : "openly c");
    }
  });

  test("that fails itself leaves the kernel ready", async () => {
    const { cells, run } = lesson();
    cells[0].text = "fails";
    run(cells[0]);
    await settled();
    expect(stages.at(-1)).toEqual({ kind: "ready" });
  });

  test("runs with all others, or only those above it do", async () => {
    const { cells, runner, as } = lesson();
    expect(await again(() => runner.runAll(as(cells[2])))).toEqual(["openly a", "openly b"]);
    expect(await again(() => runner.runAll())).toEqual(["openly a", "openly b", "openly c"]);
  });
});

describe("the kernel", () => {
  test("that could not be loaded is told, and loaded when a cell is run again", async () => {
    const { cells, run, runner } = lesson();
    const { load } = kernel;
    kernel.load = () => Promise.reject(new Error("no network"));
    await runner.prepare();
    expect(stages).toEqual([{ kind: "loading", share: 0 }]);
    expect(await again(() => run(cells[0]))).toEqual([]);
    expect(stages.at(-1)).toEqual({
      kind: "told",
      sentence: "The kernel could not be loaded: no network. Run the cell again to try once more.",
    });
    expect(cells[0].state).toBe("idle");
    kernel.load = load;
    expect(await again(() => run(cells[0]))).toEqual(["openly a"]);
  });

  test("runs in a worker of its own script", async () => {
    vi.stubGlobal("Worker", class { constructor(readonly script: string) {} }); // prettier-ignore
    const { runner } = lesson();
    await runner.prepare();
    const { script } = kernel.options.worker() as { script: string };
    vi.unstubAllGlobals();
    expect(await resolveObjectURL(script)!.text()).toBe("worker");
  });

  test("is loaded once, before it is wanted, and is then ready unless it works", async () => {
    const { cells, run, runner } = lesson();
    await runner.prepare();
    expect(stages.map(({ kind }) => kind)).toEqual(["loading", "loading", "loading", "starting", "ready"]);
    const end = held("A");
    run(cells[0]);
    await until("execute A");
    await runner.prepare();
    expect(stages.at(-1)).toEqual({ kind: "running", first: 0 });
    end("ok");
    await soon(() => expect(stages.at(-1)).toEqual({ kind: "ready" }));
    expect(asked.filter((one) => one.startsWith("complete"))).toHaveLength(1);
  });

  test("is stopped with what waits, and goes on", async () => {
    const { cells, runner, run } = lesson();
    runner.stop();
    const end = held("A");
    runner.runAll();
    await until("execute A");
    expect(cells[1].state).toBe("waiting");
    runner.stop();
    expect(asked.at(-1)).toBe("interrupt");
    expect(cells[1].state).toBe("idle");
    end("error");
    await settled();
    expect([runs(), stages.at(-1)]).toEqual([["openly a"], { kind: "ready" }]);
    expect(await again(() => run(cells[1]))).toEqual(["openly b"]);
  });

  test.each([
    [undefined, false, `Begun anew. ${GONE}`],
    ["out of memory", false, `The session has ended: out of memory. ${GONE}`],
    ["out of memory", true, `The session has ended, as the cell says. ${GONE}`],
  ])("restarted for %j, told by a cell: %s, forgets what was run", async (reason, isTold, sentence) => {
    const { cells, run } = lesson();
    await again(() => run(cells[1]));
    kernel.restarted(reason, isTold);
    expect(stages.at(-1)).toEqual({ kind: "told", sentence });
    const end = held("B");
    run(cells[1]);
    await until("execute B");
    run(cells[2]);
    kernel.restarted(reason, isTold);
    expect(cells[2].state).toBe("idle");
    stages.length = 0;
    end("error");
    await settled();
    expect(stages).toEqual([{ kind: "told", sentence }]);
    expect(runs()).toEqual(["quietly a", "openly b"]);
    expect(await again(() => run(cells[1]))).toEqual(["quietly a", "openly b"]);
    expect(stages.at(-1)).toEqual({ kind: "ready" });
    expect(await again(() => run(cells[2]))).toEqual(["openly c"]);
  });

  test("begins anew when that is wanted, and only if it was there", async () => {
    const { cells, run, runner } = lesson();
    await runner.restart();
    expect(stages).toEqual([]);
    await again(() => run(cells[0]));
    const end = held("A");
    run(cells[0]);
    run(cells[1]);
    await runner.restart();
    expect(cells[1].state).toBe("idle");
    end("error");
    await soon(() => expect(stages.at(-1)).toEqual({ kind: "told", sentence: `Begun anew. ${GONE}` }));
  });

  test("begins anew once it is there, when that is wanted while it is loaded; what waits is not run", async () => {
    const { cells, run, runner } = lesson();
    let come: (parts: object) => void = () => undefined;
    kernel.load = () => new Promise((resolve) => (come = resolve));
    run(cells[1]);
    const restarted = runner.restart();
    expect(cells.map(({ state }) => state)).toEqual(["idle", "idle", "idle"]);
    come({ worker: "", code: "", types: "" });
    await restarted;
    expect(stages.at(-1)).toEqual({ kind: "told", sentence: `Begun anew. ${GONE}` });
    expect(runs()).toEqual([]);
    expect(await again(() => run(cells[0]))).toEqual(["openly a"]);
  });

  test("that does not come is not begun anew, and what is told of it is why", async () => {
    const { cells, run, runner } = lesson();
    kernel.load = () => Promise.reject(new Error("no network"));
    run(cells[0]);
    await runner.restart();
    await settled();
    expect(stages.at(-1)).toMatchObject({ sentence: expect.stringContaining("no network") as string });
  });

  test("hears of progress once it is there", async () => {
    const { runner } = lesson();
    heard[0]!("early");
    await runner.prepare();
    heard[0]!("line");
    expect(asked.filter((one) => one.startsWith("progress"))).toEqual(["progress line"]);
  });
});

describe("names", () => {
  test("are completed and explained with the code above that has not run, when the kernel is there and free", async () => {
    const { cells, run, runner, as } = lesson();
    const c = as(cells[2]);
    expect(await runner.complete(c, "xy", 2, false)).toBeUndefined();
    expect(await runner.inspect(c, "xy", 2)).toBeUndefined();
    expect(await runner.complete(c, "xy", 2, true)).toEqual({ matches: ["m"], kinds: [], start: 1, end: 2 });
    expect(asked.at(-1)).toBe('complete "A\\n;\\nB\\n;xy" 9');
    expect(await runner.inspect(c, "xy", 1)).toBe('"A\\n;\\nB\\n;xy" 8');
    await again(() => run(cells[0]));
    expect(await runner.complete(c, "xy", 2, false)).toMatchObject({ start: 1, end: 2 });
    expect(asked.at(-1)).toBe('complete "B\\n;xy" 5');
    const end = held("A");
    run(cells[0]);
    await until("execute A");
    expect(await runner.complete(c, "xy", 2, true)).toBeUndefined();
    expect(await runner.inspect(c, "xy", 2)).toBeUndefined();
    end("ok");
    await settled();
  });
});
