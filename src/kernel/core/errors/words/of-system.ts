/** What an error of the operating system carries besides its message. */
export interface SystemError {
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly path?: unknown;
  readonly dest?: unknown;
}

/** What can be done, by the system's code of the error. */
const cures: Readonly<Record<string, string>> = {
  EEXIST:
    "something of this name is there already; a folder that may be there is made so: mkdirSync(name, { recursive: true })",
  EISDIR: "this is a folder: name a file in it, or list what it holds with readdirSync(name)",
  ENOTDIR: "a part of this path is a file, and not a folder",
  ENOTEMPTY: "the folder is not empty; what goes with all that it holds: rmSync(name, { recursive: true })",
  EACCES: "this is not allowed to you here; take a place of your own, or a port from 1024 on",
  EPERM: "this is not allowed to you here",
  EADDRINUSE:
    "something listens at this port already, perhaps a server of an earlier cell: close it with server.close(), or listen at port 0, for one that is free",
  ECONNREFUSED: "nothing listens at this address; is it right, and is the server running?",
  ECONNRESET: "the other side has ended the connection",
  ENOTFOUND: "no machine of this name was found; is it right, and is there a network?",
  EAI_AGAIN: "no machine of this name was found; is it right, and is there a network?",
  ETIMEDOUT: "it took longer than it may; give it more time, or less to do",
};

/** Advice for what the operating system has refused; undefined where we have none. */
export function helpOfSystem({ code, syscall, path, dest }: SystemError): string | undefined {
  if (typeof code !== "string") return undefined;
  if (code !== "ENOENT") return Object.hasOwn(cures, code) ? cures[code] : undefined;
  if (String(syscall).startsWith("spawn"))
    return "there is no program of this name; is it right, and is the program installed?";
  const named = syscall === "chdir" ? dest : path;
  return typeof named === "string" ? absent(named, syscall === "open") : undefined;
}

/** A file or a folder that is not there; of what is to be written its folder may be missing. */
function absent(path: string, isOpened: boolean): string {
  const [, folder] = /^(.*)[\\/]/.exec(path) ?? [];
  const isOfRoot = /^([\\/]|[A-Za-z]:)/.test(path);
  const where = isOfRoot
    ? "; is this where it lies?"
    : " in the folder where the kernel looks; is it beside the notebook?";
  const made =
    isOpened && folder && !isOfRoot
      ? ` If it is to be written, its folder comes first: mkdirSync("${folder}", { recursive: true })`
      : "";
  return `there is no \`${path}\`${where}${made}`;
}
