import { spawn } from "node:child_process";

/** The program that opens an address in the user's browser, if this session has a screen. */
function opener(
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): [string, ...string[]] | undefined {
  if (platform === "darwin") return ["open"];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler"];
  if (environment["WSL_DISTRO_NAME"]) return ["wslview"];
  // Without a screen xdg-open would run a text browser in this terminal.
  return environment["DISPLAY"] || environment["WAYLAND_DISPLAY"] ? ["xdg-open"] : undefined;
}

/** Opens an address in the user's browser. That there is none is no trouble: the address is printed in any case. */
export function openBrowser(url: string, platform = process.platform, environment = process.env): void {
  const command = opener(platform, environment);
  if (!command) return;
  const [program, ...args] = command;
  const child = spawn(program, [...args, url], { stdio: "ignore", detached: true, windowsHide: true });
  child.once("error", () => undefined);
  child.unref();
}
