/** How a line looks that cannot be read, what is wrong with it, and what is written instead. */
interface UnreadLine {
  looks: RegExp;
  /** The first group of what was found is where the caret stands. */
  reason: string | ((found: string[]) => string);
  help: string | ((found: string[]) => string);
}

const declares = String.raw`\b(?:const|let|var)\s+`;
const name = String.raw`[A-Za-z_$][\w$]*`;

/** `my-rate`, `my rate`: as it is written in one word. */
function inOneWord(text: string): string {
  return text.replace(/[-\s]+(\w)/g, (_, letter: string) => letter.toUpperCase());
}

const elsewhere = ([, word]: string[]) => `\`${word!}\` is written so in other languages, not in TypeScript`;

const ofR: Readonly<Record<string, string>> = {
  "%%": "a % b",
  "%/%": "Math.floor(a / b)",
  "%in%": "list.includes(x)",
};

/** What beginners write, and where each has its own words. */
export const unreadLines: readonly UnreadLine[] = [
  {
    looks: /^\s*(%%?\w+(?![\w%])|!\w+)/,
    reason: ([, word]) => `\`${word!}\` is a command of Python's notebooks, and unknown here`,
    help: "a cell holds TypeScript alone; what is for a terminal is typed in a terminal",
  },
  {
    looks: /^\s*(pip3?|npm|npx|conda|git|cd|sudo)\s+[\w.-]/,
    reason: ([, word]) => `\`${word!}\` is a command for a terminal`,
    help: "a cell holds TypeScript alone; type it in a terminal",
  },
  {
    looks: new RegExp(
      String.raw`^\s*(?:final\s+)?(int|float|double|long|short|char|bool|boolean|string|String|number|auto)(?:\[\])?\s+(${name})\s*(?:=|;|$)`,
    ),
    reason: ([, type]) => `\`${type!}\` declares nothing here`,
    help: ([, , variable]) => `write: let ${variable!} = ...`,
  },
  {
    looks: new RegExp(String.raw`^\s*(func|fn|fun|sub|proc)\s+(${name})\s*\(`),
    reason: elsewhere,
    help: ([, , called]) => `write: function ${called!}(x: number) { return x }`,
  },
  {
    looks: new RegExp(String.raw`${declares}(${name})\s*\(([^()]*)\)\s*=[^=]`),
    reason: "a function that is given to a name is written with =>",
    help: ([, called, parameters]) => `write: const ${called!} = (${parameters!}) => ...`,
  },
  {
    looks: new RegExp(String.raw`\bfunction\b\s*(?:${name})?\s*\([^()]*\)\s*(=>)`),
    reason: "after `function ...(...)` follows { ... }, and => stands only where there is no `function`",
    help: "write: function f(x: number) { return x }",
  },
  {
    looks: /^\s*(function)\s*\(/,
    reason: "a function that stands alone has no name",
    help: "write: const f = (x: number) => x ** 2",
  },
  {
    looks: new RegExp(String.raw`\b(function)\s*(?:${name})?\s*\([^()]*\)\s*[^\s{:]`),
    reason: "what a function does stands in { ... }",
    help: "write: (x: number) => x ** 2, or function f(x: number) { return x ** 2 }",
  },
  {
    looks: /(?:[\w)\]]|^)\s*(%%|%\/%|%in%|%\*%|%>%|\|>)\s*[\w([]/,
    reason: ([, sign]) => `\`${sign!}\` is written so in R, not in TypeScript`,
    help: ([, sign]) => `write: ${ofR[sign!] ?? "f(x), where x is what stands before it"}`,
  },
  {
    looks: /\bfor\s*\(\s*(\w+\s+in\s+(\d+):\s*([\w.]+))/,
    reason: ([, range]) => `\`for (${range!})\` is written so in R, not in TypeScript`,
    help: ([, , first, last]) => `write: for (let i = ${first!}; i <= ${last!}; i++) { ... }`,
  },
  {
    looks: /[\w)]\s*(->)/,
    reason: "a function is written with =>, not with ->",
    help: "write: (x: number) => x + 1",
  },
  {
    looks: /=>\s*(return)\b/,
    reason: "after => stands the value alone, or { ... } with `return` in it",
    help: "leave `return` out, or write: => { return ... }",
  },
  {
    looks: /(?:[^=!<>]=|\breturn)\s*(if|for|while|switch)\b/,
    reason: ([, word]) => `\`${word!}\` gives no value`,
    help: ([, word]) =>
      word === "for" || word === "while"
        ? "a loop fills a list: for (const x of w) list.push(x)"
        : "of two values one is chosen so: x > 0 ? 1 : 2",
  },
  {
    looks: /\bif\s*\(.*\)\s*[^\s{;]+\s+(else)\b/,
    reason: "what stands before `else` has no end",
    help: "write: if (...) { ... } else { ... }; of two values one is chosen so: x > 0 ? 1 : 2",
  },
  {
    looks: /^\s*(else|catch|finally)\b/,
    reason: ([, word]) =>
      `\`${word!}\` stands alone: it follows the \`}\` of ${word === "else" ? "an `if`" : "a `try`"}`,
    help: ([, word]) => `write: ${word === "else" ? "if (...)" : "try"} { ... } ${word!} { ... }`,
  },
  {
    looks: new RegExp(String.raw`[(,]\s*(${name}\s*:\s*\w+(?:\[\])?)\s*=>`),
    reason: "a parameter with a type stands in brackets",
    help: ([, parameter]) => `write: (${parameter!}) => ...`,
  },
  {
    looks: new RegExp(String.raw`${declares}${name}\s*(===?)`),
    reason: ([, sign]) => `\`${sign!}\` compares; a name gets its value by one =`,
    help: "write: const x = ...",
  },
  {
    looks: new RegExp(String.raw`${declares}(${name}(?:-${name})+)\s*[=:]`),
    reason: "a name has letters, digits and _ in it, and no -",
    help: ([, written]) => `write: ${inOneWord(written!)}`,
  },
  {
    looks: new RegExp(String.raw`${declares}((${name})\s+(number|string|boolean))\s*(?:=|;|$)`),
    reason: "between a name and its type stands a colon",
    help: ([, , variable, type]) => `write: ${variable!}: ${type!}`,
  },
  {
    looks: new RegExp(String.raw`${declares}(${name}(?:\s+${name})+)\s*=[^=]`),
    reason: "a name is one word",
    help: ([, written]) => `write: ${inOneWord(written!)}`,
  },
  {
    looks: new RegExp(String.raw`${declares}(\d+[A-Za-z_]\w*)`),
    reason: "a name does not begin with a digit",
    help: "let it begin with a letter",
  },
  {
    looks: new RegExp(String.raw`${declares}${name}([%#@&?!])`),
    reason: ([, sign]) => `\`${sign!}\` cannot be in a name: it has letters, digits and _`,
    help: "choose another name",
  },
  {
    looks: /(?<![\w.,[(]\s*)(?<![\d.])(\d{1,3},\d+)(?![\d.]*\s*[\])},])/,
    reason: ([, number]) => `\`${number!}\`: a number has no comma in it`,
    help: "the fraction follows a point, as in 0.5, and thousands stand together, as in 1000",
  },
  {
    looks: /[\w)\]]\s*(<>|=<|=!)\s*[\w(-]/,
    reason: elsewhere,
    help: ([, sign]) => `write: ${sign === "=<" ? "<=" : "!=="}`,
  },
  {
    looks: /[\w)\]]\s+(mod|div|xor)\s+[\w(]/,
    reason: elsewhere,
    help: ([, word]) =>
      `write: ${({ mod: "a % b", div: "Math.floor(a / b)" } as Record<string, string>)[word!] ?? "a !== b"}`,
  },
  {
    looks: /^(?!.*(?:=>|\bfunction\b)).*[(,]\s*(([A-Za-z_$][\w$.]*)\?\??)\s*[,)]/,
    reason: ([, asked, called]) => `\`${asked!}\` asks what \`${called!}\` is, and stands alone in its cell`,
    help: ([, asked]) => `leave the ? out here, and write in a cell of its own: ${asked!}`,
  },
  {
    looks: /(?<!\?)(\?)(?![.?])[^:?]*$/,
    reason: "`?` chooses between two values, and the second is missing",
    help: "write: x > 0 ? 1 : 2",
  },
  {
    looks: /\)\s*(then)\b/,
    reason: elsewhere,
    help: "write: if (...) { ... } else { ... }",
  },
  { looks: /\b(until|unless)\b/, reason: elsewhere, help: "write it with `while` or `if`, and ! for not" },
  {
    looks: /^\s*(import|from)\b/,
    reason: "an import is not written so",
    help: 'write: import { momentum } from "fall-line"',
  },
  {
    looks: /(?:^|[(=,])\s*(<[A-Za-z][^>]*>)/,
    reason: "HTML is not TypeScript",
    help: 'to show it, write it as a text: display.html("<b>...</b>")',
  },
  {
    looks: /^\s*(public|private|protected|static)\b/,
    reason: ([, word]) => `\`${word!}\` stands only in a class`,
    help: "leave it out",
  },
];
