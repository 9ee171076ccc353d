import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { choosePort } from "../../src/jupyter/ports.ts";

/** A port that a program listens on, and one that nobody does any more. */
async function ports(): Promise<{ taken: number; free: number; end: () => void }> {
  const [busy, gone] = await Promise.all(
    [createServer(), createServer()].map(async (server) => {
      await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
      return { server, port: (server.address() as { port: number }).port };
    }),
  );
  await new Promise((closed) => gone!.server.close(closed));
  return { taken: busy!.port, free: gone!.port, end: () => busy!.server.close() };
}

describe("the port to serve on", () => {
  it("is the one that was asked for, and no other", async () => {
    const { taken, free, end } = await ports();
    expect(await choosePort(String(free))).toBe(free);
    await expect(choosePort(String(taken))).rejects.toMatchObject({
      message: `Port ${taken} is taken by another program, or not yours to use`,
    });
    end();
  });

  it.each(["1", "65535"])("can be %s", async (asked) => {
    expect(await choosePort(asked, () => Promise.resolve(true))).toBe(Number(asked));
  });

  it.each(["0", "65536", "70000", "-1", "80.5", "1e3", "http", "", " 80"])(
    "is not %j, which is no port",
    async (asked) => {
      await expect(choosePort(asked)).rejects.toMatchObject({
        message: `--port must be a whole number from 1 to 65535, got ${asked}`,
      });
    },
  );

  it("is the first free one of a hundred from 8888 on when none was asked for", async () => {
    const from = (first: number) => choosePort(undefined, (port) => Promise.resolve(port >= first));
    expect([await from(1), await from(8890), await from(8987)]).toEqual([8888, 8890, 8987]);
    await expect(from(8988)).rejects.toMatchObject({
      message: "All ports from 8888 to 8987 are taken",
      cure: "Choose another one with --port N.",
    });
  });
});
