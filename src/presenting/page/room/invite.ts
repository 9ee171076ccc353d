import { html } from "../../../frontend/elements.ts";
import { svgAddress } from "../../../svg-address.ts";
import type { RoomData } from "../../../room/protocol.ts";

/** How one comes into the room: its address and code, and both as a picture to be scanned. */
export function inviteOf({ address, code, qr }: RoomData): HTMLElement {
  if (address === undefined)
    return html("div", { class: "invite" }, "No phone can reach this room: hands count by digits.");
  const picture = qr === undefined ? [] : [html("img", { alt: "", src: svgAddress(qr) })];
  return html(
    "div",
    { class: "invite" },
    ...picture,
    html(
      "p",
      {},
      html("span", {}, "Vote by phone"),
      html("b", {}, address),
      html("b", { class: "code" }, code),
    ),
  );
}
