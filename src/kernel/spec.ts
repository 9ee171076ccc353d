import { join } from "node:path";

/** The content of kernel.json, for a kernel that runs from a project on a Node. */
export function kernelSpec({ node, projectDir }: { node: string; projectDir: string }): object {
  return {
    argv: [node, join(projectDir, "dist", "kernel", "main.js"), "{connection_file}"],
    display_name: "TypeScript (fall-line)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}
