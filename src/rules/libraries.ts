/** Rules in the words of PyTorch and optax: which optimizer is the same rule, or which is nearest and what it does otherwise. */
import { programNumber } from "../math/source.ts";
import type { Rule } from "./rule.ts";

/** One library's words for a rule. */
export interface LibraryWords {
  /** How its optimizer is made, with the rule's own numbers; nothing where it has none. */
  readonly code?: string;
  /** What differs, in a sentence; nothing where the steps are the same. */
  readonly note?: string;
}

type Library = "torch" | "optax";

/** A template of code, with hyperparameters in braces, and what differs. */
type Entry = readonly [code: string | undefined, note?: string];

const WHILE_CONSTANT =
  "It gathers gradients and multiplies with the rate last: the same steps while the rate is constant.";
const LOOKED_AHEAD =
  "Its w is what this rule calls w + αm, the place where the gradient is taken: the same steps, seen from there, while the rate is constant.";
const NONE = "There is no such optimizer.";
const INSIDE = "ε is added outside of the root there: there is no such optimizer with ε inside.";

const WORDS: Readonly<Record<string, Readonly<Record<Library, Entry>>>> = {
  gd: { torch: ["SGD(w, lr={lambda})"], optax: ["sgd({lambda})"] },
  "gd-clipped": {
    torch: [
      undefined,
      "torch.nn.utils.clip_grad_norm_ before each step of SGD shortens the gradient alike, but for the 10⁻⁶ that it adds to the norm.",
    ],
    optax: ["chain(optax.clip_by_global_norm({bound}), optax.sgd({lambda}))"],
  },
  "gd-averaged": {
    torch: [
      undefined,
      "torch.optim.swa_utils.AveragedModel keeps such a mean beside SGD: it is no optimizer.",
    ],
    optax: [undefined, NONE],
  },
  "gd-ema": {
    torch: [
      undefined,
      "torch.optim.swa_utils.AveragedModel with get_ema_multi_avg_fn keeps such an average beside SGD: it is no optimizer.",
    ],
    optax: [undefined, "optax.incremental_update keeps such an average beside sgd: it is no optimizer."],
  },
  momentum: {
    torch: ["SGD(w, lr={lambda}, momentum={alpha})", WHILE_CONSTANT],
    optax: ["sgd({lambda}, momentum={alpha})", WHILE_CONSTANT],
  },
  nesterov: {
    torch: ["SGD(w, lr={lambda}, momentum={alpha}, nesterov=True)", LOOKED_AHEAD],
    optax: ["sgd({lambda}, momentum={alpha}, nesterov=True)", LOOKED_AHEAD],
  },
  "nesterov-rewritten": {
    torch: ["SGD(w, lr={lambda}, momentum={alpha}, nesterov=True)", WHILE_CONSTANT],
    optax: ["sgd({lambda}, momentum={alpha}, nesterov=True)", WHILE_CONSTANT],
  },
  adagrad: {
    torch: [undefined, INSIDE],
    optax: ["adagrad({lambda}, initial_accumulator_value=0, eps={epsilon})"],
  },
  "adagrad-outside": {
    torch: ["Adagrad(w, lr={lambda}, eps={epsilon})"],
    optax: [undefined, "ε is added inside of the root there: there is no such optimizer with ε outside."],
  },
  rmsprop: {
    torch: [undefined, INSIDE],
    optax: ["rmsprop({lambda}, decay={zeta}, eps={epsilon})"],
  },
  "rmsprop-outside": {
    torch: ["RMSprop(w, lr={lambda}, alpha={zeta}, eps={epsilon})"],
    optax: ["rmsprop({lambda}, decay={zeta}, eps={epsilon}, eps_in_sqrt=False)"],
  },
  "adam-incomplete": {
    torch: [undefined, "There is no such optimizer: Adam always corrects its moments there."],
    optax: [undefined, "There is no such optimizer: Adam always corrects its moments there."],
  },
  adam: {
    torch: ["Adam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})"],
    optax: ["adam({eta}, b1={beta1}, b2={beta2}, eps={epsilon})"],
  },
  "adam-printed": { torch: [undefined, NONE], optax: [undefined, NONE] },
  adamw: {
    torch: ["AdamW(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, weight_decay={decay})"],
    optax: ["adamw({eta}, b1={beta1}, b2={beta2}, eps={epsilon}, weight_decay={decay})"],
  },
  adamax: {
    torch: ["Adamax(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon})"],
    optax: ["adamax({eta}, b1={beta1}, b2={beta2}, eps={epsilon})"],
  },
  amsgrad: {
    torch: ["Adam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, amsgrad=True)"],
    optax: [
      undefined,
      "optax.amsgrad takes the largest of the corrected second moments, and not of the moments themselves: there is no such optimizer.",
    ],
  },
  nadam: {
    torch: ["NAdam(w, lr={eta}, betas=({beta1}, {beta2}), eps={epsilon}, momentum_decay={psi})"],
    optax: [undefined, "optax.nadam keeps β₁ as it is from the first step on: there is no such optimizer."],
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
  },
  lion: {
    torch: [undefined, NONE],
    optax: ["lion({eta}, b1={beta1}, b2={beta2}, weight_decay={decay})"],
  },
  qhm: { torch: [undefined, NONE], optax: [undefined, NONE] },
  muon: {
    torch: [
      undefined,
      "torch.optim.Muon computes the polar factor in 16 bits, and takes a longer step where a matrix has more rows than columns; unless told otherwise it goes as Nesterov does and decays the weights.",
    ],
    optax: [
      undefined,
      "optax.contrib.muon takes a longer step where a matrix has more columns out than in; unless told otherwise it goes as Nesterov does.",
    ],
  },
  newton: { torch: [undefined, NONE], optax: [undefined, NONE] },
  "newton-damped": { torch: [undefined, NONE], optax: [undefined, NONE] },
  bfgs: { torch: [undefined, NONE], optax: [undefined, NONE] },
  lbfgs: {
    torch: [undefined, "torch.optim.LBFGS searches along its line in another way, or not at all."],
    optax: [undefined, "optax.lbfgs searches along its line in another way."],
  },
};

const MODULES = { torch: "torch.optim", optax: "optax" } as const;

/** A rule in a library's words, with these numbers and the usual ones for others; nothing for a rule that is not known there. */
export function libraryWords(
  rule: Rule,
  library: Library,
  hyper: Readonly<Record<string, number>> = {},
): LibraryWords | undefined {
  const entry = WORDS[rule.id]?.[library];
  if (entry === undefined) return undefined;
  const [template, note] = entry;
  const code = template?.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    programNumber(hyper[name] ?? rule.hyperparameters[name]!.default),
  );
  return {
    ...(code === undefined ? {} : { code: `${MODULES[library]}.${code}` }),
    ...(note === undefined ? {} : { note }),
  };
}

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
