import { LANGUAGE } from "../../../language.ts";
import type { Content } from "../channel.ts";
import { protocolVersion } from "./message.ts";

declare const FALL_LINE_VERSION: string;

/** The answer to kernel_info_request. */
export function kernelInfo(runtime: string, note: string | undefined): Content {
  const banner = `fall-line ${FALL_LINE_VERSION}: TypeScript ${LANGUAGE.version} on ${runtime}`;
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "fall-line",
    implementation_version: FALL_LINE_VERSION,
    language_info: LANGUAGE,
    banner: note === undefined ? banner : `${banner}\n${note}`,
    debugger: false,
    supported_features: [],
    help_links: [
      { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" },
    ],
  };
}
