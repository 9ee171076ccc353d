import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { adadelta, adam, adagrad, momentum, nesterov, rules } from "fall-line";
import { argumentOf, KERAS_DEFAULTS, libraryWords } from "../../src/rules/libraries.ts";

/** What Keras's own source says. */
const keras = JSON.parse(readFileSync(new URL("keras.json", import.meta.url), "utf8")) as {
  readonly defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
};

test("a library's words have the rule's numbers, or say that there are none", () => {
  expect(libraryWords(adam, "torch", { eta: 0.1 })).toEqual({
    code: "torch.optim.Adam(w, lr=0.1, betas=(0.9, 0.999), eps=1e-8)",
  });
  expect(libraryWords(adagrad, "torch")!.code).toBeUndefined();
  expect(libraryWords(adagrad, "torch")!.note).toContain("outside of the root");
  expect(libraryWords(momentum, "optax")!.note).toContain("while the rate is constant");
});

test("Keras has the rate inside of the velocity, and Adam's epsilon before the correction", () => {
  expect(libraryWords(momentum, "keras")).toEqual({
    code: "keras.optimizers.SGD(learning_rate=0.01, momentum=0.9)",
    defaults: "learning_rate=0.01, momentum=0.0, nesterov=False",
  });
  expect(libraryWords(nesterov, "keras")!.note).not.toContain("constant");
  expect(libraryWords(adam, "keras")).toMatchObject({ departs: true });
  // Keras refuses a rate that is an int.
  expect(libraryWords(adadelta, "keras")!.code).toContain("learning_rate=1.0,");
  expect(argumentOf(adam, "keras", "beta1")).toBe("beta_1");
});

const codes = rules.flatMap((rule) => {
  const [, optimizer, given] =
    /^keras\.optimizers\.(\w+)\((.*)\)$/.exec(libraryWords(rule, "keras")?.code ?? "") ?? [];
  return optimizer === undefined ? [] : [[rule.id, optimizer, given!] as const];
});

test.each(codes)("%s is made in Keras by arguments that %s has", (_, optimizer, given) => {
  const known = Object.keys(keras.defaults[optimizer]!);
  expect(known).toEqual(expect.arrayContaining(given.split(", ").map((one) => one.split("=")[0])));
});

test.each(Object.entries(KERAS_DEFAULTS))("%s takes in Keras what its source says", (optimizer, told) => {
  const python: Readonly<Record<string, unknown>> = { None: null, True: true, False: false };
  for (const one of told.split(", ")) {
    const [name, value] = one.split("=") as [string, string];
    expect(value in python ? python[value] : Number(value), name).toBe(keras.defaults[optimizer]![name]);
  }
});
