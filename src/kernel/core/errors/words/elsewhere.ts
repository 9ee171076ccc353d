import { platform } from "../../platform.ts";
import type { Words } from "./scene.ts";

const wait = "await new Promise((resolve) => setTimeout(resolve, 1000)), in milliseconds";
const sum = "list.reduce((total, x) => total + x, 0)";
const mean = `${sum} / list.length`;
const whole = "Array.from({ length: 10 }, (_, i) => i)";
const numbers = "[1, 2, 3], with map and reduce; Math.sqrt(x), Math.hypot(...w) for the length of w";
const curve = "display(curves([run])) for the losses of a descent, landscape([run]) for its path";
const file = 'import { readFileSync } from "node:fs"; readFileSync("data.csv", "utf8")';

type Names = Readonly<Record<string, string>>;

/**
 * Names that a language has and TypeScript has not, and what is written for them. One that may well be a student's own is
 * meant only where it is called, `c(`, or something of it is asked for, `time.`.
 */
const languages: Readonly<Record<string, Names>> = {
  Python: {
    None: "null",
    True: "true",
    False: "false",
    print: "console.log(...)",
    len: "list.length",
    range: "for (let i = 0; i < n; i++) { ... }",
    enumerate: "for (const [i, x] of list.entries()) { ... }",
    zip: "list.map((x, i) => [x, other[i]])",
    sorted: "list.toSorted((a, b) => a - b)",
    reversed: "list.toReversed()",
    list: "[...values]",
    dict: "{ a: 1, b: 2 }",
    "set(": "new Set([1, 2])",
    tuple: "[a, b]",
    str: "String(x)",
    int: "Math.trunc(x)",
    float: "Number(x)",
    "bool(": "Boolean(x)",
    type: "typeof x",
    isinstance: 'typeof x === "number", or x instanceof Trace',
    input: 'prompt("...")',
    pass: "{ }, which may stay empty",
    assert: "console.assert(x > 0)",
    except: "catch (error) { ... }",
    self: "this",
    "sum(": sum,
    "all(": "list.every((x) => x > 0)",
    "any(": "list.some((x) => x > 0)",
    "map(": "list.map((x) => 2 * x)",
    "filter(": "list.filter((x) => x > 0)",
    "open(": file,
    "chr(": "String.fromCharCode(x)",
    "ord(": "text.charCodeAt(0)",
    np: numbers,
    jnp: numbers,
    plt: curve,
    "pd.": file,
    "torch.": "what fall-line has: its rules, objectives and descend",
    "tf.": "what fall-line has: its rules, objectives and descend",
    "math.": "Math, as in Math.sqrt(2)",
    "time.sleep": wait,
    "time.": "performance.now(), in milliseconds",
    "random.": "Math.random()",
    "json.": "JSON.parse(text), JSON.stringify(value)",
    "os.": 'import * as os from "node:os", or process',
    "sys.": "process, as in process.argv",
    "copy.": "structuredClone(value)",
    "help(": "the name and a question mark, alone in a cell: descend?",
    "dir(": "Object.keys(x)",
  },
  R: {
    "c(": "[1, 2, 3]",
    "seq(": whole,
    "rep(": "Array(3).fill(x)",
    "mean(": mean,
    "median(": "list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)]",
    "sd(": `Math.sqrt of the mean of the squared distances; the mean is ${mean}`,
    "sapply(": "list.map((x) => x ** 2)",
    "lapply(": "list.map((x) => x ** 2)",
    "vapply(": "list.map((x) => x ** 2)",
    "cat(": "console.log(...)",
    "paste(": "`value ${x}`",
    "paste0(": "`value ${x}`",
    "nrow(": "list.length",
    "head(": "list.slice(0, 6)",
    "tail(": "list.slice(-6)",
    "rev(": "list.toReversed()",
    "which(": "list.findIndex((x) => x > 0)",
    "unique(": "[...new Set(list)]",
    "rnorm(": `${whole.replace("=> i", "=> Math.random()")}, which are even from 0 to 1`,
    "runif(": whole.replace("=> i", "=> Math.random()"),
    "is.na": "Number.isNaN(x)",
    "is.": "typeof x, or x === null",
    "length(": "list.length",
    "list(=": "{ a: 1, b: 2 }",
    "stop(": 'throw new Error("...")',
    "data.frame": "[{ a: 1, b: 2 }], a list of objects, which is shown as a table",
    "read.": file,
    "install.packages": "npm install package, in a terminal, for a package that you know",
    "library(": 'import { name } from "package"',
    TRUE: "true",
    FALSE: "false",
    NULL: "null",
    NA: "undefined, or NaN among numbers",
    Inf: "Infinity",
  },
  "other languages": {
    nil: "null",
    println: "console.log(...)",
    printf: "console.log(...)",
    "disp(": "console.log(...)",
    echo: "console.log(...)",
    puts: "console.log(...)",
    cout: "console.log(...)",
    System: "console.log(...)",
    "plot(": curve,
    "hist(": curve,
    "linspace(": whole,
    "zeros(": "Array(3).fill(0)",
    "ones(": "Array(3).fill(1)",
    "sleep(": wait,
    end: "}",
    fi: "}",
  },
};

const shown = 'display.html("<b>...</b>"), which shows HTML below the cell';
const kept = "const kept = ..., which all cells know until the kernel is restarted";

/** What pages have beside their text, and what is written here; of some there is nothing. */
const ofPages: Names = {
  window: "globalThis, or the name alone",
  document: shown,
  $: shown,
  jQuery: shown,
  "alert(": "console.log(...)",
  localStorage: kept,
  sessionStorage: kept,
  "location.": "",
  requestAnimationFrame: "setTimeout(f, 16)",
  Worker: "",
  XMLHttpRequest: "await fetch(address)",
};

/**
 * What is written for a name that other languages, or pages, have.
 * @param after what stands behind the name: `(`, or `.` and the name of a property
 */
export function wordsElsewhere(name: string, after = "("): Words | undefined {
  const forms = [name + after, name + after.slice(0, 1), name];
  for (const form of forms)
    for (const [language, names] of Object.entries(languages))
      if (Object.hasOwn(names, form))
        return {
          reason: `\`${name}\` is written so in ${language}, not in TypeScript`,
          help: `write: ${names[form]!}`,
        };
  const ofPage = forms.find((form) => Object.hasOwn(ofPages, form));
  if (ofPage === undefined) return undefined;
  const help = ofPages[ofPage]!;
  return {
    reason: `there is no \`${name}\` here: ${platform.words.whyAbsent(name)}`,
    ...(help !== "" && { help: `write: ${help}` }),
  };
}
