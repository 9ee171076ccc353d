/** The page as cards know JupyterLab: where they stand, who keeps what happens with them, how they show what they reveal. */
import { installExercises } from "../../kernel/core/exercises.ts";
import type { Comm } from "../../kernel/core/session/comms.ts";
import type { FormerNames } from "../../exercises/progress.ts";
import { SPECIFICATION } from "../../mime.ts";
import { hidingQuestions } from "../page/lesson.ts";
import { pageLife } from "../page/live.ts";
import { type Bundle, formatOf, showBundle } from "../../rendering/running/bundle.ts";
import type { PageProgress } from "../../rendering/running/progress.ts";

declare const FALL_LINE_VERSION: string;

type Opened = (comm: Comm, data: unknown) => void;

/** Makes the page known to its cards. They need no kernel: the page itself keeps what happens. */
export function installApplication(progress: PageProgress, formerNames: FormerNames): void {
  const targets = new Map<string, Opened>();
  const register = (target: string, opened: Opened): void => void targets.set(target, opened);
  Object.assign(globalThis, { [Symbol.for("fall-line.comms")]: { register } });
  installExercises(
    {
      library: FALL_LINE_VERSION,
      append: (line) => progress.add(line),
      read: () => progress.lines(),
      kept: () => progress.kept(),
    },
    formerNames,
  );
  const kernel = {
    createComm: (target: string) =>
      new CardComm(progress.ready, (comm, data) => targets.get(target)?.(comm, data)),
  };
  const unchanging = { connect: () => undefined, disconnect: () => undefined };
  const panel = {
    node: document.documentElement,
    content: { rendermime: RENDERERS, model: { cells: [{ outputs: storedQuestions() }] } },
    sessionContext: { session: { kernel }, kernelChanged: unchanging },
  };
  Object.assign(window, { [Symbol.for("fall-line.application")]: { shell: { widgets: () => [panel] } } });
}

/** A card's conversation with the page. */
class CardComm {
  onMsg: (message: { readonly content: { readonly data: unknown } }) => void = () => undefined;
  onClose: () => void = () => undefined;

  constructor(
    private readonly ready: Promise<void>,
    private readonly opened: Opened,
  ) {}

  open(data: unknown): { readonly done: Promise<void> } {
    const comm = { send: (answer: unknown) => this.onMsg({ content: { data: answer } }) } as Comm;
    return { done: this.ready.then(() => this.opened(comm, data)) };
  }

  close(): void {
    // Nothing is kept of it.
  }
}

/** What was built into the page and asks for an outcome. */
function storedQuestions(): { readonly length: number; get(index: number): { readonly data: Bundle } } {
  const questions = hidingQuestions();
  return { length: questions.length, get: (index) => ({ data: { [SPECIFICATION]: questions[index] } }) };
}

const RENDERERS = {
  preferredMimeType: formatOf,
  createModel: ({ data }: { readonly data: Bundle }) => data,
  createRenderer() {
    const node = document.createElement("div");
    return {
      node,
      renderModel(bundle: unknown): Promise<void> {
        node.replaceChildren(showBundle(bundle as Bundle, pageLife));
        return Promise.resolve();
      },
      processMessage: () => undefined,
      dispose() {
        pageLife.end(node);
        node.replaceChildren();
      },
    };
  },
};
