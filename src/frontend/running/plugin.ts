/** How cells are run: the page's runner of cells and its question for a kernel, each with what this project adds. */
import { begin, waitsForKernel } from "./begin.ts";
import {
  type Actions,
  isLoaded,
  RUNNER,
  type RunCell,
  type Runner,
  type SessionContext,
} from "./notebook.ts";
import { addStyle } from "../add-style.ts";
import { askAgainForOldLists, type ServerSettings } from "./fresh-lists.ts";
import { RunFirst, UNDECIDED_STYLE } from "./run-first.ts";

interface Settings {
  readonly composite: Readonly<Record<string, unknown>>;
}

interface SettingRegistry {
  load(plugin: string): Promise<Settings>;
}

interface Application {
  readonly serviceManager: { readonly serverSettings: ServerSettings };
}

/** Asks which kernel is to run a notebook. */
interface SessionDialogs {
  selectKernel(context: SessionContext): Promise<void>;
}

type SessionDialogsClass = new (options: object) => SessionDialogs;

/** What the plugins use of the page's own modules. */
export interface RunningModules {
  readonly tokens: Readonly<Record<"cellExecutor" | "sessionDialogs" | "settings" | "translator", unknown>>;
  readonly runCell: RunCell;
  readonly actions: Actions;
  readonly SessionContextDialogs: SessionDialogsClass;
  readonly Notification: Readonly<Record<"info" | "warning", (text: string, options?: object) => void>>;
}

/** The plugin's name, under which the reader's settings stand. */
const RUNNING = "fall-line:running";

/** How long (in milliseconds) a message is shown. */
const SHOWN = { autoClose: 8000 };

export function runningPlugins({ tokens, runCell, actions, ...page }: RunningModules): object[] {
  const say = (kind: "info" | "warning") => (sentence: string) => page.Notification[kind](sentence, SHOWN);
  return [
    {
      id: RUNNING,
      description:
        "Runs cells when their kernel is there, and cells above first where a lesson's cell needs them.",
      autoStart: true,
      provides: tokens.cellExecutor,
      optional: [tokens.settings],
      activate({ serviceManager }: Application, registry: SettingRegistry | null) {
        askAgainForOldLists(serviceManager.serverSettings);
        let settings: Settings | undefined;
        // A page without settings has the defaults.
        void registry?.load(RUNNING).then((loaded) => (settings = loaded), () => undefined); // prettier-ignore
        const isWanted = (): boolean => settings?.composite["runFirst"] !== false;
        const runFirst = new RunFirst(runCell, isWanted, { info: say("info"), warning: say("warning") });
        const runner: Runner = {
          runsFirst: (notebook) => runFirst.runsFirst(notebook),
          run: (notebook, cell, context) => actions.runCells(notebook, [cell], context),
        };
        runAllWhenLoaded(actions);
        Object.assign(window, { [RUNNER]: runner });
        addStyle("fall-line-undecided", UNDECIDED_STYLE);
        return { runCell: runFirst.runCell };
      },
    },
    {
      id: "fall-line:session-dialogs",
      description: "Asks for a kernel, but not for a notebook that names the one it is written for.",
      autoStart: true,
      provides: tokens.sessionDialogs,
      optional: [tokens.translator, tokens.settings],
      activate(_: unknown, translator: unknown, settingRegistry: unknown) {
        const dialogs = new page.SessionContextDialogs({ translator, settingRegistry });
        const select = dialogs.selectKernel.bind(dialogs);
        dialogs.selectKernel = async (context) => {
          const isNamed = waitsForKernel(context, context.kernelPreference.name);
          if (isNamed) await begin(context);
          if (!isNamed || context.hasNoKernel) await select(context);
        };
        return dialogs;
      },
    },
  ];
}

/** All cells are those of the file: where it is still to come, they are waited for. */
function runAllWhenLoaded(actions: Actions): void {
  const runAll = actions.runAll.bind(actions);
  actions.runAll = async (notebook, ...rest) => {
    if (!isLoaded(notebook)) await notebook.parent!.context.ready;
    return runAll(notebook, ...rest);
  };
}
