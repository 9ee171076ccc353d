// @ts-check
import { listing, wrapped } from "../../system/lines.js";

/** @typedef {import("./arguments.js").Command} Command */

/**
 * What the command line can do: every command, and an example of each.
 * @param {readonly Command[]} commands
 */
export function help(commands) {
  return [
    "fall-line teaches the optimizers behind deep learning in TypeScript notebooks.",
    "",
    "Usage: npx fall-line COMMAND [OPTIONS]",
    "",
    "Commands:",
    listing(commands.map(({ name, summary }) => [name, summary])),
    "",
    "Examples:",
    ...commands.map(({ examples: [example] }) => `  npx fall-line ${example}`),
    "",
    "More about one command: npx fall-line COMMAND --help",
  ].join("\n");
}

/**
 * What one command does and takes.
 * @param {Command} command
 */
export function commandHelp(command) {
  const usage = [
    "npx fall-line",
    command.name,
    command.words ?? command.argument ?? command.arguments?.join("|"),
    command.options.length > 0 && "[OPTIONS]",
  ];
  /** @type {[string, string][]} */
  const options = command.options.map(({ name, value, meaning }) => [
    `--${name}${value ? ` ${value}` : ""}`,
    meaning,
  ]);
  return [
    wrapped(`${command.name}: ${command.summary}`),
    "",
    `Usage: ${usage.filter(Boolean).join(" ")}`,
    ...(options.length > 0 ? ["", "Options:", listing(options)] : []),
    "",
    "Examples:",
    ...command.examples.map((example) => `  npx fall-line ${example}`),
  ].join("\n");
}
