import { isFileName } from "../../core/errors/words/modules.ts";
import type { PlaceWords } from "../../core/platform.ts";

/** What is told of a page, where there are neither files nor packages. */
export const wordsOfPage: PlaceWords = {
  whyAbsent: (name) =>
    name === "document"
      ? "cells run in a worker beside the page, and see nothing of it"
      : "cells run in a page, not in Node",
  missingModule: (name) =>
    isFileName(name)
      ? {
          reason: `there is no file "${name}"`,
          help: "there are no files in a page: declare what you need in a cell",
        }
      : {
          reason: `there is no package "${name}" here`,
          help: 'in a page there is "fall-line", and no other',
        },
  moduleOf: () => undefined,
  newer: (name) => ({
    reason: `\`${name}\` is too new: not every browser has it`,
    help: "write it with what is older",
  }),
  keepingOutput: "print less, or what you want to see last",
};
