import { beforeEach, describe, expect, test } from "vitest";
import { lessonPlugin } from "../../src/frontend/lessons/plugin.ts";

interface Command {
  readonly label: string;
  readonly caption: string;
  isEnabled(): boolean;
  isVisible(args: object): boolean;
  execute(): Promise<void>;
}

const RESET = "fall-line:reset-cell";
const BRING_BACK = "fall-line:bring-back";
const FRESH_COPY = "fall-line:fresh-copy";

const notebook = {
  cells: [
    { id: "03-momentum-a", source: ["let a;\n", "a"] },
    { id: "03-momentum-b", source: "b" },
  ],
};
let files: Record<string, unknown>;
const read = (path: string) =>
  path in files ? Promise.resolve(files[path]) : Promise.reject(new Error(`${path} could not be read`));

/** A cell in the place of JupyterLab's. */
function cell(id: string, text: string, kept?: readonly string[]) {
  let [source, metadata]: [string, object | undefined] = [text, kept && { kept }];
  return {
    id,
    sharedModel: { getSource: () => source, setSource: (now: string) => void (source = now) },
    getMetadata: () => metadata,
    setMetadata: (_: string, value: object) => void (metadata = value),
  };
}
type Cell = ReturnType<typeof cell>;

/** What a page tells and is told: commands, menus, messages, files. */
function page(
  given: { active?: Cell; cells?: Cell[]; path?: string; folder?: string[] } | null,
  has: object = {},
  fails = "",
) {
  const said: unknown[][] = [];
  const commands: Record<string, Command> = {};
  const note =
    (what: string) =>
    (...words: unknown[]): void =>
      void said.push([what, ...words]);
  const menus: { id: string; title: { label: string }; items: unknown[] }[] = [];
  class Menu {
    id = "";
    readonly title = { label: "" };
    readonly items: unknown[] = [];
    constructor() {
      menus.push(this);
    }
    addItem(item: unknown): void {
      this.items.push(item);
    }
  }
  /** Tells of what is done a moment later, or that it can't be. */
  const later =
    (what: string) =>
    async (...words: unknown[]): Promise<void> => {
      await Promise.resolve();
      if (what === fails) throw new Error(`no ${what}`);
      note(what)(...words);
    };
  const content = given && {
    activeCell: given.active && { model: given.active },
    model: { cells: given.cells ?? (given.active ? [given.active] : []) },
  };
  const app = {
    commands: {
      addCommand: (id: string, command: Command) => (commands[id] = command),
      execute: later("execute"),
    },
    shell: { currentWidget: given && { content, context: { path: given.path ?? "" } } },
    serviceManager: {
      contents: {
        get: (path: string) => {
          note("get")(path);
          return Promise.resolve({ content: (given?.folder ?? []).map((name) => ({ name })) });
        },
        save: later("save"),
      },
    },
    ...has,
  };
  const Notification = { info: note("info"), success: note("success"), error: note("error") };
  const plugin = lessonPlugin(
    { tokens: { palette: "the palette", mainMenu: "the menu" }, Menu, Notification },
    read,
  );
  const { activate } = plugin as { activate: (...services: unknown[]) => void };
  return { plugin, commands, menus, said, activate: (...services: unknown[]) => activate(app, ...services) };
}

/** The commands of a page that has nothing else. */
function commandsOf(...given: Parameters<typeof page>) {
  const { activate, commands, said } = page(...given);
  activate(null, undefined);
  return { commands, said, run: (id: string) => commands[id]!.execute() };
}

beforeEach(() => {
  files = { "lessons/index.json": ["03-momentum", "11-waves"], "lessons/03-momentum.ipynb": notebook };
});

describe("the plugin of the lessons", () => {
  test("begins by itself, and takes the palette and the menu where there are any", () => {
    expect(page(null).plugin).toMatchObject({
      id: "fall-line:lessons",
      autoStart: true,
      optional: ["the palette", "the menu"],
    });
  });

  test("puts its commands into the palette, the menus of cells and a menu of its own", () => {
    const [inPalette, inCells, added]: [unknown[], unknown[], unknown[]] = [[], [], []];
    const { activate, commands, menus } = page(null, {
      contextMenu: { addItem: (item: object) => inCells.push(item) },
    });
    activate(
      { addItem: (item: object) => inPalette.push(item) },
      { addMenu: (...what: unknown[]) => added.push(what) },
    );
    expect(Object.entries(commands).map(([id, { label, caption }]) => [id, label, caption])).toEqual([
      [RESET, "Reset This Cell", "The text as the lesson has it; yours is kept"],
      [BRING_BACK, "Bring Back My Text", "What you had in this cell before it was reset"],
      [
        FRESH_COPY,
        "Open a Fresh Copy of This Lesson",
        "The lesson as it was handed out, in a new file beside yours",
      ],
    ]);
    const all = [RESET, BRING_BACK, FRESH_COPY];
    expect(inPalette).toEqual(all.map((command) => ({ command, category: "Lesson" })));
    expect(inCells).toEqual(
      [RESET, BRING_BACK].map((command) => ({
        command,
        selector: ".jp-Cell",
        rank: 4,
        args: { inCellMenu: true },
      })),
    );
    expect(menus).toMatchObject([
      { id: "fall-line-lesson", title: { label: "Lesson" }, items: all.map((command) => ({ command })) },
    ]);
    expect(added).toEqual([[menus[0], true, { rank: 900 }]]);
  });
});

describe("a command", () => {
  const enabled = (given: Parameters<typeof page>[0]) =>
    Object.values(commandsOf(given).commands).map((command) => command.isEnabled());
  const mine = cell("mine", "m");
  const ours = cell("03-momentum-a", "a");
  const other = cell("other", "o", ["before"]);

  test.each<[string, Parameters<typeof page>[0], boolean[]]>([
    ["no notebook", null, [false, false, false]],
    ["no cell", { cells: [ours] }, [false, false, true]],
    ["a cell of one's own", { active: mine, cells: [mine, ours] }, [false, false, true]],
    ["a cell of the lesson", { active: ours }, [true, false, true]],
    ["a cell with a text that was kept", { active: other }, [false, true, false]],
  ])("is to be had, to reset, to bring back and for a fresh copy, in %s: %s", (_, given, all) => {
    expect(enabled(given)).toEqual(all);
  });

  test("is not seen in the menu of a cell to which it does not apply", () => {
    const seen = (active: Cell, args: object) =>
      Object.values(commandsOf({ active }).commands).map((command) => command.isVisible(args));
    expect(seen(mine, { inCellMenu: true })).toEqual([false, false, true]);
    expect(seen(ours, { inCellMenu: true })).toEqual([true, false, true]);
    expect(seen(mine, {})).toEqual([true, true, true]);
  });
});

describe("Reset This Cell and Bring Back My Text", () => {
  const SHOWN = { autoClose: 8000 };

  test("put the lesson's text in, and one's own back", async () => {
    const active = cell("03-momentum-a", "mine");
    const { said, run } = commandsOf({ active });
    await run(RESET);
    expect(active.sharedModel.getSource()).toBe("let a;\na");
    expect(said).toEqual([
      ["success", "The cell is reset. Your text is kept: Lesson > Bring Back My Text.", SHOWN],
    ]);
    await run(BRING_BACK);
    expect([active.sharedModel.getSource(), active.getMetadata()]).toEqual(["mine", {}]);
    expect(said).toHaveLength(1);
  });

  test.each([
    ["03-momentum-a", "let a;\na", "This cell is as the lesson has it."],
    ["03-momentum-gone", "x", "This cell is your own: the lesson has none to reset it to."],
  ])("leave the cell %s with %j as it is, and say so", async (id, text, words) => {
    const active = cell(id, text);
    const { said, run } = commandsOf({ active });
    await run(RESET);
    expect([active.sharedModel.getSource(), said]).toEqual([text, [["info", words, SHOWN]]]);
  });

  test("do nothing without a cell", async () => {
    const { said, run } = commandsOf({});
    await run(RESET);
    await run(BRING_BACK);
    expect(said).toEqual([]);
  });

  test.each([
    [new Error("no network"), "no network"],
    ["no network", "no network"],
  ])("say why they could not, until that is closed", async (reason, words) => {
    files = Object.defineProperty({}, "lessons/index.json", {
      get: () => {
        throw reason as Error;
      },
    });
    const { said, run } = commandsOf({ active: cell("03-momentum-a", "mine") });
    await run(RESET);
    expect(said).toEqual([["error", `The cell stays as it is: ${words}`, { autoClose: false }]]);
  });
});

describe("Open a Fresh Copy of This Lesson", () => {
  const cells = [cell("mine", "m"), cell("03-momentum-a", "a")];

  test.each([
    ["course/week 3/mine.ipynb", "course/week 3", "course/week 3/03-momentum-fresh.ipynb"],
    ["mine.ipynb", "", "03-momentum-fresh.ipynb"],
    ["RTC:mine.ipynb", "RTC:", "RTC:03-momentum-fresh.ipynb"],
    ["RTC:course/mine.ipynb", "RTC:course", "RTC:course/03-momentum-fresh.ipynb"],
  ])("beside %j looks into %j, lays %j there and opens it", async (path, folder, copy) => {
    const { said, run } = commandsOf({ cells, path });
    await run(FRESH_COPY);
    expect(said).toEqual([
      ["get", folder],
      ["save", copy, { type: "notebook", format: "json", content: notebook }],
      ["execute", "docmanager:open", { path: copy }],
    ]);
  });

  test("takes a name that is free", async () => {
    const { said, run } = commandsOf({ cells, folder: ["03-momentum-fresh.ipynb"] });
    await run(FRESH_COPY);
    expect(said.at(-1)).toEqual(["execute", "docmanager:open", { path: "03-momentum-fresh2.ipynb" }]);
  });

  test("says so where the notebook is none of the lessons, or a file is missing", async () => {
    const none = commandsOf({ cells: [cell("04-other-a", "a")] });
    await none.run(FRESH_COPY);
    expect(none.said).toEqual([["info", "This notebook is none of the lessons.", { autoClose: 8000 }]]);
    delete files["lessons/03-momentum.ipynb"];
    const missing = commandsOf({ cells });
    await missing.run(FRESH_COPY);
    expect(missing.said.at(-1)).toEqual([
      "error",
      "There is no fresh copy: lessons/03-momentum.ipynb could not be read",
      { autoClose: false },
    ]);
    expect(missing.said.flat()).not.toContain("save");
  });

  test.each([
    ["save", ["get"]],
    ["execute", ["get", "save"]],
  ])("says so where the copy can't be had: no %s", async (fails, before) => {
    const { said, run } = commandsOf({ cells }, {}, fails);
    await run(FRESH_COPY);
    expect(said.map(([what]) => what)).toEqual([...before, "error"]);
    expect(said.at(-1)).toEqual(["error", `There is no fresh copy: no ${fails}`, { autoClose: false }]);
  });
});

describe("a newer version beside a lesson", () => {
  /** What is told as a file is gone to, twice, in a folder. */
  async function told(path: string, folder: readonly string[]): Promise<unknown[][]> {
    const slots: (() => void)[] = [];
    const shell = { currentWidget: { context: { path } }, currentChanged: { connect: (slot: () => void) => slots.push(slot) } }; // prettier-ignore
    const { activate, said } = page({ path, folder: [...folder] }, { shell });
    activate(null, undefined);
    for (let time = 0; time < 2; time++) {
      slots.forEach((slot) => slot());
      await new Promise((resolve) => setTimeout(resolve));
    }
    return said.filter(([what]) => what === "info");
  }

  test("is told once, the newest of them, and opened from there", async () => {
    const all = ["03-momentum.ipynb", "03-momentum-new.ipynb", "03-momentum-new2.ipynb", "03-momentum-newer.ipynb"]; // prettier-ignore
    const [[, words, options] = [], ...more] = await told("course/03-momentum.ipynb", all);
    expect(words).toBe(
      "03-momentum has a newer version: 03-momentum-new2.ipynb. This one, which you have changed, stays as it is.",
    );
    expect(options).toMatchObject({ actions: [{ label: "Open It" }] });
    expect(more).toEqual([]);
  });

  test.each([
    ["there is none", "03-momentum.ipynb", ["03-momentum.ipynb", "03-momentum-notes.ipynb"]],
    ["it is open itself", "03-momentum-new.ipynb", ["03-momentum.ipynb", "03-momentum-new.ipynb"]],
    ["the file is no lesson", "03-mine.ipynb", ["03-mine.ipynb", "03-mine-new.ipynb"]],
  ])("is not told where %s", async (_, path, folder) => expect(await told(path, folder)).toEqual([]));
});
