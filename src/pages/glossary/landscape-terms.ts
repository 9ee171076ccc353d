import type { TermsByLesson } from "./term.ts";

/** The words for what is descended: the surface, its shape, the data behind it. */
export const LANDSCAPE_TERMS: TermsByLesson = {
  motivation: {
    parameters: {
      sentence:
        "The numbers that training changes: the weights of a network, or the place of a ball on a surface.",
      letter: "w",
      also: ["weights", "parameter"],
      elsewhere: "θ (Kingma and Ba), x (Duchi et al.)",
    },
    loss: {
      sentence:
        "The number that says how wrong a model is with its parameters, and that training makes small.",
      letter: "L",
      also: ["objective", "cost", "error"],
      elsewhere: "J (Goodfellow et al.), f (Kingma and Ba)",
    },
    gradient: {
      sentence: "The slopes of the loss, one for each parameter: it points uphill, the steepest way.",
      letter: "g",
      also: ["slope", "derivative", "nabla"],
      elsewhere: "∇L, dx (CS231n)",
    },
    contour: {
      sentence:
        "A line on a map along which the loss is the same; where the lines are close, the slope is steep.",
      also: ["level line", "isoline"],
    },
    ravine: {
      sentence:
        "A surface that is steep across and nearly flat along, so that one learning rate cannot suit both.",
      also: ["valley"],
    },
    plateau: {
      sentence: "A stretch that is nearly flat, where the gradient says little about the way.",
    },
    "local minimum": {
      sentence: "A place from which every way leads up, though there may be a lower one elsewhere.",
      also: ["local optimum", "local optima", "minima"],
    },
    saddle: {
      sentence: "A place without a slope from which some ways lead up and others down.",
      also: ["saddle point"],
    },
    "mini-batch": {
      sentence: "The few examples from which a gradient is estimated, instead of from all of them.",
      also: ["minibatch", "batch", "noise", "stochastic gradient"],
    },
  },
  "gradient-descent": {
    curvature: {
      sentence: "How fast the slope changes along a direction: the second derivative.",
      letter: "h",
      also: ["second derivative"],
    },
    "condition number": {
      sentence: "The largest curvature divided by the smallest: how narrow a ravine is.",
      letter: "Q",
      also: ["ill-conditioned", "conditioning"],
      elsewhere: "κ (Goh), which here is a sum of squares",
    },
    eigenvector: {
      sentence:
        "A direction in which the gradient of a bowl changes by a multiple of the move itself; the multiple, its eigenvalue, is the curvature there.",
      also: ["eigenvalue", "eigenvalues", "principal direction"],
    },
  },
  "learning-rate-decay": {
    "noise floor": {
      sentence:
        "The loss about which a descent with noisy gradients hops, and below which a constant rate does not bring it.",
    },
    epoch: {
      sentence: "So many steps that every example of the training data has been seen once.",
    },
  },
  nesterov: {
    convex: {
      sentence:
        "Of a surface: no straight line between two of its points passes below it, so it has no second valley.",
    },
  },
  adagrad: {
    preconditioning: {
      sentence:
        "Changing the scales of the coordinates, so that a ravine becomes rounder before a step is taken.",
      also: ["preconditioner"],
    },
    "sparse gradient": {
      sentence: "A gradient most of whose entries are 0, as where a word is rare.",
      also: ["sparse", "rare feature"],
    },
  },
  "second-order": {
    Hessian: {
      sentence: "The table of all second derivatives: by how much the gradient changes with a move.",
      letter: "H",
      also: ["matrix of second derivatives"],
    },
    "critical point": {
      sentence: "A place where the gradient is 0: a minimum, a maximum or a saddle.",
      also: ["stationary point"],
    },
  },
  "in-practice": {
    "validation loss": {
      sentence: "The loss on examples that were kept out of training, by which settings are chosen.",
      also: ["validate", "test set", "validation set", "overfitting"],
    },
  },
  "used-today": {
    "critical batch size": {
      sentence: "The size beyond which a larger batch hardly saves steps any more.",
      also: ["batch size"],
    },
  },
};
