import type { Content } from "../channel.ts";
import { protocolVersion } from "./wire.ts";

declare const FALL_LINE_VERSION: string;
declare const TYPESCRIPT_VERSION: string;

/** The answer to kernel_info_request. */
export function kernelInfo(note: string | undefined): Content {
  const banner = `fall-line ${FALL_LINE_VERSION}: TypeScript ${TYPESCRIPT_VERSION} on Node ${process.versions.node}`;
  return {
    status: "ok",
    protocol_version: protocolVersion,
    implementation: "fall-line",
    implementation_version: FALL_LINE_VERSION,
    language_info: {
      name: "typescript",
      version: TYPESCRIPT_VERSION,
      mimetype: "text/typescript",
      file_extension: ".ts",
      pygments_lexer: "typescript",
      codemirror_mode: { name: "javascript", mode: "typescript", typescript: true },
      nbconvert_exporter: "script",
    },
    banner: note === undefined ? banner : `${banner}\n${note}`,
    debugger: false,
    supported_features: [],
    help_links: [
      { text: "TypeScript handbook", url: "https://www.typescriptlang.org/docs/handbook/intro.html" },
    ],
  };
}
