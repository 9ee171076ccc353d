/** Users of this machine, made for a test, and what can be asked of them. Only root can. */
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";

export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly home: string;
}

/** Whether such users can be made here. */
export const canMakeAccounts = process.platform === "linux" && process.getuid?.() === 0;

export function makeAccount(): Account {
  const name = `fl-${randomBytes(4).toString("hex")}`;
  const home = `/home/${name}`;
  execFileSync("useradd", ["--create-home", "--home-dir", home, "--shell", "/bin/sh", name]);
  return { name, uid: Number(execFileSync("id", ["-u", name], { encoding: "utf8" })), home };
}

export function removeAccount({ name, uid }: Account): void {
  for (const { pid } of processesOf(uid)) process.kill(pid, "SIGKILL");
  spawnSync("userdel", ["--remove", name]);
}

export interface Running {
  readonly pid: number;
  readonly command: string;
}

/** The processes of a user that are running. */
export function processesOf(uid: number): Running[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const isTheirs = statSync(`/proc/${name}`).uid === uid;
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return isTheirs && command !== "" ? [{ pid: Number(name), command }] : [];
      } catch {
        return []; // It has just ended.
      }
    });
}

/** How much memory (in MB) a process takes, what it shares with others divided among them. */
export function memoryOf(pid: number): number {
  const [, kilobytes] = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))!;
  return Number(kilobytes) / 1024;
}

/** What a program says that is run as a user. */
export function runAs({ uid, home }: Account, program: string, args: readonly string[]): string {
  const { stdout, stderr } = spawnSync(program, args, {
    uid,
    gid: uid,
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", HOME: home },
    encoding: "utf8",
  });
  return stdout + stderr;
}

/** The ports that a user's processes listen on. */
export function portsOf(uid: number): number[] {
  const LISTENING = "0A";
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) =>
    readFileSync(table, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === LISTENING && Number(fields[7]) === uid)
      .map((fields) => parseInt(fields[1]!.split(":")[1]!, 16)),
  );
}
