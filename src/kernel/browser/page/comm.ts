import type { Content } from "../../core/channel.ts";

/** What a comm has said, as cards read it. */
export interface CommMessage {
  readonly content: { readonly data: unknown };
}

/** The page's side of a conversation with the kernel; it has the form that JupyterLab's has. */
export class PageComm {
  /** Called with what the kernel says, and when it has ended the conversation. */
  onMsg: (message: CommMessage) => void = () => undefined;
  onClose: () => void = () => undefined;

  constructor(
    private readonly id: string,
    private readonly target: string,
    private readonly tell: (type: string, content: Content) => Promise<unknown>,
  ) {}

  open(data: unknown): { readonly done: Promise<unknown> } {
    return { done: this.tell("comm_open", { comm_id: this.id, target_name: this.target, data }) };
  }

  send(data: unknown): void {
    void this.tell("comm_msg", { comm_id: this.id, data });
  }

  close(): void {
    void this.tell("comm_close", { comm_id: this.id, data: {} });
  }
}
