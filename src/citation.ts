import { enumerated } from "./enumerated.ts";

/** A paper, a book, a page. */
export interface Reference {
  /** Family names, all of them, in the order of the title page. */
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  /** Journal, conference or publisher, with volume and pages where it has them. */
  readonly published: string;
  /** An address that stays: a DOI, arXiv or the official page. */
  readonly link: string;
}

/**
 * Who and when, as it is said in a text.
 * @example authorsAndYear(bibliography.kingma2015) // "Kingma and Ba 2015"
 */
export function authorsAndYear({ authors, year }: Reference): string {
  const names = authors.length > 2 ? `${authors[0]!} et al.` : enumerated(authors);
  return `${names} ${year}`;
}

/** All authors and the year: `Lessard, Recht and Packard 2016`. */
export function authorsInFull({ authors, year }: Reference): string {
  return `${enumerated(authors)} ${year}`;
}

/** A reference in full, on one line. */
export function citation(reference: Reference): string {
  const { title, published, link } = reference;
  return `${authorsInFull(reference)}. ${title}. ${published}. ${link}`;
}
