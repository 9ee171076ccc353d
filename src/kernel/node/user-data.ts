import { homedir } from "node:os";
import { join } from "node:path";

/** Where Jupyter keeps what is a user's own. */
export function userData(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const { JUPYTER_DATA_DIR, APPDATA, XDG_DATA_HOME } = environment;
  if (JUPYTER_DATA_DIR) return JUPYTER_DATA_DIR;
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  if (platform === "win32") return join(APPDATA ?? join(home, "AppData", "Roaming"), "jupyter");
  return join(XDG_DATA_HOME || join(home, ".local", "share"), "jupyter");
}
