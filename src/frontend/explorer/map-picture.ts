import { html } from "../elements.ts";
import { svgAddress } from "../../svg-address.ts";

/** The styles that a picture needs to look outside of the page as in it. */
const STYLES = [
  "display",
  "fill",
  "font",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
] as const;

/** Twice the pixels of the screen: it may be printed. */
const SCALE = 2;

/** The map as a picture: the relief, and over it what is drawn. */
export async function mapPicture(map: HTMLElement): Promise<Blob> {
  const canvas = await drawnFrom(map, () => true);
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob === null ? failed(new Error("the picture is too large")) : done(blob)));
  });
}

/** What lies under the paths: the relief, the axes and the minima. */
export const groundPicture = (map: HTMLElement): Promise<HTMLCanvasElement> =>
  drawnFrom(map, (part) => part.matches(".axes"));

/** @param isKept which of the parts over the relief are drawn */
async function drawnFrom(map: HTMLElement, isKept: (part: Element) => boolean): Promise<HTMLCanvasElement> {
  const relief = map.querySelector("canvas")!;
  const drawn = map.querySelector<SVGSVGElement>(":scope > svg")!;
  const { clientWidth: width, clientHeight: height } = map;
  const canvas = html("canvas", { width: SCALE * width, height: SCALE * height });
  const pen = canvas.getContext("2d")!;
  pen.drawImage(relief, 0, 0, canvas.width, canvas.height);
  pen.drawImage(await imageOf(drawn, width, height, isKept), 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function imageOf(
  drawn: SVGSVGElement,
  width: number,
  height: number,
  isKept: (part: Element) => boolean,
): Promise<HTMLImageElement> {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = drawn.querySelectorAll<SVGElement>("*");
  copy.querySelectorAll<SVGElement>("*").forEach((element, k) => {
    const style = getComputedStyle(originals[k]!);
    for (const name of STYLES) element.style.setProperty(name, style.getPropertyValue(name));
  });
  for (const part of [...copy.children]) if (!isKept(part)) part.remove();
  copy.setAttribute("width", String(width * SCALE));
  copy.setAttribute("height", String(height * SCALE));
  const image = new Image();
  image.src = svgAddress(new XMLSerializer().serializeToString(copy));
  await image.decode();
  return image;
}

/** Offers a file to be kept. */
export function save(blob: Blob, name: string): void {
  const link = html("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
