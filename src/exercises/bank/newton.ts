import { beale } from "../../objectives/surfaces.ts";
import { dampedNewton, newton } from "../../rules/newton.ts";
import { exercise } from "../exercise.ts";
import { defineExercises } from "../exercises.ts";

/** Exercises of the lesson on second-order methods. */
export const newtonExercises = defineExercises("newton", {
  quartic: exercise.predict({
    title: "One step on x⁴",
    prompt: "f = x⁴, from x = 3. Where does one Newton step end?",
    fields: { x: { label: "x after step 1", answer: 2, within: 0.0005 } },
    because: "The step is f′/f″ = 4x³/(12x²) = x/3. On x⁴ every Newton step goes a third of the way.",
    hints: ["In one dimension the step is the slope divided by the curvature.", "f′ = 4x³ and f″ = 12x²."],
  }),
  himmelblau: exercise.foresee({
    title: "Where does it end?",
    prompt:
      "Pure Newton on Himmelblau's surface from (0.5, 0.5), which lies near the top of the hill between the four minima. Where does it end?",
    options: {
      minimum: {
        text: "In the nearest of the four minima.",
        reason: "Newton looks for a flat place, and the nearest one is none of the minima.",
      },
      maximum: {
        text: "On top of the hill.",
        reason:
          "It solves for a gradient of 0, and the top of the hill is the nearest place where that is so: f = 181.6.",
        right: true,
      },
      away: {
        text: "It runs away to infinity.",
        reason: "There is a flat place nearby, and Newton finds it in a few steps.",
      },
    },
    hints: ["Which places does Newton's method look for: low ones, or flat ones?"],
  }),
  downhill: exercise.choose({
    title: "Always downhill?",
    prompt: "When does the Newton step go downhill for certain?",
    options: {
      always: {
        text: "Always: it is a descent method.",
        reason: "Where the surface bends down, the step goes towards the flat place above.",
      },
      positive: {
        text: "Where all eigenvalues of the Hessian are above 0.",
        reason: "Then H⁻¹ keeps the sign: g·H⁻¹g is above 0.",
        right: true,
      },
      small: {
        text: "Where the gradient is small.",
        reason: "Near the top of a hill the gradient is small too.",
      },
      invertible: {
        text: "Where the Hessian can be inverted.",
        reason: "On a saddle it can be inverted, and the step may go up.",
      },
    },
    hints: ["What is the sign of g·H⁻¹g?", "Think of a hill: which way is the flat place?"],
  }),
  rule: exercise.write({
    title: "Write the Newton update",
    prompt:
      "Given w, the gradient g and the Hessian H at w (a list of rows), return the next w. solve(H, g) solves H p = g.",
    rule: newton,
    solution: ({ w, g, H, solve }) => {
      const p = solve(H, g);
      return { w: w.map((x, i) => x - p[i]!) };
    },
    misconceptions: [
      {
        what: "each coordinate is divided by its own second derivative, and the mixed ones are not used",
        step: ({ w, g, H }: { w: number[]; g: number[]; H: number[][] }) => ({
          w: w.map((x, i) => x - g[i]! / H[i]![i]!),
        }),
      },
      { what: "the step goes away from the flat place, for want of a minus", equations: { w: "w + p" } },
    ],
    hints: [
      "First the step p with H p = g, then w − p.",
      "Dividing by the diagonal of H is not enough: its other entries matter.",
    ],
  }),
  uphill: exercise.findTheBug({
    title: "Half of the Hessian",
    prompt: "On a bowl along the axes this is exact, and on a turned one it is not. Mend it.",
    rule: newton,
    given: ({ w, g, H }) => ({ w: w.map((x, i) => x - g[i]! / H[i]![i]!) }),
    solution: ({ w, g, H, solve }) => {
      const p = solve(H, g);
      return { w: w.map((x, i) => x - p[i]!) };
    },
    because: "It divided by the diagonal of the Hessian and left the mixed second derivatives out.",
    hints: ["Which entries of H does it read?", "solve(H, g) uses all of them."],
  }),
  tuned: exercise.tune({
    title: "Out of the saddle's reach",
    prompt:
      "On Beale's surface pure Newton goes from (1, 1) to a saddle. Find a δ for the damped method that brings the loss below 0.000001 within 10 steps.",
    rule: dampedNewton,
    on: beale,
    start: [1, 1],
    steps: 10,
    below: 1e-6,
    given: { delta: 10 },
    solution: { delta: 0.1 },
    because:
      "δ is the smallest curvature that is trusted. A large one makes every step short; a small one only turns the steps that would go uphill.",
    hints: [
      "With a large δ it is nearly plain descent.",
      "Make δ smaller until the steps are as long as Newton's.",
    ],
  }),
  cost: exercise.explain({
    title: "Why not always Newton?",
    prompt:
      "In two or three sentences: why is a network of a million weights not trained with Newton's method?",
    model:
      "Its Hessian has a million times a million entries: more than fits in memory, and solving with it takes a time that grows with the cube. And far from a minimum it points to saddles as gladly as to minima. Hence the methods that guess at curvature from gradients alone.",
    hints: ["How many numbers are in the Hessian of a million weights?"],
  }),
});
