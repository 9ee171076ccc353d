import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { Wire } from "../../../../src/kernel/node/protocol/wire.ts";

const text = (frames: readonly (Uint8Array | string)[]) =>
  frames.map((frame) => Buffer.from(frame).toString());
const bytes = (frames: readonly (Uint8Array | string)[]) => frames.map((frame) => Buffer.from(frame));

const header = {
  msg_id: "m1",
  msg_type: "execute_request",
  session: "s",
  username: "u",
  date: "d",
  version: "5.4",
};
const body = [JSON.stringify(header), '{"msg_id":"m0"}', '{"meta":1}', '{"code":"1"}'];

/** The signature as the Jupyter protocol defines it: HMAC-SHA256 of the four parts, in hexadecimal digits. */
const signature = (key: string, parts: readonly string[]) =>
  createHmac("sha256", key).update(parts.join("")).digest("hex");

const signed = (parts: readonly string[], key = "key") => ["<IDS|MSG>", signature(key, parts), ...parts];

describe("a message that comes", () => {
  test("is read part by part", () => {
    const message = new Wire("key").read(bytes(["id1", "id2", ...signed(body), "buffer 1", "buffer 2"]));
    expect({ ...message, identities: text(message.identities), buffers: text(message.buffers) }).toEqual({
      identities: ["id1", "id2"],
      header,
      parent: { msg_id: "m0" },
      metadata: { meta: 1 },
      content: { code: "1" },
      buffers: ["buffer 1", "buffer 2"],
    });
  });

  test("needs no signature when there is no key", () => {
    const message = new Wire("").read(bytes(["<IDS|MSG>", "anything", ...body]));
    expect(message.content).toEqual({ code: "1" });
  });

  const other = [body[0]!, body[1]!, body[2]!, '{"code":"2"}'];
  const without = (name: string) =>
    signed([JSON.stringify({ ...header, [name]: undefined }), ...body.slice(1)]);
  test.each<readonly [string, readonly string[], string]>([
    ["no delimiter", ["id", ...body], "the message has no <IDS|MSG> delimiter"],
    ["nothing after the delimiter", ["<IDS|MSG>"], "the message has too few parts"],
    ["three parts", signed(body.slice(0, 3)), "the message has too few parts"],
    ["no signature", ["<IDS|MSG>", "", ...body], "the message is not signed"],
    ["another key's signature", signed(body, "another"), "the signature does not fit"],
    ["a shorter signature", ["<IDS|MSG>", "abc", ...body], "the signature does not fit"],
    ["another content", ["<IDS|MSG>", signature("key", body), ...other], "the signature does not fit"],
    ["no type", without("msg_type"), "the header lacks msg_type or msg_id"],
    ["no id", without("msg_id"), "the header lacks msg_type or msg_id"],
    ...["[]", "null", "7", '"text"'].map(
      (part) =>
        [part, signed([...body.slice(0, 3), part]), "a part of the message is not an object"] as const,
    ),
  ])("is refused with the reason: %s", (_, frames, reason) => {
    expect(() => new Wire("key").read(bytes(frames))).toThrow(reason);
  });
});

describe("a message that goes", () => {
  const parent = { ...header, msg_id: "asked" };

  test("is addressed, delimited, signed, and carries its parts in order", () => {
    const buffer = Uint8Array.of(1, 2);
    const frames = new Wire("key").write(["a", "b"], "status", parent, { x: 1 }, [buffer], "mine");
    const [a, b, delimiter, sign, head, ...rest] = text(frames.slice(0, -1));
    expect([a, b, delimiter]).toEqual(["a", "b", "<IDS|MSG>"]);
    expect(rest).toEqual([JSON.stringify(parent), "{}", '{"x":1}']);
    expect(frames.at(-1)).toBe(buffer);
    expect(sign).toBe(signature("key", [head!, ...rest]));
    const written = JSON.parse(head!) as typeof header;
    expect(written).toMatchObject({ msg_id: "mine", msg_type: "status", username: "kernel", version: "5.4" });
    expect(new Date(written.date).toISOString()).toBe(written.date);
  });

  test("has an id of its own, the kernel's session, and no parent unless it is given", () => {
    const wire = new Wire("");
    const heads = [1, 2].map(() => {
      const [delimiter, sign, head, ...rest] = text(
        wire.write([], "status", undefined, '{"json":"already"}'),
      );
      expect([delimiter, sign, ...rest]).toEqual(["<IDS|MSG>", "", "{}", "{}", '{"json":"already"}']);
      return JSON.parse(head!) as typeof header;
    });
    expect(heads[0]!.msg_id).not.toBe(heads[1]!.msg_id);
    expect(heads[0]!.session).toBe(heads[1]!.session);
    expect(heads[0]!.session).not.toBe("");
  });
});
