/** Where the speaker stands against the times in the notes. */

/** The plan at a slide, in minutes. */
export interface Plan {
  /** When this slide begins, and when it ends; slides that share their notes share their time. */
  readonly from: number;
  readonly until: number;
  readonly total: number;
}

/** @param minutes what the notes ask for, slide by slide; 0 where they name no time of their own */
export function planAt(minutes: readonly number[], at: number): Plan {
  const sum = (count: number): number => minutes.slice(0, count).reduce((total, one) => total + one, 0);
  const named = minutes.findLastIndex((one, i) => i <= at && one > 0);
  return { from: sum(Math.max(named, 0)), until: sum(at + 1), total: sum(minutes.length) };
}

/** How the time that has passed compares with the plan. */
export function standing({ from, until }: Plan, seconds: number): "ahead" | "on time" | "behind" {
  if (seconds > (until + 0.5) * 60) return "behind";
  return seconds < (from - 0.5) * 60 ? "ahead" : "on time";
}

/** Seconds as minutes and seconds: 75 is 1:15. */
export function clockTime(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
