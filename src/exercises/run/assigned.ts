/** Which line of a student's text computes a quantity, where that is certain: told by the text alone, without running it. */

/** Names that every text may use. */
const COMMON = [
  "Math",
  "Array",
  "Float64Array",
  "const",
  "let",
  "var",
  "return",
  "of",
  "in",
  "for",
  "function",
  "new",
  "true",
  "false",
  "null",
  "undefined",
];

/**
 * The only statement of a step that assigns a quantity, in one line.
 * @param quantity "w", or the name of a state, as it is returned
 * @param states the other quantities that are returned: it may be computed from them
 * @returns nothing where several assign it, or where it is computed from what other statements of the text compute
 */
export function assignmentOf(
  source: string,
  quantity: string,
  states: readonly string[],
): string | undefined {
  const [head, body] = partsOf(source);
  // A choice between two values has two places.
  if (/\?(?!\.)|\bif\b|\bswitch\b/.test(body)) return undefined;
  const holder = holderOf(body, quantity);
  if (holder === undefined) return undefined;
  const statement = "inline" in holder ? holder.inline : onlyAssignment(body, holder.name);
  if (statement === undefined || ROOM_IN_OBJECT.test(statement)) return undefined;
  if ("inline" in holder && isChangedInObject(body, quantity)) return undefined;
  // What is used for something else too may be right there, and wrong to be returned as w.
  if (quantity === "w" && "name" in holder && holder.name !== "w" && usesOf(body, holder.name) > 2)
    return undefined;
  const others = states.flatMap((state) => namesOf(holderOf(body, state)));
  const own = namesOf(holder);
  const rest = ["w", ...states].filter((one) => one !== quantity);
  if (rest.some((one) => namesOf(holderOf(body, one)).some((name) => own.includes(name)))) return undefined;
  const given = wordsOf(head).filter((word) => ![...own, ...others].includes(word));
  if (given.some((word) => wordsOf(statement).includes(word) && isAssigned(body, word))) return undefined;
  const counters = [...body.matchAll(/for\s*\(\s*(?:const|let|var)\s+([\w$]+|\[[^\]]*\])/g)].flatMap(
    ([, names]) => wordsOf(names!),
  );
  const known = new Set([
    ...COMMON,
    ...wordsOf(head),
    ...others,
    ...own,
    ...counters,
    ...parametersIn(statement),
  ]);
  return wordsOf(statement).every((word) => known.has(word)) ? statement : undefined;
}

/** `out.m[i] -= ...`: what an object was made with is not what it is returned with. */
function isChangedInObject(body: string, name: string): boolean {
  const entry = String.raw`\s*(?:\[[^\]]*\]\s*)?`;
  return new RegExp(
    String.raw`\.${name}\b(?:${entry}(?:[-+*/%]|\*\*)?=(?![=>])|\.(?:push|fill|splice|set)\b)`,
  ).test(body);
}

/** The only statement of a function that has no other: what it returns, in one line. */
export function onlyStatementOf(source: string): string | undefined {
  const [, body] = partsOf(source);
  const text = body.trim().replace(/^\{\s*([\s\S]*?)\s*\}$/, "$1");
  const [first = "", ...others] = text.split(";").filter((part) => part.trim() !== "");
  const isOne = others.length === 0 && !/\b(const|let|var|for|while|if)\b|\?|\{/.test(first);
  return isOne ? oneLine(first) : undefined;
}

/** What a function returns, with what it names before put in the place of the names; nothing where it does more. */
export function inlinedStatementOf(source: string): string | undefined {
  const [, body] = partsOf(source);
  const text = body.trim().replace(/^\{([^]*)\}$/, "$1");
  const statements = text.split(/[;\n]/).filter((part) => part.trim() !== "");
  const last = /^\s*return\b([^={?]*)$/.exec(statements.pop() ?? "")?.[1];
  const all = statements.map((one) => /^\s*const (\w+) = ([^={?,]*)$/.exec(one));
  if (last === undefined || !all.every((one) => one !== null)) return undefined;
  return all.reduceRight(
    (said, [, name, value]) => said.replace(new RegExp(`(?<![\\w$.])${name!}\\b`, "g"), () => `(${value!})`),
    last,
  );
}

/** What stands before the body of a function, and the body. */
export function partsOf(source: string): [head: string, body: string] {
  const hasList = /^\s*(?:function\b[^(]*)?\(/.test(source);
  const at = hasList ? endOf(source, source.indexOf("(")) : 0;
  const arrow = source.indexOf("=>", at);
  const start = source.trimStart().startsWith("function") || arrow < 0 ? at : arrow + 2;
  return [source.slice(0, start), source.slice(start)];
}

/** Behind the bracket that closes the one at a place. */
function endOf(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if ("([{".includes(text[i]!)) depth += 1;
    if (")]}".includes(text[i]!) && (depth -= 1) === 0) return i + 1;
  }
  return text.length;
}

/** What holds a quantity when it is returned: a variable, or an expression in its place. */
type Holder = { readonly name: string } | { readonly inline: string };

const namesOf = (holder: Holder | undefined): string[] =>
  holder !== undefined && "name" in holder ? [holder.name] : [];

export function holderOf(body: string, quantity: string): Holder | undefined {
  const keys = [...body.matchAll(new RegExp(`(?<![\\w$.])${quantity}\\s*:\\s*`, "g"))];
  if (keys.length > 1) return undefined;
  if (keys.length === 0) return { name: quantity };
  const from = keys[0]!.index + keys[0]![0].length;
  const value = statementFrom(body, from, ",");
  if (value === undefined) return undefined;
  return /^[\w$]+$/.test(value) ? { name: value } : { inline: `${quantity}: ${value}` };
}

/** How often a name stands in a text, without where entries are put into it. */
function usesOf(body: string, name: string): number {
  const filling = new RegExp(`(?<![\\w$.])${escaped(name)}(?:\\[[^\\]]*\\]\\s*[-+*/]?=(?![=>])|\\.push\\()`);
  const lines = body.split(/[\n;]/).filter((line) => !filling.test(line));
  return wordsOf(lines.join("\n")).filter((word) => word === name).length;
}

/** Is a name given another value? */
export function isAssigned(body: string, name: string): boolean {
  return new RegExp(`(?<![\\w$.])${escaped(name)}\\s*(?:\\[[^\\]]*\\]\\s*)?(?:[-+*/]|\\*\\*)?=(?![=>])`).test(
    body,
  );
}

const escaped = (name: string): string => name.replaceAll("$", "\\$");

/** The only statement that gives a variable its values; what only makes room for them is none. */
function onlyAssignment(body: string, name: string): string | undefined {
  const it = `(?<![\\w$.])${escaped(name)}`;
  const assigns = new RegExp(
    `(?:\\b(?:const|let|var)\\s+)?${it}\\s*(?:\\[[^\\]]*\\]\\s*)?(?:\\*\\*|[-+*/])?=(?![=>])|${it}\\.push\\(`,
    "g",
  );
  const otherwise = new RegExp(
    `${it}\\.(?:fill|splice|unshift|set|reverse|pop|shift)\\(|[\\[,]\\s*${escaped(name)}\\s*[\\],][^;]*=(?![=>])`,
  );
  if (otherwise.test(body)) return undefined;
  const all = [...body.matchAll(assigns)].map(({ index }) => statementFrom(body, index, ""));
  const giving = all.filter((one) => one === undefined || !MAKES_ROOM.test(one));
  return giving.length === 1 ? giving[0] : undefined;
}

/** `= []`, `= [...m]`, `= m.slice()`, `= new Array(n).fill(0)`, `= m.map(() => 0)` */
const MAKES_ROOM =
  /=\s*(?:\[\s*(?:\.\.\.[\w$.]+)?\s*\]|[\w$.]+\.slice\(\)|Array\.from\([\w$.]+\)|(?:new )?(?:Array|Float64Array)\([^)]*\)(?:\.fill\(0\))?|[\w$.]+\.map\(\(\) => 0\))$/;

/** `m: []`, into which entries are put on other lines. */
const ROOM_IN_OBJECT = /^\w+: \[\]$/;

/** From a place to the end of its statement, in one line where it is short enough to be quoted. */
function statementFrom(text: string, from: number, until: string): string | undefined {
  let depth = 0;
  let at = from;
  for (; at < text.length; at++) {
    const one = text[at]!;
    if ("([{".includes(one)) depth += 1;
    if (")]}".includes(one) && (depth -= 1) < 0) break;
    if (depth === 0 && (one === ";" || one === until)) break;
    if (depth === 0 && one === "\n" && !goesOn(text, at)) break;
  }
  const statement = oneLine(text.slice(from, at));
  return statement.length <= LONGEST ? statement : undefined;
}

/** Does a statement go on behind this line? */
function goesOn(text: string, lineEnd: number): boolean {
  return /[-+*/=(,?:&|]\s*$/.test(text.slice(0, lineEnd)) || /^\s*[-+*/.?:&|)]/.test(text.slice(lineEnd));
}

const LONGEST = 110;

const oneLine = (text: string): string => text.trim().replace(/\s*\n\s*/g, " ");

/** Names in a text, without those behind a dot and the keys of objects. */
export function wordsOf(text: string): string[] {
  return [...text.matchAll(/(?<![\w$.])[A-Za-z_$][\w$]*(?![\w$])(?!\s*:)/g)].map(([word]) => word);
}

/** What the functions in a text call their arguments. */
function parametersIn(text: string): string[] {
  return [...text.matchAll(/(?:\(([^()]*)\)|([\w$]+))\s*=>/g)].flatMap(([, many, one]) =>
    wordsOf(many ?? one!),
  );
}
