import { inviteOf } from "./invite.ts";
import type { RoomData } from "../../../room/protocol.ts";

/** So much lies between the invitation and what stands above it, in pixels of a slide. */
const AIR = 12;

/** How one comes into the room, below a question that is open, on slides that have the place for it. */
export class Corner {
  readonly #node: HTMLElement;
  readonly #isReached: boolean;

  constructor(data: RoomData) {
    this.#isReached = data.address !== undefined;
    this.#node = inviteOf(data);
    this.#node.classList.add("corner");
  }

  /** @param isAsked whether the slide's question waits for answers */
  follow(slide: HTMLElement, isAsked: boolean): void {
    this.#node.remove();
    const body = slide.querySelector<HTMLElement>(":scope > .body");
    if (!isAsked || !this.#isReached || body === null) return;
    slide.append(this.#node);
    const scale = body.getBoundingClientRect().height / body.offsetHeight;
    const bottoms = [...body.querySelectorAll(".asking > *")].map(
      (one) => one.getBoundingClientRect().bottom,
    );
    const top = this.#node.getBoundingClientRect().top - AIR * scale;
    if (bottoms.some((bottom) => bottom > top)) this.#node.remove();
  }
}
