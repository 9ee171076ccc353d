/**
 * The container by which JupyterLab 4 and Notebook 7 load an extension that is not built into them. It is a classic
 * script, a few lines long; the rest is imported when the page asks for it.
 */
import { cardPlugin } from "./cards/kernel.ts";
import { type LuminoWidgetClass, type SharedScope, sharedModule } from "./jupyter.ts";
import { lessonPlugin, type PageModules } from "./lessons/plugin.ts";
import { mimeExtensions } from "./mime.ts";

let scope: SharedScope = {};

const container = {
  init(shared: SharedScope): void {
    scope = shared;
  },
  async get(name: string): Promise<() => unknown> {
    if (name === "./extension") {
      const exports = {
        __esModule: true,
        default: [cardPlugin, lessonPlugin(await pageModules(), readFile)],
      };
      return () => exports;
    }
    const { Widget } = (await sharedModule(scope, "@lumino/widgets")) as { Widget: LuminoWidgetClass };
    const exports = { __esModule: true, default: mimeExtensions(Widget, loadDrawing) };
    return () => exports;
  },
};

async function pageModules(): Promise<PageModules> {
  const names = ["@jupyterlab/apputils", "@jupyterlab/mainmenu", "@lumino/widgets"];
  const [apputils, mainmenu, widgets] = await Promise.all(names.map((name) => sharedModule(scope, name)));
  const { ICommandPalette: palette, Notification } = apputils as Pick<PageModules, "Notification"> & {
    readonly ICommandPalette: unknown;
  };
  const { IMainMenu: mainMenu } = mainmenu as { readonly IMainMenu: unknown };
  const { Menu } = widgets as Pick<PageModules, "Menu">;
  return { tokens: { palette, mainMenu }, Menu, Notification };
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

/** What draws, plotly.js included, once a page and only when there is something to draw. */
let drawing: Promise<Drawing> | undefined;

function loadDrawing(): Promise<Drawing> {
  drawing ??= Promise.all([
    import(new URL("drawing.js", here).href),
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
