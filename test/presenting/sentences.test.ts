import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../src/presenting/sentences.ts";

describe("sentencesOf(paragraph) ends none", () => {
  test.each([
    ["in a number, a formula or code", ["At 0.5 it is $a. B$ and `x. Y`.", "$g$ is next!", "3.5 is not."]],
    ["before its brackets and marks close", ["One.", "(So it is.)", "*End.*", 'He said: "No."', "Two."]],
    [
      "in an abbreviation",
      ["The batch size (McCandlish et al. 2018) is e.g. 7.", "See Fig. 3 of D. P. Kingma at x.", "So."],
    ],
    [
      "in brackets, which may hold several",
      ["It was a third.", "(With noise it was halved. Without, not.)", "Next."],
    ],
    ["within what is announced", ["Look.", "**Prediction.** Two balls start. Which is first?"]],
  ])("%s", (_, sentences) => {
    expect(sentencesOf(sentences.join(" "))).toEqual(sentences);
  });

  test("but where brackets never close", () => {
    expect(sentencesOf("One (two. Three. Four.")).toEqual(["One (two.", "Three.", "Four."]);
  });
});
