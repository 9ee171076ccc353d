import { KernelManager, ServerConnection } from "@jupyterlab/services";
import type { Jupyter } from "./jupyter.ts";

/** How JupyterLab's own client library reaches a server, and the kernels there. */
export function clientOf(jupyter: Jupyter): {
  serverSettings: ServerConnection.ISettings;
  kernels: KernelManager;
} {
  const { origin, searchParams } = new URL(jupyter.url(""));
  const serverSettings = ServerConnection.makeSettings({
    baseUrl: `${origin}/`,
    wsUrl: `${origin.replace("http", "ws")}/`,
    token: searchParams.get("token")!,
    appendToken: true,
  });
  return { serverSettings, kernels: new KernelManager({ serverSettings }) };
}
