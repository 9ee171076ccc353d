import type { About } from "fall-line/library";

export const about: About = {
  title: "What is used today: old ideas in new places",
  question: "What threw the ball back?",
  short: "Used today",
  minutes: 45,
  remark: "beyond the deck",
  optional: true,
  learn: String.raw`what large models are trained with in 2026, each part by its formula: clipping, warm-up with cosine or with a
    stable part and a decay, averages of the weights, Muon; which old idea each of them is, and where it stops to help.`,
  need: String.raw`lessons [07](07-adam.ipynb) (AdamW) and [08](08-learning-rate-decay.ipynb) (travel and settle);
    [10](10-in-practice.ipynb) for its network.`,
};
