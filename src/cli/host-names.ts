import { hostIn } from "../system/own-hosts.ts";
import { UserError } from "../system/user-error.js";

/** What this machine is called besides, as `--host NAME` says. @throws UserError where that is no name of a host alone */
export function hostsAsked(names: readonly string[] = []): string[] {
  return names.map((name) => {
    const host = hostIn(`http://${name}`);
    if (host !== undefined && !/[/?#@\\]|:\d*$/.test(name.replace(/\[.*\]/, ""))) return host;
    throw new UserError(
      `--host must be the name of a host alone, got ${name}`,
      "Example: --host lessons.example.org.",
    );
  });
}
