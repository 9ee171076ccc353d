import { Interrupted } from "../../core/errors/report.ts";
import { errorText } from "../../core/errors/run-time.ts";
import type { Output } from "../../core/session/output.ts";

/** Keeps the session alive whatever a cell does; what goes wrong when it has ended is printed, but what Stop has ended. */
export function protect(output: Pick<Output, "print">): void {
  const tell = (event: Event, what: string, error: unknown): void => {
    event.preventDefault();
    if (!(error instanceof Interrupted)) output.print("stderr", `${what}: ${errorText(error)}\n`);
  };
  addEventListener("error", (event) => tell(event, "Error in a timer or an event", event.error));
  addEventListener("unhandledrejection", (event) =>
    tell(event, "Error in a promise that nothing awaits", event.reason),
  );
  globalThis.close = () => {
    throw new Error("close() would end the session and is not done here; to start anew, restart the kernel");
  };
}
