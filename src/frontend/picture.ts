const MOST_POINTS = 16_000_000;

/** Pictures of these kinds do not say early on how large they are; so many letters hold no more than a page shows. */
const MOST_LETTERS = 1_000_000;

/** Whether the address of a picture holds the picture itself, of a kind that names nothing else, and not too large. */
export function isHarmlessPicture(address: string): boolean {
  const [, kind, data] = /^data:image\/(png|gif|jpeg|webp);base64,(.*)$/is.exec(address) ?? [];
  if (kind === undefined || data === undefined) return false;
  if (!/^(?:png|gif)$/i.test(kind)) return data.length <= MOST_LETTERS;
  const size = sizeOf(data.slice(0, 32));
  return size === undefined || size.width * size.height <= MOST_POINTS;
}

/** What the first bytes of a PNG or a GIF say; nothing where they are too few. */
function sizeOf(base64: string): { width: number; height: number } | undefined {
  if (!/^[\w+/]{32}$/.test(base64)) return undefined;
  const bytes = new DataView(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)).buffer);
  const isGif = bytes.getUint8(0) === 0x47;
  return isGif
    ? { width: bytes.getUint16(6, true), height: bytes.getUint16(8, true) }
    : { width: bytes.getUint32(16), height: bytes.getUint32(20) };
}
