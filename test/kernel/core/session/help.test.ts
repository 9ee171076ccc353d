import { expect, test } from "vitest";
import { helpText } from "../../../../src/kernel/core/session/help.ts";

const part = (text: string) => ({ kind: "text", text });

test.each<[what: string, info: Parameters<typeof helpText>[0], text: string]>([
  ["its types alone", info("const a: number"), "const a: number"],
  ["what it is for, then its types", info("class Ball", "A ball.\n"), "A ball.\n\nclass Ball"],
  [
    "its parameters by name, and what else is told without the tag",
    info("f(a)", "Does.", ["param", "a", " a number"], ["returns", "another"], ["internal"]),
    "Does.\n\n@param a a number\nanother\n\nf(a)",
  ],
  [
    "what it throws, and an example",
    info("f()", "", ["throws", "Error for a bad start"], ["example", "f(1)"]),
    "throws Error for a bad start\nfor example:\nf(1)\n\nf()",
  ],
  ["tags alone", info("f()", "", ["deprecated", "since 2"]), "since 2\n\nf()"],
  ["no word of where it was imported", info("(alias) const adam: Rule\nimport adam"), "const adam: Rule"],
  ["an alias in the midst", info("f(x: (alias) y)"), "f(x: (alias) y)"],
  ["nothing", { textSpan: { start: 0, length: 0 } } as never, ""],
])("what is known of a name: %s", (_, given, text) => {
  expect(helpText(given)).toBe(text);
});

function info(types: string, documentation = "", ...tags: string[][]): Parameters<typeof helpText>[0] {
  return {
    displayParts: Array.from(types, part),
    documentation: [part(documentation)],
    tags: tags.map(([name = "", ...text]) => ({
      name,
      ...(text.length > 0 ? { text: text.map(part) } : {}),
    })),
  } as never;
}
