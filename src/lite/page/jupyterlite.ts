/** The little that is used of JupyterLite's own modules. */
import type { Content, Header } from "../../kernel/core/channel.ts";

/** A message of Jupyter's protocol, as JupyterLite hands it on. */
export interface LiteMessage {
  readonly channel: "shell" | "control" | "stdin" | "iopub";
  readonly header: Header;
  readonly parent_header: Header | Readonly<Record<string, never>>;
  readonly metadata: Content;
  readonly content: Content;
  readonly buffers?: readonly (ArrayBuffer | ArrayBufferView)[];
}

/** What a kernel is made with. */
export interface KernelOptions {
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly sendMessage: (message: LiteMessage) => void;
}

/** A signal of Lumino. */
export interface Disposed {
  emit(args: undefined): void;
}

/** The kernels that can be started. */
export interface KernelSpecs {
  register(kernel: {
    readonly spec: Readonly<Record<string, unknown>>;
    readonly create: (options: KernelOptions) => Promise<unknown>;
  }): void;
}

/** Who starts and stops them. */
export interface KernelClient {
  interrupt(id: string): Promise<void>;
}
