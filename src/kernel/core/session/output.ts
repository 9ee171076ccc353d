import type { Content, Header, ToProtocol } from "../channel.ts";
import type { MimeBundle } from "../display/bundle.ts";
import { toJson } from "../json.ts";
import { platform } from "../platform.ts";
import type { Parents } from "./parents.ts";

/** What one cell may print, in characters, and show, in displays. */
const printLimit = 1_000_000;
const displayLimit = 2_000;

interface Spent {
  characters: number;
  displays: number;
  cut: boolean;
}

/** All that cells print and show, on its way to the front end: at once, in order, and cut when it has no end. */
export class Output {
  readonly #spent = new WeakMap<Header, Spent>();

  constructor(
    private readonly send: (message: ToProtocol) => void,
    private readonly parents: Parents,
  ) {}

  /** Prints to a stream ("stdout" or "stderr"). */
  print(name: string, text: string): void {
    const parent = this.parents.current;
    const spent = this.#spentBy(parent);
    const rest = printLimit - spent.characters;
    spent.characters += text.length;
    if (text.length > rest) {
      if (!spent.cut) {
        spent.cut = true;
        this.#write(name, parent, text.slice(0, rest));
        this.#write(
          "stderr",
          parent,
          `\n[output cut: this cell has printed more than ${printLimit.toLocaleString("en")} characters; ${platform.words.keepingOutput}]\n`,
        );
      }
      return;
    }
    this.#write(name, parent, text);
  }

  /** Shows a MIME bundle. */
  show(data: MimeBundle, options: { id?: string; update?: boolean; metadata?: Content } = {}): void {
    const parent = this.parents.current;
    const spent = this.#spentBy(parent);
    if (++spent.displays > displayLimit) {
      if (spent.displays === displayLimit + 1)
        this.print(
          "stderr",
          `\n[output cut: this cell has shown more than ${displayLimit.toLocaleString("en")} displays]\n`,
        );
      return;
    }
    const transient = options.id === undefined ? {} : { display_id: options.id };
    this.publish(options.update === true ? "update_display_data" : "display_data", {
      data,
      metadata: options.metadata ?? {},
      transient,
    });
  }

  /** Sends any message to the front ends. */
  publish(messageType: string, content: Content, buffers?: Uint8Array[]): void {
    this.send({
      type: "publish",
      messageType,
      parent: this.parents.current,
      json: toJson(content),
      ...(buffers ? { buffers } : {}),
    });
  }

  #write(name: string, parent: Header | undefined, text: string): void {
    if (text) this.send({ type: "print", name, text, parent });
  }

  #spentBy(parent: Header | undefined): Spent {
    const spent = (parent && this.#spent.get(parent)) ?? { characters: 0, displays: 0, cut: false };
    if (parent) this.#spent.set(parent, spent);
    return spent;
  }
}
