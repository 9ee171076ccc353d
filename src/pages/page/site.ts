/** The small script in the head of a page: the theme that was chosen, the switch for it, what opens the search, and where in the page one is. */
import { followSearchWish } from "./search-wish.ts";

const CHOICE = "fall-line-theme";
const root = document.documentElement;

const chosen = remembered();
if (chosen !== null) root.dataset["theme"] = chosen;

addEventListener("DOMContentLoaded", () => {
  document.querySelector("[data-switch-theme]")?.addEventListener("click", switchTheme);
  followSearchWish();
  openContents();
  followHeadings();
});

/** The table of contents is open where it stands beside the text; above the text it would push it down. */
function openContents(): void {
  const contents = document.querySelector<HTMLDetailsElement>(".contents details");
  if (contents !== null && matchMedia("(min-width: 70rem)").matches) contents.open = true;
}

function switchTheme(): void {
  const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const theme = (root.dataset["theme"] ?? system) === "dark" ? "light" : "dark";
  root.dataset["theme"] = theme;
  try {
    localStorage.setItem(CHOICE, theme);
  } catch {
    // A page from a file may not be allowed to remember.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null;
  }
}

/** Marks in the table of contents the section that is being read. */
function followHeadings(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(".contents a")];
  const sections = links.flatMap((link) => {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    return heading === null ? [] : [{ link, heading }];
  });
  let waiting = false;
  const mark = (): void => {
    waiting = false;
    const current = sections.findLast(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3);
    for (const { link } of sections) link.removeAttribute("aria-current");
    current?.link.setAttribute("aria-current", "location");
  };
  const later = (): void => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", later, { passive: true });
  mark();
}
