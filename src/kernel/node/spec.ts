import { join } from "node:path";
import { KERNEL } from "../../language.ts";

/** The content of kernel.json, for a kernel that was built in a folder and runs on a Node. */
export function kernelSpec({ node, kernelDir }: { node: string; kernelDir: string }): object {
  return {
    argv: [node, join(kernelDir, "main.js"), "{connection_file}"],
    display_name: KERNEL.display_name,
    language: KERNEL.language,
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}
