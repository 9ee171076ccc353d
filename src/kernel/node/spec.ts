import { join } from "node:path";
import { KERNEL } from "../../language.ts";

/** The content of kernel.json, for a kernel that runs from a project on a Node. */
export function kernelSpec({ node, projectDir }: { node: string; projectDir: string }): object {
  return {
    argv: [node, join(projectDir, "dist", "kernel", "main.js"), "{connection_file}"],
    display_name: KERNEL.display_name,
    language: KERNEL.language,
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}
