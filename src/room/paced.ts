/** A function that acts once for all that ask for it within so many milliseconds, at their end. */
export function paced(pause: number, act: () => void): () => void {
  let isAsked = false;
  return () => {
    if (isAsked) return;
    isAsked = true;
    setTimeout(() => {
      isAsked = false;
      act();
    }, pause).unref();
  };
}
