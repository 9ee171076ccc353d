import { createServer } from "node:net";
import { UserError } from "../system/user-error.js";
import { wholeOption } from "../system/whole-option.ts";

const FIRST = 8888;
const TRIES = 100;

/** Whether a server can listen on a port of this machine. */
async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** The port to serve on: the one that was asked for, and no other, or the first free one. */
export async function choosePort(asked: string | undefined, free = isFree): Promise<number> {
  if (asked !== undefined) {
    const port = wholeOption("port", asked, 1, 65535, 9000);
    if (await free(port)) return port;
    throw new UserError(
      `Port ${port} is taken by another program, or not yours to use`,
      "Choose another port, or leave --port out: the first free one is taken then.",
    );
  }
  for (let port = FIRST; port < FIRST + TRIES; port++) if (await free(port)) return port;
  throw new UserError(
    `All ports from ${FIRST} to ${FIRST + TRIES - 1} are taken`,
    "Choose another one with --port N.",
  );
}
