/** Something that has been drawn into an element. */
export interface Drawn {
  /** Take it away and free what it holds. */
  remove(): void;
}
