/** Runs in a page, in the place of a kernel: notes in `window.asked` what it is asked. A cell that `holds` runs until it is stopped, one that `breaks` ends its session. */
type Said = { type: string; content: object };

interface Listeners {
  restarted: (reason: string | undefined, isTold: boolean) => void;
}

const asked: string[] = [];
Object.assign(window, { asked });

export class PageKernel {
  readonly #listeners: Listeners;
  #stop: (() => void) | undefined;

  constructor({ library }: { library: { code: string } }, listeners: Listeners) {
    this.#listeners = listeners;
    asked.push(`begun with ${library.code}`);
  }

  async execute(code: string, heard: (said: Said) => void): Promise<object> {
    asked.push(`execute ${code}`);
    heard({ type: "stream", content: { name: "stdout", text: `ran ${code}` } });
    if (code.includes("holds")) await new Promise<void>((stop) => (this.#stop = stop));
    if (code.includes("breaks")) this.#listeners.restarted("it broke", true);
    return { status: /fails|breaks/.test(code) ? "error" : "ok", execution_count: asked.length };
  }

  complete(text: string, at: number): Promise<object> {
    asked.push(`complete ${JSON.stringify(text)} ${at}`);
    return Promise.resolve({ matches: [], kinds: [], start: at, end: at });
  }

  inspect(text: string, at: number): Promise<string> {
    asked.push(`inspect ${JSON.stringify(text)} ${at}`);
    return Promise.resolve("what is known");
  }

  tellProgress(line: string): void {
    asked.push(`progress ${line}`);
  }

  tellRoom({ id }: { readonly id?: string }): void {
    asked.push(`room ${id ?? "nothing"}`);
  }

  interrupt(): void {
    asked.push("interrupt");
    this.#stop?.();
  }

  restart(): void {
    asked.push("restart");
    this.#stop?.();
    this.#listeners.restarted(undefined, false);
  }
}
