/** An id that no other has. (`crypto.randomUUID` is missing in pages that come over plain http.) */
export function uniqueId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
