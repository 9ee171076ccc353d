import tslab from "tslab/dist/jupyter.js";
import type { Output } from "../session/output.ts";
import type { MimeBundle } from "./bundle.ts";

const displayHost = Symbol.for("fall-line.display");

/** Takes what `display` of the lesson library and that of tslab show. */
export function installDisplayHost(output: Output): void {
  const show = (bundle: MimeBundle, options: { id?: string; update?: boolean } = {}) =>
    output.show(bundle, options);
  Object.defineProperty(globalThis, displayHost, { value: Object.freeze({ show }), configurable: true });
  tslab.lastWriteDisplayData = (bundle, update) => {
    const id = bundle.transient["display_id"];
    output.show(bundle.data, {
      ...(typeof id === "string" ? { id } : {}),
      update,
      metadata: bundle.metadata,
    });
  };
}
