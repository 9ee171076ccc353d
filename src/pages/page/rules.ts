/** The script of the page of rules: a menu changes the surface of all pictures, and the one that is looked at plays. */
import { SURFACES } from "../../frontend/explorer/settings.ts";
import { wantsLessMotion } from "../../frontend/motion.ts";
import { pointNumeral } from "../../math/numerals.ts";
import { rules } from "../../rules/list.ts";
import { explorerLink } from "../rules/link.ts";
import { descentOf, mapOf, MARKED, reliefSymbol, type Scene, sceneOf } from "../rules/map.ts";

/** How long a descent plays, in milliseconds. */
const LENGTH = 2400;

const own: unknown = JSON.parse(document.querySelector("#race")!.textContent);
const menu = document.querySelector<HTMLSelectElement>("[data-surface]")!;
const rows = [...document.querySelectorAll<HTMLElement>("[data-rule]")];

let drawing = 0;

/** Draws all pictures on another surface, one after the other, so that the page can be used meanwhile. */
async function drawOn(name: string): Promise<void> {
  drawing += 1;
  const turn = drawing;
  const scene = sceneOf(SURFACES.find((surface) => surface.name === name)!);
  document.querySelector(".rule-relief")!.outerHTML = reliefSymbol(scene);
  document.querySelector("[data-start]")!.textContent = pointNumeral(scene.start);
  for (const row of rows) {
    if (turn !== drawing) return;
    drawRow(row, scene);
    await new Promise((later) => setTimeout(later));
  }
}

function drawRow(row: HTMLElement, scene: Scene): void {
  const rule = rules.find(({ id }) => id === row.dataset["rule"])!;
  const picture = row.querySelector<HTMLAnchorElement>(".rule-map")!;
  const [page = ""] = picture.href.split("#");
  const trace = descentOf(rule, scene.surface);
  picture.innerHTML = mapOf(rule, trace, scene);
  const address = explorerLink(own, page, trace, scene);
  for (const link of row.querySelectorAll<HTMLAnchorElement>("[data-explorer]")) link.href = address;
}

/** Plays the picture of a row from its start, until it has ended or is left. */
function play(row: HTMLElement): void {
  if (wantsLessMotion() || row.dataset["plays"] !== undefined) return;
  row.dataset["plays"] = "";
  const lines = [...row.querySelectorAll(".halo, .path")];
  const marks = [...row.querySelectorAll<SVGElement>(".mark")];
  const whole = lines.map((line) => line.getAttribute("d")!.split("L"));
  const last = whole[0]!.length - 1;
  const show = (step: number): void => {
    for (const [k, line] of lines.entries()) line.setAttribute("d", whole[k]!.slice(0, step + 1).join("L"));
    for (const [k, mark] of marks.entries()) mark.style.display = MARKED * (k + 1) <= step ? "" : "none";
  };
  const begun = performance.now();
  const next = (now: number): void => {
    const step = Math.floor(((now - begun) / LENGTH) * last);
    const hasEnded = step >= last || row.dataset["plays"] === undefined;
    show(hasEnded ? last : Math.max(0, step));
    if (hasEnded) delete row.dataset["plays"];
    else requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
}

menu.addEventListener("change", () => void drawOn(menu.value));
for (const row of rows) {
  const stop = (): void => {
    delete row.dataset["plays"];
  };
  for (const begin of ["pointerenter", "focusin"]) row.addEventListener(begin, () => play(row));
  for (const end of ["pointerleave", "focusout"]) row.addEventListener(end, stop);
}
