/**
 * Letters of a rule's quantities as plain text with marks for what is raised and lowered: `m̂_{6}`, `v^{max}_{6}`. They
 * read well as they are, and any page can set them without a typesetter.
 */
import { GREEK } from "../math/greek.ts";
import { nameText } from "../math/text.ts";
import type { Rule } from "./rule.ts";
import { texOf } from "./tex.ts";

/** The letter of one of a rule's names; with an index, beside one that it may have of its own. */
export function letterOf(rule: Rule, name: string, index?: string): string {
  const letter = read(texOf(rule, name)) ?? nameText(name);
  if (index === undefined) return letter;
  const [, before, own, after] = /^(.*)_\{(.*?)\}(.*)$/.exec(letter) ?? [];
  return before === undefined ? `${letter}_{${index}}` : `${before}_{${own},${index}}${after}`;
}

const SIGNS: Readonly<Record<string, string>> = {
  ...GREEK,
  ...Object.fromEntries(
    Object.entries(GREEK).map(([name, sign]) => [name[0]!.toUpperCase() + name.slice(1), sign.toUpperCase()]),
  ),
  varepsilon: "ε",
  ell: "ℓ",
  infty: "∞",
  max: "max",
  min: "min",
  "'": "′",
};

const ACCENTS: Readonly<Record<string, string>> = {
  hat: "\u0302",
  bar: "\u0304",
  tilde: "\u0303",
  dot: "\u0307",
};

const PIECE =
  /\\([a-zA-Z]+) *|([_^])(?:\{((?:[^{}]|\{[^{}]*\})*)\}|(\\[a-zA-Z]+|.))|\{([^{}]*)\}|'|[^\\{}]/gu;

/** The letter that a little TeX stands for; nothing where there is more to it. */
function read(tex: string): string | undefined {
  let letter = "";
  let accent = "";
  let end = 0;
  for (const match of tex.matchAll(PIECE)) {
    end += match[0].length;
    const [whole, command, mark, braced, single, group] = match;
    if (mark !== undefined) {
      const inner = read(braced ?? single!);
      if (inner === undefined) return undefined;
      letter += `${mark}{${inner}}`;
    } else if (command !== undefined && Object.hasOwn(ACCENTS, command)) accent = ACCENTS[command]!;
    else if (command === "mathrm" || command === "text" || command === "operatorname") continue;
    else {
      const sign = group === undefined ? signOf(command ?? whole, command) : read(group);
      if (sign === undefined) return undefined;
      letter += sign + accent;
      accent = "";
    }
  }
  return end === tex.length ? letter : undefined;
}

/** The sign of a command that is known, or what stands for itself. */
function signOf(name: string, command?: string): string | undefined {
  return Object.hasOwn(SIGNS, name) ? SIGNS[name] : command === undefined ? name : undefined;
}
