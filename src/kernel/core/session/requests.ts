import type * as TS from "typescript";
import { completeness } from "../cell/prepare.ts";
import type { Content, ToSession } from "../channel.ts";
import type { CellConverter } from "../compiler/converter.ts";
import type { Comms } from "./comms.ts";
import { completion, type Completions } from "./completion.ts";
import { askedOf, helpText } from "./help.ts";
import { symbolCompletion } from "./symbols.ts";
import type { SessionHost } from "./host.ts";
import type { Turns } from "./turns.ts";
import { toJson } from "../json.ts";
import { errorText } from "../errors/run-time.ts";
import type { Cells } from "./cells.ts";
import { fromCodePoints } from "./positions.ts";

type Request = Extract<ToSession, { type: "request" }>;

/** What requests are answered with. */
interface RequestsParts {
  readonly host: SessionHost;
  readonly cells: Cells;
  readonly converter: CellConverter;
  readonly comms: Comms;
  readonly turns: Turns;
}

/** Answers the requests that need the compiler or the cells. */
export class Requests {
  #active = 0;

  constructor(private readonly parts: RequestsParts) {}

  /** True while a request is being answered. */
  get isBusy(): boolean {
    return this.#active > 0;
  }

  async answer(request: Request): Promise<void> {
    this.parts.cells.endTrials();
    if (!this.parts.turns.begin(request.id)) return;
    let content: Content;
    this.#active++;
    try {
      content = await this.#content(request);
    } catch (error) {
      content = {
        status: "error",
        ename: "KernelError",
        evalue: errorText(error),
        traceback: [errorText(error)],
      };
    }
    this.#active--;
    this.parts.host.send({ type: "reply", id: request.id, status: content["status"], json: toJson(content) });
    this.parts.turns.enterStudentCode();
  }

  #content(request: Request): Content | Promise<Content> {
    const { content, header, count } = request;
    const code = typeof content["code"] === "string" ? content["code"] : "";
    switch (header.msg_type) {
      case "execute_request": {
        const asked = askedOf(code, this.parts.converter.namesWith(""));
        if (asked !== undefined) return this.#help(asked, count, code.includes("??"));
        const silent = content["silent"] === true;
        const expressions = (content["user_expressions"] ?? {}) as Record<string, string>;
        this.parts.host.allowInput(header, content["allow_stdin"] === true);
        return this.parts.cells.execute({ header, code, count, silent, expressions });
      }
      case "complete_request":
        return this.#complete(code, fromCodePoints(code, content["cursor_pos"]));
      case "inspect_request":
        return this.#inspect(
          code,
          fromCodePoints(code, content["cursor_pos"]),
          content["detail_level"] === 1,
        );
      case "is_complete_request":
        return { ...completeness(code) };
      case "comm_info_request":
        return this.parts.comms.info(content["target_name"]);
      default:
        return this.#comm(request);
    }
  }

  /** A cell that is a name and a question mark asks what the name is; with two, for its source too. */
  #help(name: string, count: number, withSource: boolean): Content {
    const { data } = this.#inspect(name, name.length, withSource) as { data: { "text/plain"?: string } };
    const text = { "text/plain": data["text/plain"] ?? `nothing is known of ${name}` };
    const payload = [{ source: "page", data: text, start: 0 }];
    return { status: "ok", execution_count: count, payload, user_expressions: {} };
  }

  /** Comm messages go to code of the student's or the library's, which may throw or loop as any other. */
  async #comm({ header, content, buffers }: Request): Promise<Content> {
    await this.parts.turns.run(header, () => this.parts.comms.receive(header, content, buffers));
    return {};
  }

  #complete(code: string, position: number): Content {
    const symbol = symbolCompletion(code, position);
    if (symbol !== undefined) return symbol;
    // tslab's declarations speak of a compiler of its own.
    const found = this.parts.converter.complete("", code, position) as unknown as Completions;
    return completion(code, position, found, this.parts.converter.namesWith(code));
  }

  #inspect(code: string, position: number, withSource: boolean): Content {
    const info = this.parts.converter.inspect("", code, position) as unknown as TS.QuickInfo | undefined;
    if (!info) return { status: "ok", found: false, data: {}, metadata: {} };
    const end = position + /^[\w$]*/.exec(code.slice(position))![0].length;
    const [name] = /[\w.$]*$/.exec(code.slice(0, end))!;
    const source = withSource ? this.parts.converter.sourceOf(name) : undefined;
    const told = source === undefined ? helpText(info) : `${helpText(info)}\n\n${source}`;
    return { status: "ok", found: true, data: { "text/plain": told }, metadata: {} };
  }
}
