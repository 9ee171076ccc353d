import { join } from "node:path";
import { KERNEL } from "../../language.ts";

export interface KernelPlace {
  /** The Node that it runs on. */
  readonly node: string;
  /** The folder that it was built in. */
  readonly kernelDir: string;
  /** Whether it is to take little memory rather than be quick; such a kernel starts from no snapshot. */
  readonly small?: boolean;
}

/** What Node is told for little memory: a session takes a fifth less, and code that makes many small lists is a little slower. */
const FOR_SIZE = ["--optimize-for-size"];

/** The content of kernel.json. */
export function kernelSpec({ node, kernelDir, small = false }: KernelPlace): object {
  return {
    argv: [node, ...(small ? FOR_SIZE : []), join(kernelDir, "main.js"), "{connection_file}"],
    display_name: KERNEL.display_name,
    language: KERNEL.language,
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}
