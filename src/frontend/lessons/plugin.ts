/** Commands on a lesson, in a menu, the palette and the menu of a cell: nothing that the student wrote is lost by them. */
import { bringBack, type CellModel, keptTexts, reset } from "./kept-texts.ts";
import { lessonAt, newerBeside } from "./newer.ts";
import {
  freshName,
  lessonNames,
  lessonOfMost,
  mayBeOfLesson,
  originalLesson,
  originalText,
  type Read,
} from "./originals.ts";

interface Panel {
  readonly content?: {
    readonly activeCell?: { readonly model: CellModel } | null;
    readonly model?: { readonly cells?: Iterable<CellModel> } | null;
  };
  readonly context?: { readonly path: string };
}

interface Command {
  readonly label: string;
  readonly caption: string;
  readonly isEnabled: () => boolean;
  readonly isVisible: (args: { readonly inCellMenu?: boolean }) => boolean;
  readonly execute: () => Promise<void>;
}

interface Commands {
  addCommand(id: string, command: Command): unknown;
  execute(id: string, args: object): Promise<unknown>;
}

interface Contents {
  get(path: string): Promise<{ readonly content: readonly { readonly name: string }[] }>;
  save(path: string, model: object): Promise<unknown>;
}

interface Application {
  readonly commands: Commands;
  readonly shell: {
    readonly currentWidget: Panel | null;
    readonly currentChanged?: { connect(slot: () => void): unknown };
  };
  readonly contextMenu?: { addItem(item: object): unknown };
  readonly serviceManager: { readonly contents: Contents };
}

interface Menu {
  readonly title: { label: string };
  id: string;
  addItem(item: { readonly command: string }): unknown;
}

/** What the page has for commands; each may be missing. */
interface Services {
  readonly palette: { addItem(item: object): unknown } | null | undefined;
  readonly mainMenu: { addMenu(menu: Menu, update: boolean, options: object): void } | null | undefined;
}

/** What the plugin uses of the page's own modules. */
export interface PageModules {
  readonly tokens: { readonly palette: unknown; readonly mainMenu: unknown };
  readonly Menu: new (options: { readonly commands: Commands }) => Menu;
  readonly Notification: Readonly<
    Record<"info" | "success" | "error", (text: string, options?: object) => void>
  >;
}

const RESET = "fall-line:reset-cell";
const BRING_BACK = "fall-line:bring-back";
const FRESH_COPY = "fall-line:fresh-copy";

/** How long (in milliseconds) a message is shown; without it, it would only be found in the list of messages. */
const SHOWN = { autoClose: 8000 };

/** The plugin; `read` gives files of the extension. */
export function lessonPlugin({ tokens, Menu, Notification }: PageModules, read: Read): object {
  const activate = (app: Application, palette: Services["palette"], mainMenu: Services["mainMenu"]): void => {
    const commands = commandsOn(app, Notification, read);
    for (const [id, command] of Object.entries(commands)) {
      app.commands.addCommand(id, command);
      palette?.addItem({ command: id, category: "Lesson" });
    }
    for (const command of [RESET, BRING_BACK])
      app.contextMenu?.addItem({ command, selector: ".jp-Cell", rank: 4, args: { inCellMenu: true } });
    tellOfNewer(app, Notification, read);
    if (mainMenu == null) return;
    const menu = new Menu({ commands: app.commands });
    menu.id = "fall-line-lesson";
    menu.title.label = "Lesson";
    for (const command of Object.keys(commands)) menu.addItem({ command });
    mainMenu.addMenu(menu, true, { rank: 900 });
  };
  return {
    id: "fall-line:lessons",
    description: "Resets cells of lessons, and opens fresh copies of them.",
    autoStart: true,
    optional: [tokens.palette, tokens.mainMenu],
    activate,
  };
}

/** Tells, when a lesson is gone to, of a newer version that was laid beside it: once while the page is open. */
function tellOfNewer(app: Application, say: PageModules["Notification"], read: Read): void {
  const told = new Set<string>();
  app.shell.currentChanged?.connect(() => {
    const path = app.shell.currentWidget?.context?.path;
    // That a server does not answer, JupyterLab tells by itself.
    if (path !== undefined) void look(path).catch(() => undefined);
  });
  const look = async (path: string): Promise<void> => {
    const opened = await lessonAt(path, read);
    if (opened === undefined) return;
    const { folder, lesson } = opened;
    const newer = newerBeside(lesson, await namesIn(app, folder));
    if (newer === undefined || told.has(folder + newer)) return;
    told.add(folder + newer);
    const open = { label: "Open It", callback: () => app.commands.execute("docmanager:open", { path: folder + newer }) }; // prettier-ignore
    say.info(`${lesson} has a newer version: ${newer}. This one, which you have changed, stays as it is.`, { autoClose: 20_000, actions: [open] }); // prettier-ignore
  };
}

/** What is in a folder of the server's. */
async function namesIn({ serviceManager: { contents } }: Application, folder: string): Promise<string[]> {
  return (await contents.get(folder.replace(/\/$/, ""))).content.map(({ name }) => name);
}

function commandsOn(
  app: Application,
  say: PageModules["Notification"],
  read: Read,
): Readonly<Record<string, Command>> {
  const panel = (): Panel | null => app.shell.currentWidget;
  const cell = (): CellModel | undefined => panel()?.content?.activeCell?.model;
  const cells = (): CellModel[] => [...(panel()?.content?.model?.cells ?? [])];
  const trying = (what: string, action: () => Promise<void>) => async (): Promise<void> => {
    try {
      await action();
    } catch (error) {
      say.error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { autoClose: false });
    }
  };
  const onCell = (
    label: string,
    caption: string,
    applies: (cell: CellModel) => boolean,
    action: (cell: CellModel) => Promise<void>,
  ): Command => {
    const isEnabled = (): boolean => {
      const active = cell();
      return active !== undefined && applies(active);
    };
    return {
      label,
      caption,
      isEnabled,
      isVisible: ({ inCellMenu = false }) => !inCellMenu || isEnabled(),
      execute: trying("The cell stays as it is", async () => {
        const active = cell();
        if (active !== undefined) await action(active);
      }),
    };
  };
  return {
    [RESET]: onCell(
      "Reset This Cell",
      "The text as the lesson has it; yours is kept",
      ({ id }) => mayBeOfLesson(id),
      async (active) => {
        const original = await originalText(active.id, read);
        if (original === undefined)
          say.info("This cell is your own: the lesson has none to reset it to.", SHOWN);
        else if (!reset(active, original)) say.info("This cell is as the lesson has it.", SHOWN);
        else say.success("The cell is reset. Your text is kept: Lesson > Bring Back My Text.", SHOWN);
      },
    ),
    [BRING_BACK]: onCell(
      "Bring Back My Text",
      "What you had in this cell before it was reset",
      (active) => keptTexts(active).length > 0,
      async (active) => bringBack(active, await originalText(active.id, read)),
    ),
    [FRESH_COPY]: {
      label: "Open a Fresh Copy of This Lesson",
      caption: "The lesson as it was handed out, in a new file beside yours",
      isEnabled: () => cells().some(({ id }) => mayBeOfLesson(id)),
      isVisible: () => true,
      execute: trying("There is no fresh copy", async () => {
        const lesson = lessonOfMost(
          cells().map(({ id }) => id),
          await lessonNames(read),
        );
        if (lesson === undefined) {
          say.info("This notebook is none of the lessons.", SHOWN);
          return;
        }
        const folder = (panel()?.context?.path ?? "").replace(/[^/:]*$/, "");
        const { contents } = app.serviceManager;
        const taken = await namesIn(app, folder);
        const path = `${folder}${freshName(lesson, new Set(taken))}`;
        const content = await originalLesson(lesson, read);
        await contents.save(path, { type: "notebook", format: "json", content });
        await app.commands.execute("docmanager:open", { path });
      }),
    },
  };
}
