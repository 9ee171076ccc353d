import type { KernelMessage } from "../../kernel/browser/page/transport.ts";
import { type Bundle, type Life, showBundle, terminal } from "./bundle.ts";
import { el } from "./elements.ts";
import { print } from "./terminal.ts";

interface Displayed {
  readonly data: Bundle;
  readonly transient?: { readonly display_id?: string };
}

/** What a cell has shown. It stands until something new is shown in its place. */
export class Outputs {
  #isOld = false;

  /** `others` finds the outputs of the page that have a name, in whichever cell. */
  constructor(
    readonly node: HTMLElement,
    private readonly life: Life,
    private readonly others: (id: string) => Iterable<HTMLElement>,
  ) {}

  /** The cell runs anew: what it has shown goes when the next comes, or at `end`. */
  begin(): void {
    this.#isOld = true;
  }

  /** Takes what the kernel says of the cell. */
  take({ type, content }: Pick<KernelMessage, "type" | "content">): void {
    switch (type) {
      case "stream":
        this.#print(String(content["name"]), String(content["text"]));
        break;
      case "display_data":
      case "execute_result":
        this.#show(content as unknown as Displayed);
        break;
      case "update_display_data":
        this.#update(content as unknown as Displayed);
        break;
      case "error":
        this.#tell(content["traceback"] as string[]);
        break;
      case "clear_output":
        this.#isOld = true;
        if (content["wait"] !== true) this.#clear();
        break;
    }
  }

  /** The cell has come to its end. */
  end(): void {
    if (this.#isOld) this.#clear();
  }

  #print(name: string, text: string): void {
    const last = this.#isOld ? null : this.node.lastElementChild;
    if (last instanceof HTMLElement && last.matches(`.stream.${name}`)) print(last, text);
    else this.#add(terminal(text, `stream ${name}`));
  }

  /** Only what is more than a sentence has places that must stand below each other. */
  #tell(lines: readonly string[]): void {
    const text = lines.join("\n");
    const told = terminal(text, text.includes("\n") ? "error" : "error sentence");
    this.#add(told).setAttribute("role", "alert");
  }

  #show({ data, transient }: Displayed): void {
    const shown = this.#add(showBundle(data, this.life));
    if (transient?.display_id !== undefined) shown.dataset["display"] = transient.display_id;
  }

  #update({ data, transient }: Displayed): void {
    const id = transient?.display_id ?? "";
    for (const before of this.others(id)) {
      const shown = showBundle(data, this.life);
      shown.dataset["display"] = id;
      before.replaceWith(shown);
      this.life.end(el("div", {}, before));
    }
  }

  #add<T extends HTMLElement>(shown: T): T {
    if (this.#isOld) this.#clear();
    this.node.append(shown);
    return shown;
  }

  #clear(): void {
    this.#isOld = false;
    this.life.end(this.node);
    this.node.replaceChildren();
  }
}
