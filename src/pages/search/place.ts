/** A place of the site that a search finds. */
export interface Place {
  /** From the site's folder: `03-momentum.html#By-hand`. */
  readonly address: string;
  readonly title: string;
  /** The lesson or the page that it is a part of: `03 Momentum`. */
  readonly within: string;
  /** Other names and letters by which it is asked for. */
  readonly also?: string;
  /** What stands there, in words. */
  readonly text: string;
  /** How much it is wanted before others that fit as well; 1 where nothing is said. */
  readonly weight?: number;
}
