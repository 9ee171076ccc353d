import { Server } from "../../core/protocol/server.ts";
import { type KernelMessage, PageTransport } from "./transport.ts";
import { type Parts, WorkerSession } from "./worker-session.ts";

/** What lies between a page and a session. */
export interface Line {
  readonly session: WorkerSession;
  readonly transport: PageTransport;
}

/**
 * Begins a session, and the protocol before it.
 * @param note what the student is to be told before anything else
 * @param lost is told why the session has ended, unless it was asked to, and whether it had come to its start
 */
export function beginLine(
  parts: Parts,
  note: string | undefined,
  hear: (said: KernelMessage) => void,
  lost: (server: Server, reason: string, wasReady: boolean) => void,
): Line {
  const transport = new PageTransport(hear);
  const session: WorkerSession = new WorkerSession(parts, {
    hear: (message) => server.hear(message),
    lost: (reason, wasReady) => lost(server, reason, wasReady),
  });
  const server: Server = new Server({ transport, session, runtime: "a page", note });
  void server.start();
  return { session, transport };
}
