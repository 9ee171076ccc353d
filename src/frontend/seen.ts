import { wantsLessMotion } from "./motion.ts";

/** What opens a lesson plays in so many seconds. */
export const SECONDS = 6;

/** Has something play once, when half of it is in view for the first time; not where less motion is asked for. */
export function playWhenSeen(node: Element, play: () => void): { stop: () => void } {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      play();
    },
    { threshold: 0.5 },
  );
  if (!wantsLessMotion()) observer.observe(node);
  return { stop: () => observer.disconnect() };
}
