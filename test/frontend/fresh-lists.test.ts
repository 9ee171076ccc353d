import { expect, test } from "vitest";
import { askAgainForOldLists } from "../../src/frontend/running/fresh-lists.ts";

/** A server whose answers come when they are let go, in any order, each with how many were asked for before. */
function server() {
  const waiting: { request: Request; answer: () => void }[] = [];
  const settings = {
    fetch: (request: Request) =>
      new Promise<Response>((resolve) => {
        const count = waiting.length;
        waiting.push({ request, answer: () => resolve(new Response(String(count))) });
      }),
  };
  askAgainForOldLists(settings);
  const ask = async (path: string, method = "GET"): Promise<string> =>
    (await settings.fetch(new Request(`http://localhost:8888/${path}`, { method }))).text();
  const answer = async (i: number): Promise<void> => {
    waiting[i]!.answer();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { ask, answer, asked: () => waiting.length };
}

test.each([
  ["api/kernels?1", "api/sessions?2", "POST"],
  ["api/sessions", "base/api/kernels/12", "DELETE"],
  ["base/api/sessions?1", "base/api/sessions/3", "PATCH"],
])("a list %s during which %s was asked by %s is asked for again", async (list, path, method) => {
  const { ask, answer, asked } = server();
  const listed = ask(list);
  const changed = ask(path, method);
  await answer(1);
  expect(await changed).toBe("1");
  await answer(0);
  expect(asked()).toBe(3);
  await answer(2);
  expect(await listed).toBe("2");
});

test.each([
  ["what is no list", "api/kernels/12", "api/sessions", "POST"],
  ["a list during which another was read", "api/kernels", "api/sessions", "GET"],
  ["a list during which a file was saved", "api/kernels", "api/contents/a.ipynb", "PUT"],
])("%s is asked for once", async (_, path, other, method) => {
  const { ask, answer, asked } = server();
  const first = ask(path);
  const second = ask(other, method);
  await answer(1);
  await answer(0);
  expect([await first, await second, asked()]).toEqual(["0", "1", 2]);
});
