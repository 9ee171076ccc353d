import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sharedBrowser } from "./harness/shared.ts";

const WIDGET = `class {
  node = document.body.appendChild(document.createElement("div")); isDisposed = false;
  addClass(name) { this.node.classList.add(name); } dispose() { this.node.remove(); } }`;

/** Runs in the page: what JupyterLab shares with its extensions, `Menu` and its neighbours only where there are menus. */
const PAGE = `<!doctype html><link rel="icon" href="data:,"><body><script>
  _JUPYTERLAB = { other: 1 };
  said = []; commands = {};
  const note = (what) => (...words) => void said.push([what, ...words]);
  const share = (module) => ({ "1": { get: async () => () => module } });
  Notification = { info: note("info"), success: note("success"), error: note("error") };
  shared = {
    "@lumino/widgets": share({ Widget: ${WIDGET}, Menu: class { title = {}; addItem() {} } }),
    "@jupyterlab/apputils": share({ ICommandPalette: "palette", Notification }),
    "@jupyterlab/mainmenu": share({ IMainMenu: "menu" }),
  };
  running = {
    "@jupyterlab/notebook": share({ INotebookCellExecutor: "executor", NotebookActions: {}, runCell() {} }),
    "@jupyterlab/settingregistry": share({ ISettingRegistry: "settings" }),
    "@jupyterlab/translation": share({ ITranslator: "translator" }),
  };
  app = (id, text) => {
    const model = { id, sharedModel: { getSource: () => text, setSource: (now) => (text = now) }, getMetadata() {}, setMetadata() {} };
    return { commands: { addCommand: (name, command) => (commands[name] = command) },
      shell: { currentWidget: { content: { activeCell: { model } } } }, text: () => text };
  };
  </script><script src="static/remoteEntry.js"></script>`;

const DRAWING = `export const draw = async (node, data, isSpecification) => {
  node.append(JSON.stringify([data, isSpecification]));
  return { remove() {} };
};`;

let server: Server;
let browser: Browser;
let page: Page;
let asked: string[];
let files: Record<string, string>;
let entry: string;

beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "../../src/frontend/remote-entry.ts")],
    ...{ write: false, bundle: true, format: "iife" },
  });
  entry = outputFiles[0]!.text;
  server = createServer(({ url }, answer) => {
    const name = (url ?? "").slice(1);
    asked.push(name);
    const type = { js: "text/javascript", css: "text/css" }[name.split(".").at(-1)!] ?? "text/html";
    // As long-lived as a server may say, so that a page need not ask again.
    answer.setHeader("cache-control", "max-age=3600").setHeader("content-type", type);
    answer.writeHead(name in files ? 200 : 404).end(files[name]);
  }).listen(0, "127.0.0.1");
  browser = await sharedBrowser();
});
afterAll(async () => {
  await browser.close();
  server.close();
});

beforeEach(async () => {
  asked = [];
  files = {
    ...{ "": PAGE, "static/remoteEntry.js": entry, "static/drawing.js": DRAWING },
    ...{ "static/katex/katex.min.css": "", "static/type/type.css": "" },
  };
  await Promise.all(browser.contexts().map((context) => context.close()));
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

/** What the container exports under a name, where the page shares all but what is missing. */
const exportsOf = (name: string, missing?: string) =>
  page.evaluate(
    async ([what, without]) => {
      const all = window as never as Record<string, unknown>;
      const scope = { ...(all["shared"] as object), [without]: undefined };
      const container = (all["_JUPYTERLAB"] as Record<string, { init(scope: object): void; get(name: string): Promise<() => object> }>)["fall-line"]!; // prettier-ignore
      container.init(scope);
      const exports = (await container.get(what))() as { __esModule: boolean; default: { id: string; optional?: unknown }[] }; // prettier-ignore
      Object.assign(window, { exports });
      return [
        exports.__esModule,
        ...exports.default.map(({ id, optional }) => (optional ? [id, optional] : id)),
      ];
    },
    [name, missing ?? ""] as const,
  );

describe("the entry of the extension", () => {
  test("has cards, and commands on lessons with the page's own palette and menu, beside other extensions", async () => {
    expect(await exportsOf("./extension")).toEqual([
      true,
      "fall-line:exercises",
      ["fall-line:lessons", ["palette", "menu"]],
    ]);
    expect(await page.evaluate("_JUPYTERLAB.other")).toBe(1);
    expect(asked).toEqual(["", "static/remoteEntry.js"]);
  });

  test("runs cells, and asks for kernels, where the page leaves that to plugins", async () => {
    await page.evaluate("Object.assign(shared, running)");
    expect(await exportsOf("./extension")).toEqual([
      ...[true, "fall-line:exercises", ["fall-line:lessons", ["palette", "menu"]]],
      ["fall-line:running", ["settings"]],
      ["fall-line:session-dialogs", ["translator", "settings"]],
    ]);
    await page.evaluate("running['@jupyterlab/notebook'][1].get = async () => () => ({})");
    expect(await exportsOf("./extension")).toHaveLength(3);
  });

  test("makes the page's application known to cards, of whatever script, as soon as there is one", async () => {
    await exportsOf("./extension");
    const known = await page.evaluate(() => {
      const { exports } = window as never as { exports: { default: { autoStart: boolean; activate(app: object): void }[] } }; // prettier-ignore
      const [cards] = exports.default;
      const application = { shell: {} };
      cards!.activate(application);
      const all = window as never as Record<symbol, object | undefined>;
      return [cards!.autoStart, all[Symbol.for("fall-line.application")] === application];
    });
    expect(known).toEqual([true, true]);
  });

  test.each(["@lumino/widgets", "@jupyterlab/apputils", "@jupyterlab/mainmenu"])(
    "has no commands where the page does not share %s",
    async (missing) => {
      expect(await exportsOf("./extension", missing)).toEqual([true, "fall-line:exercises"]);
    },
  );

  test("has what draws, fetched ahead and once, and begun with its styles when the first figure comes", async () => {
    files["static/drawing.js"] = `${files["static/drawing.js"]!}globalThis.begun = true;`;
    expect(await exportsOf("./mimeExtension")).toEqual([true, "fall-line:plotly", "fall-line:specification"]);
    await expect.poll(() => asked.slice(2)).toEqual(["static/drawing.js"]);
    expect(await page.evaluate("globalThis.begun")).toBeUndefined();
    await page.evaluate(() => {
      const { exports } = window as never as { exports: { default: { rendererFactory: { mimeTypes: string[]; createRenderer(options: object): { renderModel(model: object): void } } }[] } }; // prettier-ignore
      for (const { rendererFactory } of [...exports.default, ...exports.default]) {
        const [mimeType] = rendererFactory.mimeTypes;
        rendererFactory.createRenderer({ mimeType }).renderModel({ data: { [mimeType!]: {} } });
      }
    });
    const figures = page.locator(".fall-line-figure");
    await expect
      .poll(() => figures.allTextContents())
      .toEqual(Array(2).fill(["[{},false]", "[{},true]"]).flat());
    expect(asked.slice(2).sort()).toEqual([
      "static/drawing.js",
      "static/katex/katex.min.css",
      "static/type/type.css",
    ]);
    expect(await page.locator("head link[rel=stylesheet]").count()).toBe(2);
  });

  test("says so in a figure's place where a style is missing", async () => {
    delete files["static/type/type.css"];
    await exportsOf("./mimeExtension");
    await page.evaluate("exports.default[0].rendererFactory.createRenderer({ mimeType: 'm' }).renderModel({ data: {} })"); // prettier-ignore
    expect(await page.getByRole("alert").textContent()).toMatch(
      /can't be drawn: a style sheet could not be loaded: http:\/\/\S+\/static\/type\/type\.css$/,
    );
  });
});

test("the files of lessons are asked for anew each time, for a new version may have come", async () => {
  files["static/lessons/index.json"] = '["03-momentum"]';
  const original = (source: string): void => {
    files["static/lessons/03-momentum.ipynb"] = JSON.stringify({ cells: [{ id: "03-momentum-a", source }] });
  };
  await exportsOf("./extension");
  const reset = () =>
    page.evaluate(`(async () => {
      const one = app("03-momentum-a", "mine");
      exports.default[1].activate(one);
      await commands["fall-line:reset-cell"].execute();
      return one.text();
    })()`);
  original("first");
  expect(await reset()).toBe("first");
  original("second");
  expect(await reset()).toBe("second");
  delete files["static/lessons/03-momentum.ipynb"];
  expect(await reset()).toBe("mine");
  expect(await page.evaluate("said.at(-1)")).toEqual([
    "error",
    "The cell stays as it is: /static/lessons/03-momentum.ipynb could not be read (404)",
    { autoClose: false },
  ]);
});
