/** Runs in a page: a notebook as JupyterLab gives it to cards, with a kernel that answers what it is told to. */
export class FakeNotebook {
  readonly node = document.createElement("div");
  /** What the kernel was told. */
  readonly said: unknown[] = [];
  /** How many of its conversations were closed. */
  closed = 0;
  outputs: object[] = [];
  /** The answer of the kernel; nothing where it answers later, `gone` where it does not know cards. */
  answer: (message: { readonly type: string }) => unknown = () => undefined;
  hasKernel = true;
  /** Whether the server has stopped the kernel that it had, of which the page learns when it looks. */
  isStopped = false;
  /** What draws its outputs, where there is something. */
  rendermime: object | undefined;
  readonly slots = new Set<() => void>();

  constructor() {
    document.body.append(this.node);
    const kernel = { createComm: () => this.#comm() };
    const has = (): boolean => this.hasKernel;
    const wasStopped = (): boolean => this.isStopped;
    const renderers = (): object | undefined => this.rendermime;
    const panel = {
      node: this.node,
      content: {
        get rendermime() {
          return renderers();
        },
        model: {
          defaultKernelName: "fall-line",
          cells: [{}, { outputs: { length: 0, get: () => ({}) } }, { outputs: this.#outputs() }],
        },
      },
      sessionContext: {
        session: {
          get kernel() {
            return has() ? kernel : null;
          },
          dispose: () => undefined,
        },
        get prevKernelName() {
          return wasStopped() ? "fall-line" : "";
        },
        get hasNoKernel() {
          return !has();
        },
        sessionManager: {
          requestRunning: () => Promise.resolve().then(() => (this.hasKernel = false)),
          running: () => [],
        },
        specsManager: { ready: Promise.resolve(), specs: { kernelspecs: { "fall-line": {} } } },
        startKernel: () => {
          this.hasKernel = true;
          this.change();
          return Promise.resolve(false);
        },
        kernelChanged: {
          connect: (slot: () => void) => this.slots.add(slot),
          disconnect: (slot: () => void) => this.slots.delete(slot),
        },
      },
    };
    const application = { shell: { widgets: () => [{ node: document.createElement("div") }, panel] } };
    Object.assign(window, { [Symbol.for("fall-line.application")]: application });
  }

  /** Tells all who watch that there is another kernel. */
  change(): void {
    for (const slot of this.slots) slot();
  }

  close(): void {
    Object.assign(window, { [Symbol.for("fall-line.application")]: undefined });
  }

  #outputs() {
    const all = (): object[] => this.outputs;
    return {
      get length() {
        return all().length;
      },
      get: (k: number) => ({ data: { "application/vnd.fall-line+json": all()[k] } }),
    };
  }

  #comm() {
    const comm = {
      onMsg: undefined as ((message: unknown) => void) | undefined,
      onClose: undefined as (() => void) | undefined,
      close: () => void (this.closed += 1),
      open: (message: { readonly type: string }) => {
        this.said.push(message);
        const data = this.answer(message);
        if (data === "refused") return { done: Promise.reject(new Error("no such target")) };
        if (data === "gone") queueMicrotask(() => comm.onClose?.());
        else if (data !== undefined) queueMicrotask(() => comm.onMsg?.({ content: { data } }));
        return { done: Promise.resolve() };
      },
    };
    return comm;
  }
}
