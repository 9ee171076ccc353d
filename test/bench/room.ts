import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { connect } from "node:net";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { Crowd, type Place } from "../room/crowd.ts";

const SEATS = 1000;
const QUESTION = "momentum/flip";

/**
 * A thousand phones vote within a second. The room is a process of its own, as an instructor starts it, and the phones are this one:
 * how late this one itself was is told beside.
 */
export async function benchRoom(): Promise<boolean> {
  const { place, pid, end } = await opened();
  try {
    const crowd = await Crowd.of(SEATS, place);
    const told = await spreadOf(crowd);
    const own = monitorEventLoopDelay({ resolution: 1 });
    own.enable();
    const waits = await votes(crowd);
    own.disable();
    const { answered } = (await crowd.deck.until((one) => one.is === "tally" && one.answered === SEATS)) as {
      answered: number;
    };
    const memory = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
    crowd.close();
    const ms = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(0);
    console.log(
      `the phones' own process was late by ${ms(own.percentile(99))} ms (p99), ${ms(own.max)} ms at most`,
    );
    console.log(
      `votes, median, ms: ${quantile(waits, 0.5).toFixed(0)}; at most ${Math.max(...waits).toFixed(0)}`,
    );
    return [
      goal(`a new question at ${SEATS} seats, ms`, told, 200),
      goal(`${SEATS} votes within a second, p99, ms`, quantile(waits, 0.99), 400),
      goal(`votes that were lost`, SEATS - answered, 0),
      goal("memory of the room, MB", memory, 150),
    ].every(Boolean);
  } finally {
    end();
  }
}

/** From the teacher's key to the last phone. */
async function spreadOf(crowd: Crowd): Promise<number> {
  const last = crowd.phones.map(
    (phone) =>
      new Promise<number>((heard) => {
        phone.heard = ({ state }) => state === "open" && heard(performance.now());
      }),
  );
  const start = performance.now();
  await crowd.teach({ request: "open", question: QUESTION, vote: 1 });
  return Math.max(...(await Promise.all(last))) - start;
}

/**
 * All vote within a second, each at its moment over a connection of its own; how long each waits, from before the connection until
 * its answer is there. As bytes on a socket: what a phone does besides takes none of the processors on which the room is measured.
 */
function votes(crowd: Crowd): Promise<number[]> {
  const { base, code } = crowd.place;
  return Promise.all(
    crowd.phones.map(async (phone, i) => {
      const body = JSON.stringify({ question: QUESTION, vote: 1, answer: answerOf(phone) });
      const head = [
        `POST ${base.pathname}${code}/vote HTTP/1.1`,
        `Host: ${base.host}`,
        `Cookie: ${phone.cookie}`,
        "Content-Type: application/json",
        `Content-Length: ${Buffer.byteLength(body)}`,
      ];
      const bytes = [...head, "", body].join("\r\n");
      await pause((1000 * i) / SEATS);
      const start = performance.now();
      const socket = connect(Number(base.port), base.hostname, () => socket.write(bytes));
      const [answer] = (await once(socket, "data")) as [Buffer];
      const waited = performance.now() - start;
      socket.destroy();
      const [, status] = /^HTTP\/1.1 (\d+)/.exec(answer.toString("latin1")) ?? [];
      if (status !== "200") throw new Error(`a vote was answered by ${status}`);
      return waited;
    }),
  );
}

function answerOf(phone: Crowd["phones"][number]): object {
  const open = phone.all.find((one) => one.state === "open");
  if (open?.state !== "open" || open.asked.kind !== "choose") throw new Error(`${QUESTION} is no choice`);
  return { kind: "choose", option: open.asked.options[0]!.name };
}

/** The command as an instructor gives it. */
async function opened(): Promise<{ place: Place; pid: number; end: () => void }> {
  const words = ["src/cli/bootstrap.cjs", "room", "momentum", "--no-browser", "--seats", String(SEATS)];
  const child = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8");
  for await (const more of child.stdout as AsyncIterable<string>) {
    said += more;
    const [, base, code] = /open (http:\/\/\S+\/)([A-Z]{6}) /.exec(said) ?? [];
    const [, key] = /teacher's key: (\S+)/.exec(said) ?? [];
    if (base === undefined || code === undefined || key === undefined) continue;
    return { place: { base: new URL(base), code, key }, pid: child.pid!, end: () => child.kill() };
  }
  throw new Error(`the room did not open: ${said}`);
}

function quantile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(share * numbers.length) - 1]!;
}

function goal(what: string, got: number, most: number): boolean {
  console.log(`${what}: ${got.toFixed(0)}; goal ${most}`);
  return got <= most;
}
