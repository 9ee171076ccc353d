// @ts-check
import { run } from "../system/process.js";

/** @typedef {Readonly<Record<string, string>>} Settings pip's settings by their names, such as index-url */

/**
 * What pip's files and variables say, as pip itself reads them. Nothing where this Python has no pip.
 * @param {string} python
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Settings | undefined>}
 */
export async function pipSettings(python, env) {
  const { code, output } = await run(python, ["-m", "pip", "config", "list"], { env });
  if (code !== 0) return undefined;
  const lines = Array.from(output.matchAll(/^([\w:-]+)\.([\w-]+)=(['"])(.*)\3$/gm));
  // What is said of a command counts more than what is said of all, and a variable more than both.
  const said = (/** @type {string} */ section) =>
    lines.filter(([, of]) => of === section).map(([, , name = "", , text = ""]) => [name, unescaped(text)]);
  return Object.fromEntries(["global", "install", ":env:"].flatMap(said));
}

/**
 * What pip's variables say, where there is no pip to ask.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function pipVariables(env) {
  const own = Object.entries(env).flatMap(([name, value = ""]) =>
    name.startsWith("PIP_") ? [[name.slice(4).toLowerCase().replaceAll("_", "-"), value]] : [],
  );
  return Object.fromEntries(own);
}

/** @param {string} text as Python prints it */
const unescaped = (text) => text.replace(/\\(.)/g, (_, letter) => (letter === "n" ? "\n" : letter));

/**
 * @typedef {object} ForUv what uv is told so that it does what pip's settings say
 * @property {Record<string, string>} variables
 * @property {string[]} options of `uv pip install`
 * @property {string[]} unknown the settings that uv has no word for
 */

/**
 * The same in uv's words.
 * @param {Settings} settings
 * @param {NodeJS.ProcessEnv} env
 * @returns {ForUv}
 */
export function inWordsOfUv(settings, env) {
  /** @type {ForUv} */
  const told = { variables: {}, options: [], unknown: [] };
  const bundle = env.REQUESTS_CA_BUNDLE || env.CURL_CA_BUNDLE;
  if (bundle) told.variables.SSL_CERT_FILE = bundle;
  for (const [name, value] of Object.entries(settings)) {
    if (value === "" || WITHOUT_EFFECT.has(name)) continue;
    const word = WORDS[name];
    if (word === undefined) told.unknown.push(name);
    else word(told, value);
  }
  return told;
}

/** Settings that change nothing of what is installed into an environment, or from where. */
const WITHOUT_EFFECT = new Set([
  ...[
    "disable-pip-version-check",
    "no-python-version-warning",
    "no-warn-script-location",
    "root-user-action",
  ],
  ...["no-input", "progress-bar", "no-color", "quiet", "verbose", "log", "debug", "config-file", "cache-dir"],
  ...["require-virtualenv", "break-system-packages", "user", "compile", "no-compile", "prefer-binary"],
]);

/** @param {string} value */
const isYes = (value) => /^(1|y|yes|t|true|on)$/i.test(value);

/** @param {string} value */
const each = (value) => value.trim().split(/\s+/);

/** @param {string} name @returns {(told: ForUv, value: string) => void} */
const variable = (name) => (told, value) => void (told.variables[name] = each(value).join(" "));

/** @param {string} name @returns {(told: ForUv, value: string) => void} */
const option = (name) => (told, value) =>
  void told.options.push(...each(value).flatMap((one) => [name, one]));

/** @type {Readonly<Record<string, (told: ForUv, value: string) => void>>} */
const WORDS = {
  "index-url": variable("UV_DEFAULT_INDEX"),
  "extra-index-url": (told, value) => {
    variable("UV_INDEX")(told, value);
    // pip takes the best version of any index, uv otherwise that of the first which has the package.
    told.variables.UV_INDEX_STRATEGY = "unsafe-best-match";
  },
  "trusted-host": variable("UV_INSECURE_HOST"),
  "find-links": option("--find-links"),
  "no-index": (told, value) => {
    if (isYes(value)) told.options.push("--no-index");
  },
  constraint: option("--constraint"),
  "no-binary": option("--no-binary"),
  "only-binary": option("--only-binary"),
  cert: (told, value) => void (told.variables.SSL_CERT_FILE = value),
  "client-cert": (told, value) => void (told.variables.SSL_CLIENT_CERT = value),
  proxy: (told, value) => {
    for (const name of ["ALL_PROXY", "HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"])
      told.variables[name] = value;
  },
  timeout: variable("UV_HTTP_TIMEOUT"),
  "default-timeout": variable("UV_HTTP_TIMEOUT"),
  retries: variable("UV_HTTP_RETRIES"),
  "no-cache-dir": (told, value) => {
    if (isYes(value)) told.variables.UV_NO_CACHE = "1";
  },
};
