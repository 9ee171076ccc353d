import { beforeEach, describe, expect, it } from "vitest";
import { begin } from "../../src/frontend/running/begin.ts";
import type { Cell, RunOptions, SessionContext } from "../../src/frontend/running/notebook.ts";
import { RunFirst } from "../../src/frontend/running/run-first.ts";

/** What JupyterLab throws for a cell that did not end well. */
const failure = (errorName?: string): Error =>
  Object.assign(
    new Error(`KernelReplyNotOK: ${errorName ?? ""}`),
    errorName === undefined ? {} : { errorName },
  );

let ran: string[];
let said: string[];
let told: string[];
/** What becomes of a cell at its next runs, by its text; it goes well where nothing is said. */
let ends: Record<string, (Error | undefined)[]>;
let answer: unknown;
let asked: unknown[];
let isWanted: boolean;
/** What each cell keeps for itself while it runs. */
let heights: string[];

function notebookOf(
  texts: readonly string[],
  options: { id?: string; trusted?: boolean; isReady?: boolean } = {},
) {
  const { id = "03-momentum-", trusted = true, isReady = true } = options;
  const notebook = { widgets: [] as Cell[], parent: { context: { isReady, ready: Promise.resolve() } } };
  notebook.widgets = texts.map((text, i) => {
    let outputs: readonly unknown[] = [`card of ${text}`];
    return {
      node: { classList: { add: () => undefined, remove: () => undefined }, style: {}, offsetHeight: 120 },
      parent: notebook,
      model: {
        ...{ id: `${id}${String(i)}`, type: text.startsWith("#") ? "markdown" : "code", trusted },
        outputs: { toJSON: () => outputs, fromJSON: (given: readonly unknown[]) => (outputs = given) },
        sharedModel: { getSource: () => text },
      },
    } as unknown as Cell;
  });
  return notebook;
}

/** A session whose kernel answers which cells are needed. */
function sessionOf(hasNoKernel = false): SessionContext {
  const comm = {
    onMsg: undefined as ((message: unknown) => void) | undefined,
    close: () => undefined,
    open: (question: unknown) => {
      asked.push(question);
      queueMicrotask(() => comm.onMsg?.({ content: { data: answer } }));
      return { done: Promise.resolve() };
    },
  };
  const kernel = { createComm: () => comm };
  const context = {
    session: hasNoKernel ? null : { kernel },
    hasNoKernel,
    kernelPreference: { name: "fall-line" },
    prevKernelName: hasNoKernel ? "" : "fall-line",
    path: "03-momentum.ipynb",
    sessionManager: { requestRunning: () => Promise.resolve(), running: () => [] },
    specsManager: { ready: Promise.resolve(), specs: { kernelspecs: { "fall-line": {} } } },
    ready: Promise.resolve(),
    startKernel: () => {
      ran.push("a kernel");
      Object.assign(context, { hasNoKernel: false, session: { kernel } });
      return Promise.resolve(false);
    },
  };
  return context as unknown as SessionContext;
}

const runner = (): RunFirst =>
  new RunFirst(
    async ({ cell, onCellExecuted }) => {
      const text = cell.model.sharedModel.getSource();
      ran.push(text);
      heights.push(cell.node.style.minHeight);
      cell.model.outputs.fromJSON([]);
      const error = ends[text]?.shift();
      await Promise.resolve();
      onCellExecuted({ cell, success: error === undefined, error });
      if (error !== undefined) throw error;
      return true;
    },
    () => isWanted,
    { info: (sentence) => said.push(sentence), warning: (sentence) => said.push(sentence) },
  );

const optionsOf = (cell: Cell, sessionContext = sessionOf()): RunOptions => ({
  ...{ cell, sessionContext, notebook: { defaultKernelName: "fall-line" } },
  onCellExecuted: ({ success, cell: of }) =>
    told.push(`${of.model.sharedModel.getSource()} ${String(success)}`),
});

beforeEach(() => {
  ran = [];
  heights = [];
  said = [];
  told = [];
  asked = [];
  ends = { needs: [failure("TypeScriptError")] };
  answer = { cells: [0, 2], names: ["display", "start"] };
  isWanted = true;
});

const texts = ["import", "# words", "other", "start", "needs"];

describe("a lesson's cell that lacks what cells above declare", () => {
  it("keeps its height while it has no outputs, so that what stands below stays in its place", async () => {
    const { widgets } = notebookOf(texts);
    await runner().runCell(optionsOf(widgets[4]!));
    expect(heights).toEqual(["120px", "120px", "120px", "120px"]);
    expect(widgets.filter(({ node }) => /px/.test(node.style.minHeight))).toEqual([]);
  });

  it("is run again after these, and says so", async () => {
    const { widgets } = notebookOf(texts);
    expect(await runner().runCell(optionsOf(widgets[4]!))).toBe(true);
    expect(ran).toEqual(["needs", "import", "start", "needs"]);
    expect(asked).toEqual([{ above: ["import", "other", "start"], cell: "needs" }]);
    expect(said).toEqual(["display and start come from 2 cells above, run first."]);
    expect(told).toEqual(["import true", "start true", "needs true"]);
  });

  it.each([
    [["a"], "a comes"],
    [["a", "b", "c"], "a, b and c come"],
    [["a", "b", "c", "d"], "a, b and others come"],
  ])("says of %j: %s", async (names, told) => {
    answer = { cells: [0, 2], names };
    await runner().runCell(optionsOf(notebookOf(texts).widgets[4]!));
    expect(said).toEqual([`${told} from 2 cells above, run first.`]);
  });

  it("is not run past an error, and what it showed stays", async () => {
    ends = { needs: [failure("TypeScriptError"), failure()], start: [failure("Error")] };
    const { widgets } = notebookOf(texts);
    await expect(runner().runCell(optionsOf(widgets[4]!))).rejects.toThrow();
    expect(said.at(-1)).toBe("A cell above has failed, and so the cell that needs it was not run.");
    expect(widgets[4]!.model.outputs.toJSON()).toEqual(["card of needs"]);
  });

  it("brings those along that were to be run after it", async () => {
    const { widgets } = notebookOf([...texts, "after"]);
    ends["after"] = [failure()];
    const run = runner();
    const context = sessionOf();
    const results = await Promise.all([4, 5].map((i) => run.runCell(optionsOf(widgets[i]!, context))));
    expect(results).toEqual([true, true]);
    expect(ran).toEqual(["needs", "after", "import", "start", "needs", "after"]);
  });

  it.each([
    ["the notebook is not trusted", () => notebookOf(texts, { trusted: false })],
    ["the notebook is one's own", () => notebookOf(texts, { id: "mine-" })],
    ["none is needed", () => ((answer = { cells: [], names: [] }), notebookOf(texts))],
    ["the kernel knows nothing of it", () => ((answer = undefined), notebookOf(texts))],
    ["a setting says so", () => ((isWanted = false), notebookOf(texts))],
    ["it failed as it ran", () => ((ends["needs"] = [failure("RangeError")]), notebookOf(texts))],
    ["one before it has failed", () => ((ends["needs"] = [failure()]), notebookOf(texts))],
  ])("is left with its error where %s", async (_, open) => {
    const { widgets } = open();
    await expect(runner().runCell(optionsOf(widgets[4]!))).rejects.toThrow("KernelReplyNotOK");
    expect([ran, told, said]).toEqual([["needs"], ["needs false"], []]);
  });
});

describe("a cell that is run before the session has its kernel", () => {
  it("waits for the one that the notebook names, which is begun once", async () => {
    const { widgets } = notebookOf(["one", "two"]);
    const context = sessionOf(true);
    const run = runner();
    await Promise.all([...widgets.map((cell) => run.runCell(optionsOf(cell, context))), begin(context)]);
    expect(ran).toEqual(["a kernel", "one", "two"]);
  });

  /** The server stops the kernel, of which the page learns when it looks; it is the one that JupyterLab would ask for again. */
  function stop(context: SessionContext): void {
    const { kernel } = context.session!;
    const goes = () => Object.assign(context, { hasNoKernel: true, session: null });
    Object.assign(context, {
      sessionManager: { requestRunning: () => Promise.resolve().then(goes), running: () => [] },
      startKernel: () => Promise.resolve(true),
      changeKernel: ({ name }: { name: string }) => {
        ran.push(name);
        Object.assign(context, { hasNoKernel: false, session: { kernel: { ...kernel } } });
        Object.assign(context, {
          sessionManager: { requestRunning: () => Promise.resolve(), running: () => [] },
        });
        return Promise.resolve();
      },
    });
  }

  it("gets a new one where the one before was stopped, and it is said once what is gone", async () => {
    const { widgets } = notebookOf(["import", "start", "more"]);
    const [run, context] = [runner(), sessionOf()];
    await run.runCell(optionsOf(widgets[0]!, context));
    stop(context);
    await Promise.all(widgets.map((cell) => run.runCell(optionsOf(cell, context))));
    await run.runCell(optionsOf(widgets[0]!, context));
    expect(ran).toEqual(["import", "fall-line", "import", "start", "more", "import"]);
    expect(said).toEqual([
      "The kernel had been stopped, and was started anew: the variables of cells that ran before are gone.",
    ]);
  });

  it.each([
    ["takes it for dead", { kernel: { id: "one", status: "dead" }, dispose: () => undefined }],
    ["knows no session any more", null],
  ])("gets the one that lives on the server where the page %s, once, and no other", async (_, session) => {
    const { widgets } = notebookOf(["import", "start"]);
    const context = sessionOf();
    const kernels = [
      { path: "other.ipynb", kernel: { id: "another" } },
      { path: context.path, kernel: { id: "one" } },
    ];
    const asked: unknown[] = [];
    Object.assign(context, {
      ...{ session, hasNoKernel: session === null },
      sessionManager: { requestRunning: () => Promise.resolve(), running: () => kernels },
      changeKernel: async (kernel: unknown) => {
        asked.push(kernel);
        await Promise.resolve();
        Object.assign(context, { hasNoKernel: false, session: { kernel: { id: "one", status: "idle" } } });
      },
    });
    const run = runner();
    await Promise.all(widgets.map((cell) => run.runCell(optionsOf(cell, context))));
    expect([asked, ran, said]).toEqual([[{ id: "one" }], ["import", "start"], []]);
  });

  it("is run all the same where the server does not answer", async () => {
    const { widgets } = notebookOf(["import"]);
    const context = sessionOf();
    Object.assign(context, {
      sessionManager: { requestRunning: () => Promise.reject(new Error("offline")), running: () => [] },
    });
    expect(await runner().runCell(optionsOf(widgets[0]!, context))).toBe(true);
    expect(said).toEqual([]);
  });

  it("is run as JupyterLab does where the notebook names another", async () => {
    const { widgets } = notebookOf(["one"]);
    await runner().runCell({
      ...optionsOf(widgets[0]!, sessionOf(true)),
      notebook: { defaultKernelName: "python3" },
    });
    expect(ran).toEqual(["one"]);
  });

  it("is not run where it only stands for those of the file", async () => {
    const { widgets } = notebookOf([""], { isReady: false });
    expect(await runner().runCell(optionsOf(widgets[0]!))).toBe(false);
    expect(ran).toEqual([]);
  });
});
