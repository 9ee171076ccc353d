/**
 * A function that acts at once, and then at most once in so many milliseconds: what is asked for meanwhile is done once, at the end.
 */
export function paced(pause: number, act: () => void): () => void {
  let state: "idle" | "resting" | "asked" = "idle";
  const rest = (): void => {
    state = "resting";
    setTimeout(() => {
      const isAsked = state === "asked";
      state = "idle";
      if (isAsked) run();
    }, pause).unref();
  };
  const run = (): void => {
    rest();
    act();
  };
  return () => {
    if (state === "idle") run();
    else state = "asked";
  };
}
