/** What Firefox, Safari and QuickJS say of an error, and V8's words for it. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [
    /^can't access property "(.+?)"(?:, .+ is (undefined|null)| of (undefined|null))$/,
    "Cannot read properties of $2$3 (reading '$1')",
  ],
  [
    /^can't access lexical declaration '(.+)' before initialization$/,
    "Cannot access '$1' before initialization",
  ],
  [/^invalid assignment to const '.+'$/, "Assignment to constant variable."],
  [/^too much recursion$/, "Maximum call stack size exceeded"],
  [/^invalid array length$/, "Invalid array length"],
  [/^JSON\.parse: .*$/, "the text is not valid JSON"],
  [/^cannot read property '(.+)' of (undefined|null)$/, "Cannot read properties of $2 (reading '$1')"],
  [/^'(.+)' is not defined$/, "$1 is not defined"],
  [/^'(.+)' is read-only$/, "Assignment to constant variable."],
  [/^(?:lexical variable )?'?([\w$]+)'? is not initialized$/, "Cannot access '$1' before initialization"],
  [
    /^(undefined|null) is not an object \(evaluating '[^=]*\.([\w$]+) = .*'\)$/,
    "Cannot set properties of $1 (setting '$2')",
  ],
  [/^(undefined|null) is not an object \(evaluating '.+ of ([\w$.]+)'\)$/, "$2 is not iterable"],
  [
    /^(undefined|null) is not an object \(evaluating '[^=]*(?:\.([\w$]+)|\[([^[\]]+)\])'\)$/,
    "Cannot read properties of $1 (reading '$2$3')",
  ],
  [/^(.+) is not a function\. \(In '.*', '.*' is .*\)$/s, "$1 is not a function"],
  [/^(Cannot access '.+' before initialization)\.$/, "$1"],
  [/^Can't find variable: (.+)$/, "$1 is not defined"],
  [/^Attempted to assign to readonly property\.$/, "Cannot assign to read only property"],
  [/^Maximum call stack size exceeded\.$/, "Maximum call stack size exceeded"],
  [/^Array (length must be|size is not) a .*integer.*$/, "Invalid array length"],
  [/^JSON Parse error: .*$/, "the text is not valid JSON"],
  [/^JSON\.stringify cannot serialize cyclic structures\.$/, "Converting circular structure to JSON"],
  [
    /^Invalid mix of BigInt and other type in .*$/,
    "Cannot mix BigInt and other types, use explicit conversions",
  ],
  [/^stack overflow$/, "Maximum call stack size exceeded"],
];

/**
 * What an engine's own error says, in V8's words: each engine has words of its own for the same slip.
 * @example inWordsOfV8("too much recursion") // "Maximum call stack size exceeded"
 */
export function inWordsOfV8(message: string): string {
  const known = OTHERS.find(([says]) => says.test(message));
  return known === undefined ? message : message.replace(...known);
}
