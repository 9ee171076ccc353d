import { describe, expect, test } from "vitest";
import {
  adam,
  bfgs,
  defineRule,
  gradientDescent,
  hyper,
  line,
  momentum,
  nesterov,
  type Rule,
  state,
} from "fall-line";
import { slipsOf } from "../../src/exercises/mutations/rule.ts";
import { checkRule } from "../../src/rules/check.ts";

const lambda = hyper.positive({ tex: "\\lambda", default: 0.1, meaning: "rate" });
const velocity = (text: string, w: string): string[] =>
  slipsOf(
    defineRule({
      id: "rolling",
      title: "Rolling",
      hyperparameters: { lambda },
      rate: "lambda",
      state: { m: state.vector({ meaning: "velocity" }) },
      equations: { m: line.vector(text, { role: "velocity" }), w },
    }),
  ).map(({ what }) => what);

test.each([adam, momentum, nesterov, bfgs])("every wrong version of $id is a rule", (rule) => {
  const slips = slipsOf(rule);
  expect(slips.length).toBeGreaterThan(10);
  for (const slip of slips) expect(() => checkRule(slip.rule)).not.toThrow();
  expect(new Set(slips.map(({ key }) => key)).size).toBe(slips.length);
});

test("without a share the gradient is not taken ahead", () => {
  expect(velocity("m - lambda*g", "w + m").filter((what) => what.includes("ahead"))).toEqual([]);
});

test("the gradient is added once more only where it is not there already", () => {
  const more = "the step λ·g is added once more";
  expect(velocity("m - lambda*g", "w + m")).toContain(more);
  expect(velocity("m - lambda*g", "w + m - lambda*g")).not.toContain(more);
});

test("what is made from two states is stored back into neither", () => {
  const rule = defineRule({
    id: "two",
    title: "Two",
    hyperparameters: { lambda },
    state: { a: state.vector({ meaning: "one" }), b: state.vector({ meaning: "other" }) },
    equations: { a: "a + g", b: "b + g^2", c: "a + b", d: "2*b", w: "w - lambda*c*d" },
  });
  const clauses = slipsOf(rule).map(({ what }) => what);
  expect(clauses.filter((what) => what.includes("stored back"))).toEqual(["d is stored back into b"]);
});

test.each(["fraction", "share"] as const)(
  "a %s and what it leaves of 1 are mistaken for each other",
  (range) => {
    const rule = defineRule({
      id: "mixed",
      title: "Mixed",
      hyperparameters: { lambda, alpha: hyper[range]({ tex: "\\alpha", default: 0.9, meaning: "share" }) },
      state: { m: state.vector({ meaning: "average" }) },
      equations: { m: "alpha*m + g", w: "w - lambda*m" },
    });
    expect(slipsOf(rule).map(({ what }) => what)).toContain("in the line of m, 1 − α stands where α should");
  },
);

describe("the slips of a rule", () => {
  const told = (rule: Rule): string[] => slipsOf(rule).map(({ what }) => what);
  const vector = (meaning: string) => state.vector({ meaning });
  const made = (more: object): Rule =>
    defineRule({ id: "own", title: "Own", hyperparameters: { lambda }, rate: "lambda", ...more } as never);

  test("name no line where there is one alone", () => {
    expect(told(gradientDescent)).toEqual([
      "the sign of λ·g is flipped",
      "λ·g is left out",
      "w is left out",
      "the factor g is left out",
      "the factor λ is left out",
      "g is divided by its length",
      "the rate λ is applied twice",
    ]);
  });

  test("are none in the line that keeps what a state was, and none that uses the old state where it is kept", () => {
    const rule = made({
      state: { m: vector("velocity"), mOld: vector("velocity before") },
      equations: { mOld: "m", m: "m - lambda*g", w: "w + m - mOld" },
    });
    const all = told(rule);
    expect(all).toContain("in the line of w, m is left out");
    expect(all.filter((what) => /in the line of \(old m\)|uses the old m/.test(what))).toEqual([]);
    expect(all.filter((what) => /\(old m\) stands/.test(what))).toEqual([]);
  });

  test("take one vector for another of those that are there, and no number for a vector", () => {
    const rule = made({
      state: { m: vector("velocity") },
      equations: { m: "m + g", size: line.scalar("norm(m)"), d: "m/2", w: "w - lambda*d/size" },
    });
    const all = told(rule);
    expect(all).toEqual(
      expect.arrayContaining([
        "in the line of w, m stands where d should",
        "in the line of w, g stands where d should",
      ]),
    );
    expect(all.filter((what) => /d stands where|size stands where/.test(what))).toEqual([]);
  });

  test("take no place for a vector, be it moved already", () => {
    const rule = made({ state: { m: vector("sum") }, equations: { w: "w - lambda*m", m: "m + g" } });
    expect(told(rule)).toContain("in the line of m, g stands where m should");
    expect(told(rule).filter((what) => what.includes("w stands where"))).toEqual([]);
  });

  test("take the gradient ahead by the rate only where there are both a rate and a share", () => {
    const ahead = (more: object): string[] =>
      told(
        made({
          state: { m: vector("velocity") },
          gradientAt: "w + 0.5*m",
          equations: { m: "m - 0.1*g", w: "w + m" },
          ...more,
        }),
      ).filter((what) => what.includes("taken ahead by"));
    const alpha = hyper.fraction({ tex: "\\alpha", default: 0.9, meaning: "share" });
    const shared = { gradientAt: "w + alpha*m", equations: { m: "alpha*m - lambda*g", w: "w + m" } };
    expect(ahead({ equations: { m: "m - lambda*g", w: "w + m" } })).toEqual([]);
    expect(ahead({ ...shared, hyperparameters: { lambda, alpha } })).toEqual([
      "the gradient is taken ahead by λ and not by α",
    ]);
    const fixed = {
      hyperparameters: { alpha },
      rate: undefined,
      equations: { m: "alpha*m - 0.1*g", w: "w + m" },
    };
    expect(ahead({ ...shared, ...fixed })).toEqual([]);
  });
});

describe("the wrong versions of a rule in more than one line", () => {
  const versions = (rule: Rule): Record<string, string> =>
    Object.fromEntries(
      slipsOf(rule)
        .filter(({ what }) => !/^in the (?:line of|look-ahead point|.* computed with)/.test(what))
        .map(({ what, rule: { gradientAt, equations } }) => [
          what,
          [`g at ${gradientAt}`, ...Object.entries(equations).map(([name, { text }]) => `${name} = ${text}`)]
            .join("; ")
            .replaceAll(" ", ""),
        ]),
    );

  test.each<[string, Rule, Record<string, string>]>([
    [
      "momentum",
      momentum,
      {
        "the line of w uses the old m": "gatw;mOld=m;m=alpha*m-lambda*g;w=w+mOld",
        "the gradient is taken ahead, at w + α·m": "gatw+alpha*m;m=alpha*m-lambda*g;w=w+m",
        "the step λ·g is added once more": "gatw;m=alpha*m-lambda*g;w=w+m-lambda*g",
      },
    ],
    [
      "nesterov",
      nesterov,
      {
        "the line of w uses the old m": "gatw+alpha*m;mOld=m;m=alpha*m-lambda*g;w=w+mOld",
        "the gradient is taken at w and not at the look-ahead point": "gatw;m=alpha*m-lambda*g;w=w+m",
        "the gradient is taken behind w and not ahead: the sign of α·m is flipped":
          "gatw-alpha*m;m=alpha*m-lambda*g;w=w+m",
        "the gradient is taken ahead by λ and not by α": "gatw+lambda*m;m=alpha*m-lambda*g;w=w+m",
        "the step starts from the look-ahead point and not from w":
          "gatw+alpha*m;mOld=m;m=alpha*m-lambda*g;w=w+alpha*mOld+m",
        "the look-ahead point is returned as w": "gatw+alpha*m;mOld=m;m=alpha*m-lambda*g;w=w+alpha*mOld",
        "the step λ·g is added once more": "gatw+alpha*m;m=alpha*m-lambda*g;w=w+m-lambda*g",
      },
    ],
    [
      "adam",
      adam,
      {
        "m̂ uses the old m":
          "gatw;mOld=m;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=mOld/(1-beta1^t);vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "v̂ uses the old v":
          "gatw;vOld=v;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^t);vHat=vOld/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "m̂ is stored back into m":
          "gatw;m=(beta1*m+(1-beta1)*g)/(1-beta1^t);v=beta2*v+(1-beta2)*g^2;mHat=m;vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "v̂ is stored back into v":
          "gatw;m=beta1*m+(1-beta1)*g;v=(beta2*v+(1-beta2)*g^2)/(1-beta2^t);mHat=m/(1-beta1^t);vHat=v;w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "β₂ is used for β₁ everywhere":
          "gatw;m=beta2*m+(1-beta2)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta2^t);vHat=v/(1-beta2^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "β₁ and β₂ have changed places everywhere":
          "gatw;m=beta2*m+(1-beta2)*g;v=beta1*v+(1-beta1)*g^2;mHat=m/(1-beta2^t);vHat=v/(1-beta1^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "β₁ is used for β₂ everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta1*v+(1-beta1)*g^2;mHat=m/(1-beta1^t);vHat=v/(1-beta1^t);w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "t is one too small everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^(t-1));vHat=v/(1-beta2^(t-1));w=w-eta*mHat/(sqrt(vHat)+epsilon)",
        "t is one too large everywhere":
          "gatw;m=beta1*m+(1-beta1)*g;v=beta2*v+(1-beta2)*g^2;mHat=m/(1-beta1^(t+1));vHat=v/(1-beta2^(t+1));w=w-eta*mHat/(sqrt(vHat)+epsilon)",
      },
    ],
  ])("of %s", (_, rule, due) => {
    expect(versions(rule)).toEqual(due);
  });
});
