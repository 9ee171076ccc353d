import type { About } from "fall-line/library";

export const about: About = {
  title: "Start here",
  question: "Which ball gets down first?",
  short: "Start here",
  minutes: 15,
  remark: "and 20 more for TypeScript, if you want it",
  learn:
    "to run cells, to read the figures and to answer exercises; at the end, for those who want it, as much TypeScript as the course uses.",
  need: "to have programmed a little, in any language. Examples compare with Python.",
};
