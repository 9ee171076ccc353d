import { expect, test } from "vitest";
import { studentReach } from "../../src/math/student.ts";

/** Of the tables of Abramowitz and Stegun, and scipy.stats.t.ppf((1 + share) / 2, freedom). */
test.each([
  [0.99, 1, 63.656741],
  [0.99, 2, 9.924843],
  [0.95, 3, 3.182446],
  [0.99, 5, 4.032143],
  [0.99, 9, 3.249836],
  [0.5, 10, 0.699812],
  [0.99, 49, 2.679952],
  [0.99, 999, 2.58076],
])("studentReach(%d, %d) is %d", (share, freedom, reach) => {
  expect(studentReach(share, freedom)).toBeCloseTo(reach, 5);
});
