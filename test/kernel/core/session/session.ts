import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import {
  type Content,
  flagCount,
  type Header,
  type ToProtocol,
} from "../../../../src/kernel/core/channel.ts";
import type { Session } from "../../../../src/kernel/core/session/session.ts";
import { TrackedParents } from "../../../../src/kernel/node/session/parents.ts";
import { onOurCompiler } from "../converter.ts";

/** What a session says of a request. */
export interface Answer {
  reply: Content;
  /** Messages before the reply: their type, and what they hold. */
  said: [type: string, content: Content | string][];
}

export interface Asked {
  session: Session;
  /** The words by which a session is interrupted. */
  flags: Int32Array;
  /** What the session has asked of its host. */
  calls: unknown[][];
  /** Asks for an answer, as the protocol hands requests on. */
  ask(type: string, content: Content, buffers?: Uint8Array[]): Promise<Answer>;
  /** Runs a cell; what it gives as text, or the first line of its error. */
  run(code: string): Promise<unknown>;
}

/** Opens a session in this process, where cells run as in a kernel. */
export async function open(): Promise<Asked> {
  const calls: unknown[][] = [];
  let said: ToProtocol[] = [];
  let count = 0;
  const parents = new TrackedParents();
  const flags = new Int32Array(flagCount);
  const session = await onOurCompiler(async (places) => {
    const { openSession } = await import("../../../../src/kernel/core/session/session.ts");
    const { Modules } = await import("../../../../src/kernel/node/session/modules.ts");
    const { cellRequire } = await import("../../../../src/kernel/node/session/require.ts");
    return openSession({
      places,
      flags,
      parents,
      send: (message) => void said.push(message),
      requireOf: (called, stacks) =>
        cellRequire(join(process.cwd(), "notebook.ts"), new Modules(places, stacks), called),
      refreshModules: () => void calls.push(["refreshModules"]),
      writeModule: (...given) => void calls.push(["writeModule", ...given]),
      stopTimers: (header) => void calls.push(["stopTimers", header?.msg_id]),
      allowInput: (header, allowed) => void calls.push(["allowInput", header.msg_id, allowed]),
    });
  });

  async function ask(msg_type: string, content: Content, buffers: Uint8Array[] = []): Promise<Answer> {
    const id = ++count;
    const header = { msg_type, msg_id: `m${String(id)}` } as Header;
    said = [];
    await session.requests.answer({ type: "request", id, header, content, buffers, count: id });
    const reply = said.pop();
    if (reply?.type !== "reply" || reply.id !== id) throw new Error("the last word is no reply");
    return { reply: JSON.parse(reply.json) as Content, said: said.map(readMessage) };
  }

  return {
    session,
    flags,
    calls,
    ask,
    async run(code) {
      const { said: heard, reply } = await ask("execute_request", { code });
      if (reply["status"] === "error") return `${String(reply["ename"])}: ${String(reply["evalue"])}`;
      const result = heard.find(([type]) => type === "execute_result")?.[1] as { data: Content } | undefined;
      return result?.data["text/plain"];
    },
  };
}

let shared: Promise<Asked> | undefined;

/** The session that files of tests share which are in one process, one after another. */
export const sharedSession = (): Promise<Asked> => (shared ??= open());

function readMessage(message: ToProtocol): [string, Content | string] {
  if (message.type === "print") return [message.name, message.text];
  if (message.type !== "publish") return [message.type, {}];
  return [message.messageType, JSON.parse(message.json) as Content];
}

/** Lines of a traceback without colours. */
export function plainLines(content: Content): string[] {
  return (content["traceback"] as string[]).flatMap((line) => stripVTControlCharacters(line).split("\n"));
}
