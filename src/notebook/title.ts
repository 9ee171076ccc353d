/** How a lesson begins: its title, its place in the course, what one learns and needs. */
import type { About } from "../about.ts";

/** The first cell as markdown. `number` is the lesson's, `stops` counts the places to stop in it. */
export function titleOf(about: About, number: string, stops: number): string {
  const { title, minutes, optional, remark, slides, learn, need } = about;
  const place = slides === undefined ? "" : `, ${slidesOfDeck(slides)} of the deck`;
  const time = [`about ${minutes} minutes`, remark, optional === true ? "optional" : undefined]
    .filter((part) => part !== undefined)
    .join(", ");
  return [
    `# ${title}`,
    `*Lesson ${number}${place}, ${time}.*`,
    `**You will learn** ${learn}`,
    ...(need === undefined ? [] : [`**You need** ${need}`]),
    ...(stops === 0 ? [] : [placesToStop(stops)]),
  ].join("\n\n");
}

/** `slide 6`, `slides 7 to 9`. */
export function slidesOfDeck(slides: string): string {
  return `${/\D/.test(slides) ? "slides" : "slide"} ${slides}`;
}

function placesToStop(stops: number): string {
  if (stops === 1) return "One place to stop and come back is marked ■.";
  const count = ["Two", "Three", "Four"][stops - 2] ?? String(stops);
  return `${count} places to stop and come back are marked ■.`;
}
