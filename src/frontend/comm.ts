/** One question to a kernel and its answer, over a comm: the little that is used of JupyterLab's kernels. */

interface Comm {
  onMsg: (message: { readonly content: { readonly data: unknown } }) => void;
  onClose: () => void;
  open(data: unknown): { readonly done: Promise<unknown> };
  close(): unknown;
}

export interface Kernel {
  readonly id: string;
  readonly status: string;
  createComm(target: string): Comm;
}

/**
 * Asks a kernel something. A busy kernel answers when it has time.
 * @returns its answer; nothing when it does not know what is asked
 */
export function askKernel(kernel: Kernel, target: string, question: unknown): Promise<unknown> {
  const comm = kernel.createComm(target);
  return new Promise((resolve) => {
    comm.onMsg = ({ content }) => {
      resolve(content.data);
      comm.close();
    };
    comm.onClose = () => resolve(undefined);
    comm.open(question).done.catch(() => resolve(undefined));
  });
}
