/** What a part of `dist/` was made from, and what came of it: files and folders, from the project's folder or whole paths. */
export interface Made {
  readonly inputs: readonly string[];
  readonly products: readonly string[];
}

/** Several things made as one part; the first error of any is thrown, whatever the others still do. */
export async function together(things: readonly Promise<Made>[]): Promise<Made> {
  const made = await Promise.all(things);
  return {
    inputs: made.flatMap(({ inputs }) => inputs),
    products: made.flatMap(({ products }) => products),
  };
}
