/**
 * How far Student's t strays in a share of all cases: P(|t| < the result) is `share`, for a whole number of degrees of freedom
 * (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
 * @param share above 0, below 1
 * For example 3.2498 for 0.99 and 9.
 */
export function studentReach(share: number, freedom: number): number {
  let [low, high] = [0, Math.PI / 2];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (shareWithin(middle, freedom) < share) low = middle;
    else high = middle;
  }
  return Math.sqrt(freedom) * Math.tan(low);
}

/** P(|t| < √freedom · tan(angle)). */
function shareWithin(angle: number, freedom: number): number {
  const isOdd = freedom % 2 === 1;
  const cosine = Math.cos(angle);
  let term = isOdd ? cosine : 1;
  let sum = freedom === 1 ? 0 : term;
  for (let k = isOdd ? 3 : 2; k < freedom; k += 2) {
    term *= (cosine ** 2 * (k - 1)) / k;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
}
