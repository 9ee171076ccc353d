import { InputError } from "../errors.ts";

/**
 * Calls back with what plotly.js complains of where nobody waits for it: while it draws its next picture, or after a click.
 * @param isMine whether it can only be this chart's
 */
export function watchUncaught(
  isMine: () => boolean,
  failed: (error: InputError) => void,
): { stop: () => void } {
  const heard = (event: ErrorEvent | PromiseRejectionEvent): void => {
    const error: unknown = "reason" in event ? event.reason : event.error;
    if (!(error instanceof InputError) || !isMine()) return;
    event.preventDefault();
    failed(error);
  };
  addEventListener("error", heard);
  addEventListener("unhandledrejection", heard);
  return {
    stop: () => {
      removeEventListener("error", heard);
      removeEventListener("unhandledrejection", heard);
    },
  };
}
