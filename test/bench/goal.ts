export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);

export function quantile(numbers: readonly number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(share * numbers.length)] ?? NaN;
}

export function goal(what: string, ours: number, atMost: number): boolean {
  const met = ours <= atMost;
  console.log(`${what}: ${ours.toFixed(1)}, at most ${atMost.toFixed(1)} ${met ? "met" : "MISSED"}`);
  return met;
}
