/** Does several things at once; each has come to its end, and said what is wrong with it, before the first error is thrown. */
export async function together(things: readonly Promise<unknown>[]): Promise<void> {
  const ends = await Promise.allSettled(things);
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
