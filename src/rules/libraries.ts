/** Rules in the words of PyTorch, optax and Keras: which optimizer is the same rule, or which is nearest and what it does otherwise. */
import { defined } from "../defined.ts";
import { programNumber } from "../math/source.ts";
import type { Rule } from "./rule.ts";

/** One library's words for a rule. */
export interface LibraryWords {
  /** How its optimizer is made, with the rule's own numbers; nothing where it has none. */
  readonly code?: string;
  /** What differs, in a sentence; nothing where the steps are the same. */
  readonly note?: string;
  /** Whether the optimizer takes other steps, and is only the nearest. */
  readonly departs?: true;
  /** What its arguments are where they are not given; told of Keras, whose own are others than the papers'. */
  readonly defaults?: string;
}

type Library = "torch" | "optax" | "keras";

/** A template of code, with hyperparameters in braces, and what differs. */
type Entry = readonly [code: string | undefined, note?: string, departs?: "departs"];

const WHILE_CONSTANT =
  "It gathers gradients and multiplies with the rate last: the same steps while the rate is constant.";
const LOOKED_AHEAD =
  "Its w is what this rule calls w + αm, the place where the gradient is taken: the same steps, seen from there, while the rate is constant.";
const INSIDE = "ε is added outside of the root there: there is no such optimizer with ε inside.";
const INSIDE_ALONE = "ε is added inside of the root there: there is no such optimizer with ε outside.";
const BEFORE_CORRECTION =
  "The nearest: it adds ε before it corrects the second moment, so that ε counts for more in the first steps.";
const KERAS_ADAM = "learning_rate={eta}, beta_1={beta1}, beta_2={beta2}, epsilon={epsilon}";

/** Each rule in the libraries that have something to say of it. */
const WORDS: Readonly<Record<string, Readonly<Partial<Record<Library, Entry>>>>> = {
  gd: { torch: ["SGD(w, lr={lambda})"], optax: ["sgd({lambda})"], keras: ["SGD(learning_rate={lambda})"] },
  "gd-clipped": {
    torch: [
      undefined,
      "torch.nn.utils.clip_grad_norm_ before each step of SGD shortens the gradient alike, but for the 10⁻⁶ that it adds to the norm.",
    ],
    optax: ["chain(optax.clip_by_global_norm({bound}), optax.sgd({lambda}))"],
    keras: ["SGD(learning_rate={lambda}, global_clipnorm={bound})"],
  },
  "gd-averaged": {
    torch: [
      undefined,
      "torch.optim.swa_utils.AveragedModel keeps such a mean beside SGD: it is no optimizer.",
    ],
  },
  "gd-ema": {
    torch: [
      undefined,
      "torch.optim.swa_utils.AveragedModel with get_ema_multi_avg_fn keeps such an average beside SGD: it is no optimizer.",
    ],
    optax: [undefined, "optax.incremental_update keeps such an average beside sgd: it is no optimizer."],
    keras: [
      "SGD(learning_rate={lambda}, use_ema=True, ema_momentum={beta})",
      "It keeps the average beside the weights; fit puts it in their place when it ends.",
    ],
  },
  momentum: {
    torch: ["SGD(w, lr={lambda}, momentum={alpha})", WHILE_CONSTANT],
    optax: ["sgd({lambda}, momentum={alpha})", WHILE_CONSTANT],
    keras: ["SGD(learning_rate={lambda}, momentum={alpha})"],
  },
  nesterov: {
    torch: ["SGD(w, lr={lambda}, momentum={alpha}, nesterov=True)", LOOKED_AHEAD],
    optax: ["sgd({lambda}, momentum={alpha}, nesterov=True)", LOOKED_AHEAD],
    keras: [
      "SGD(learning_rate={lambda}, momentum={alpha}, nesterov=True)",
      "Its w is what this rule calls w + αm, the place where the gradient is taken: the same steps, seen from there.",
    ],
  },
  "nesterov-rewritten": {
    torch: ["SGD(w, lr={lambda}, momentum={alpha}, nesterov=True)", WHILE_CONSTANT],
    optax: ["sgd({lambda}, momentum={alpha}, nesterov=True)", WHILE_CONSTANT],
    keras: ["SGD(learning_rate={lambda}, momentum={alpha}, nesterov=True)"],
  },
  adagrad: {
    torch: [undefined, INSIDE],
    optax: ["adagrad({lambda}, initial_accumulator_value=0, eps={epsilon})"],
    keras: ["Adagrad(learning_rate={lambda}, initial_accumulator_value=0, epsilon={epsilon})"],
  },
  "adagrad-outside": {
    torch: ["Adagrad(w, lr={lambda}, eps={epsilon})"],
    optax: [undefined, INSIDE_ALONE],
    keras: [undefined, INSIDE_ALONE],
  },
  rmsprop: {
    torch: [undefined, INSIDE],
    optax: ["rmsprop({lambda}, decay={zeta}, eps={epsilon})"],
    keras: ["RMSprop(learning_rate={lambda}, rho={zeta}, epsilon={epsilon})"],
  },
  "rmsprop-outside": {
    torch: ["RMSprop(w, lr={lambda}, alpha={zeta}, eps={epsilon})"],
    optax: ["rmsprop({lambda}, decay={zeta}, eps={epsilon}, eps_in_sqrt=False)"],
    keras: [undefined, INSIDE_ALONE],
  },
  "adam-incomplete": {
    torch: [undefined, "There is no such optimizer: Adam always corrects its moments there."],
    optax: [undefined, "There is no such optimizer: Adam always corrects its moments there."],
    keras: [undefined, "There is no such optimizer: Adam always corrects its moments there."],
  },
  adam: {
    torch: ["Adam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})"],
    optax: ["adam({eta}, b1={beta1}, b2={beta2}, eps={epsilon})"],
    keras: [`Adam(${KERAS_ADAM})`, BEFORE_CORRECTION, "departs"],
  },
  "adam-printed": {},
  adamw: {
    torch: ["AdamW(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, weight_decay={decay})"],
    optax: ["adamw({eta}, b1={beta1}, b2={beta2}, eps={epsilon}, weight_decay={decay})"],
    keras: [`AdamW(${KERAS_ADAM}, weight_decay={decay})`, BEFORE_CORRECTION, "departs"],
  },
  adamax: {
    torch: ["Adamax(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})"],
    optax: ["adamax({eta}, b1={beta1}, b2={beta2}, eps={epsilon})"],
    keras: [
      `Adamax(${KERAS_ADAM})`,
      "The nearest: it adds ε to the largest slope in each step anew, and does not keep it there.",
      "departs",
    ],
  },
  amsgrad: {
    torch: ["Adam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, amsgrad=True)"],
    optax: [
      undefined,
      "optax.amsgrad takes the largest of the corrected second moments, and not of the moments themselves: there is no such optimizer.",
    ],
    keras: [`Adam(${KERAS_ADAM}, amsgrad=True)`, BEFORE_CORRECTION, "departs"],
  },
  nadam: {
    torch: ["NAdam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, momentum_decay={psi})"],
    optax: [undefined, "optax.nadam keeps β₁ as it is from the first step on: there is no such optimizer."],
    keras: [
      `Nadam(${KERAS_ADAM})`,
      "The nearest: how fast the momentum warms up cannot be set, and is what ψ = 1 is here.",
      "departs",
    ],
  },
  radam: {
    torch: ["RAdam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})"],
    optax: [
      undefined,
      "optax.radam adds ε after the second moment is corrected, and not before: there is no such optimizer.",
    ],
  },
  adadelta: {
    torch: ["Adadelta(w, lr={lambda}, rho={rho}, eps={epsilon})"],
    optax: ["adadelta({lambda}, rho={rho}, eps={epsilon})"],
    keras: ["Adadelta(learning_rate={lambda}, rho={rho}, epsilon={epsilon})"],
  },
  lion: {
    optax: ["lion({eta}, b1={beta1}, b2={beta2}, weight_decay={decay})"],
    keras: ["Lion(learning_rate={eta}, beta_1={beta1}, beta_2={beta2}, weight_decay={decay})"],
  },
  qhm: {},
  muon: {
    torch: [
      undefined,
      "torch.optim.Muon computes the polar factor in 16 bits, and takes a longer step where a matrix has more rows than columns; unless told otherwise it goes as Nesterov does and decays the weights.",
    ],
    optax: [
      undefined,
      "optax.contrib.muon takes a longer step where a matrix has more columns out than in; unless told otherwise it goes as Nesterov does.",
    ],
    keras: [
      "Muon(learning_rate={eta}, momentum={mu}, nesterov=False, rms_rate=None, weight_decay=None)",
      "The nearest: it takes the length of a matrix in 32 bits. Variables that are no matrices go as Adam does. Unless told otherwise it goes as Nesterov does, decays the weights, and takes longer steps where a matrix is larger.",
      "departs",
    ],
  },
  newton: {},
  "newton-damped": {},
  bfgs: {},
  lbfgs: {
    torch: [undefined, "torch.optim.LBFGS searches along its line in another way, or not at all."],
    optax: [undefined, "optax.lbfgs searches along its line in another way."],
  },
};

/** How the libraries are called, and where their optimizers are. */
export const LIBRARIES = {
  torch: { title: "PyTorch", module: "torch.optim" },
  optax: { title: "optax", module: "optax" },
  keras: { title: "Keras", module: "keras.optimizers" },
} as const satisfies Record<Library, object>;

/** What Keras's optimizers take where they are told nothing (Keras 3.15.1, the signatures in `keras/src/optimizers`). */
export const KERAS_DEFAULTS: Readonly<Record<string, string>> = {
  SGD: "learning_rate=0.01, momentum=0.0, nesterov=False",
  Adagrad: "learning_rate=0.001, initial_accumulator_value=0.1, epsilon=1e-7",
  RMSprop: "learning_rate=0.001, rho=0.9, epsilon=1e-7",
  Adam: "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7",
  AdamW: "learning_rate=0.001, weight_decay=0.004, beta_1=0.9, beta_2=0.999, epsilon=1e-7",
  Adamax: "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7",
  Nadam: "learning_rate=0.001, beta_1=0.9, beta_2=0.999, epsilon=1e-7",
  Adadelta: "learning_rate=0.001, rho=0.95, epsilon=1e-7",
  Lion: "learning_rate=0.001, beta_1=0.9, beta_2=0.99, weight_decay=None",
  Muon: "learning_rate=0.001, momentum=0.95, nesterov=True, rms_rate=0.2, weight_decay=0.004",
};

/** A rule in a library's words, with these numbers and the usual ones for others; nothing for a rule that is not known there. */
export function libraryWords(
  rule: Rule,
  library: Library,
  hyper: Readonly<Record<string, number>> = {},
): LibraryWords | undefined {
  const words = WORDS[rule.id];
  if (words === undefined) return undefined;
  const [template, note, departs] = words[library] ?? [undefined, "There is no such optimizer."];
  const write = library === "keras" ? floatText : programNumber;
  const code = template?.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    write(hyper[name] ?? rule.hyperparameters[name]!.default),
  );
  const optimizer = /^\w+/.exec(template ?? "")?.[0] ?? "";
  const defaults = library === "keras" ? KERAS_DEFAULTS[optimizer] : undefined;
  return defined({
    code: code === undefined ? undefined : `${LIBRARIES[library].module}.${code}`,
    note,
    departs: departs === undefined ? undefined : (true as const),
    defaults,
  });
}

/** A number that Python takes as a float, as Keras demands. */
const floatText = (value: number): string =>
  Number.isInteger(value) ? value.toFixed(1) : programNumber(value);

/** What a library calls a hyperparameter of a rule: `betas[0]`; nothing where it has no such rule, or not this number. */
export function argumentOf(rule: Rule, library: Library, name: string): string | undefined {
  const [template = ""] = WORDS[rule.id]?.[library] ?? [];
  const [before, ...rest] = template.split(`{${name}}`);
  if (rest.length === 0) return undefined;
  const [, list, earlier] = /(\w+)=\(((?:\{\w+\}, )*)$/.exec(before!) ?? [];
  if (list !== undefined) return `${list}[${earlier!.split(",").length - 1}]`;
  const [, named] = /(\w+)=$/.exec(before!) ?? [];
  // All optimizers of optax take the rate first, and call it so.
  return named ?? (name === rule.rate ? "learning_rate" : undefined);
}
