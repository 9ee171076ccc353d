import tslab from "tslab/dist/jupyter.js";
import type { Output } from "../session/output.ts";
import { describe, type MimeBundle } from "./bundle.ts";

const displayHost = Symbol.for("fall-line.display");

/**
 * Takes what `display` of the lesson library and that of tslab show, and `console.clear`.
 * @param drawsLive whether figures and cards are drawn live wherever they are shown
 */
export function installDisplayHost(output: Output, drawsLive: boolean): void {
  const show = (bundle: MimeBundle, options: { id?: string; update?: boolean } = {}) =>
    output.show(bundle, options);
  const clear = (wait = false) => output.publish("clear_output", { wait });
  Object.defineProperty(globalThis, displayHost, {
    value: Object.freeze({ show, describe, clear, drawsLive }),
    configurable: true,
  });
  console.clear = () => clear();
  tslab.lastWriteDisplayData = (bundle, update) => {
    const id = bundle.transient["display_id"];
    output.show(bundle.data, {
      ...(typeof id === "string" ? { id } : {}),
      update,
      metadata: bundle.metadata,
    });
  };
}
