import { ts } from "../../compiler/typescript.ts";
import { nodeAt, quoted, type Scene, type Words } from "./scene.ts";

/** A parameter without a type. */
export function parameterWords({ diagnostic, message }: Scene): Words {
  const name = quoted(message)[0] ?? "x";
  const parameter = ts.findAncestor(nodeAt(diagnostic), ts.isParameter);
  const isArrow = parameter !== undefined && ts.isArrowFunction(parameter.parent);
  return {
    reason: `the parameter \`${name}\` has no type`,
    help: isArrow
      ? `write (${name}: number) => ..., or what else ${name} is`
      : `write ${name}: number, or what else ${name} is`,
  };
}

/** What may be missing where it is used. */
export function missingWords({ message }: Scene): Words {
  const name = quoted(message)[0];
  const [what, ask] = name === undefined ? ["the value", "it"] : [`\`${name}\``, name];
  const nothing = /'null'/.test(message) ? "null" : "undefined";
  return {
    reason: `${what} may be ${nothing}: it may have no value`,
    help: `ask first: if (${ask === "it" ? "..." : ask} !== ${nothing}) { ... }`,
  };
}

/** What was caught, of which nothing is known. */
export function caughtWords({ message }: Scene): Words {
  const name = quoted(message)[0] ?? "it";
  return {
    reason: `nothing is known of \`${name}\`: it may be anything`,
    help: `ask first: if (${name} instanceof Error) { ... }`,
  };
}

/** Too many arguments, or too few. */
export function argumentWords({ diagnostic }: Scene): Words | undefined {
  const argumentMissing = 6210;
  const missing = diagnostic.relatedInformation?.find(({ code }) => code === argumentMissing);
  if (!missing) return undefined;
  const text = ts.flattenDiagnosticMessageText(missing.messageText, " ");
  return { help: text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "") };
}
