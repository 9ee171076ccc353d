import { expect, test } from "vitest";
import { nearest } from "../src/nearest.js";

test("nearest finds a name with a letter too few, too many or wrong, or two that are swapped", () => {
  expect(nearest("momentm", ["gradient", "momentum"])).toBe("momentum");
  expect(nearest("addam", ["adagrad", "adam"])).toBe("adam");
  expect(nearest("nesterof", ["newton", "nesterov"])).toBe("nesterov");
  expect(nearest("setp", ["step"], 1)).toBe("step");
});

test("nearest takes the name with the fewest slips, whatever its capitals", () => {
  expect(nearest("lamda", ["alpha", "lambda", "llama"])).toBe("lambda");
  expect(nearest("ADAM", ["adagrad", "adam"])).toBe("adam");
});

test("nearest finds nothing in another word, nor beyond as many slips as it is given", () => {
  expect(nearest("velocity", ["loss", "rate"])).toBeUndefined();
  expect(nearest("momentm", ["momentum"], 0)).toBeUndefined();
  expect(nearest("momtm", ["momentum"], 2)).toBeUndefined();
  expect(nearest("momtm", ["momentum"], 3)).toBe("momentum");
});
