import { expect, test } from "vitest";
import { KINDS } from "../../src/figures/specification.ts";
import { mutations, troubles } from "./mutations.ts";

test.each(KINDS)(
  "$name is drawn or refused in words, whatever becomes of whichever part of its recipe",
  ({ example }) => {
    expect(troubles(mutations(example().specification!))).toEqual([]);
  },
);
