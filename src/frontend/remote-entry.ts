/**
 * The container by which JupyterLab 4 and Notebook 7 load an extension that is not built into them. It is a classic
 * script, a few lines long; the rest is imported when the page asks for it.
 */
import { cardPlugin } from "./cards/kernel.ts";
import { type LuminoWidgetClass, type SharedScope, sharedModule } from "./jupyter.ts";
import { lessonPlugin, type PageModules } from "./lessons/plugin.ts";
import { mimeExtensions } from "./mime.ts";
import { type RunningModules, runningPlugins } from "./running/plugin.ts";

let scope: SharedScope = {};

const container = {
  init(shared: SharedScope): void {
    scope = shared;
  },
  async get(name: string): Promise<() => unknown> {
    if (name === "./extension") {
      const exports = {
        __esModule: true,
        default: [cardPlugin, ...(await lessonPlugins()), ...(await runners())],
      };
      return () => exports;
    }
    const { Widget } = (await sharedModule(scope, "@lumino/widgets")) as { Widget: LuminoWidgetClass };
    void fetchAhead();
    const exports = { __esModule: true, default: mimeExtensions(Widget, loadDrawing) };
    return () => exports;
  },
};

/** The page's own copies of modules, if it has all of them. */
async function pageModules(...names: readonly string[]): Promise<readonly unknown[] | undefined> {
  if (names.some((name) => scope[name] === undefined)) return undefined;
  return Promise.all(names.map((name) => sharedModule(scope, name)));
}

/** The commands on lessons, in pages that have menus. */
async function lessonPlugins(): Promise<object[]> {
  const modules = await pageModules("@jupyterlab/apputils", "@jupyterlab/mainmenu", "@lumino/widgets");
  if (modules === undefined) return [];
  const [apputils, mainmenu, widgets] = modules;
  const { ICommandPalette: palette, Notification } = apputils as Pick<PageModules, "Notification"> & {
    readonly ICommandPalette: unknown;
  };
  const { IMainMenu: mainMenu } = mainmenu as { readonly IMainMenu: unknown };
  const { Menu } = widgets as Pick<PageModules, "Menu">;
  return [lessonPlugin({ tokens: { palette, mainMenu }, Menu, Notification }, readFile)];
}

/** What runs cells, in pages whose notebooks leave that to a plugin. */
async function runners(): Promise<object[]> {
  const modules = await pageModules(
    ...[
      "@jupyterlab/apputils",
      "@jupyterlab/notebook",
      "@jupyterlab/settingregistry",
      "@jupyterlab/translation",
    ],
  );
  if (modules === undefined) return [];
  const [apputils, notebook, settingregistry, translation] = modules as readonly Record<string, unknown>[];
  const { ISessionContextDialogs, SessionContextDialogs, Notification } = apputils!;
  const { INotebookCellExecutor, NotebookActions, runCell } = notebook!;
  if (INotebookCellExecutor === undefined) return [];
  const tokens = {
    cellExecutor: INotebookCellExecutor,
    sessionDialogs: ISessionContextDialogs,
    settings: settingregistry!["ISettingRegistry"],
    translator: translation!["ITranslator"],
  };
  const page = { tokens, runCell, actions: NotebookActions, SessionContextDialogs, Notification };
  return runningPlugins(page as RunningModules);
}

/** A file of the extension. */
async function readFile(path: string): Promise<unknown> {
  const address = new URL(path, here);
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address.pathname} could not be read (${answer.status})`);
  return answer.json();
}

const here = (document.currentScript as HTMLScriptElement).src;

type Drawing = typeof import("./drawing.ts");

const drawingAddress = new URL("drawing.js", here).href;

/** What draws is large: the page fetches it as soon as it has been loaded itself, so that the first figure need not wait. */
async function fetchAhead(): Promise<void> {
  if (document.readyState !== "complete")
    await new Promise((loaded) => {
      addEventListener("load", loaded, { once: true });
    });
  const link = document.createElement("link");
  Object.assign(link, { rel: "modulepreload", href: drawingAddress, fetchPriority: "low" });
  document.head.append(link);
}

/** What draws, plotly.js included, begun once a page and only when there is something to draw. */
let drawing: Promise<Drawing> | undefined;

function loadDrawing(): Promise<Drawing> {
  drawing ??= Promise.all([
    import(drawingAddress),
    addStyleSheet("katex/katex.min.css"),
    addStyleSheet("type/type.css"),
  ]).then(([module]) => module as Drawing);
  return drawing;
}

function addStyleSheet(path: string): Promise<unknown> {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(path, here).href;
  document.head.append(link);
  return new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`a style sheet could not be loaded: ${link.href}`));
  });
}

const page = window as unknown as { _JUPYTERLAB?: Record<string, unknown> };
(page._JUPYTERLAB ??= {})["fall-line"] = container;
