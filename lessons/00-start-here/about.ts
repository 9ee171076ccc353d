import type { About } from "fall-line/library";

export const about: About = {
  title: "Start here",
  short: "Start here",
  minutes: 30,
  remark: "or 15 if you know TypeScript",
  learn: "to run cells, to read the figures, to answer exercises, and as much TypeScript as the course uses.",
  need: "to have programmed a little, in any language. Examples compare with Python.",
};
