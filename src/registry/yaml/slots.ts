/** How a mapping lays out its pairs: a slot for each, and between the slots what stays where it is. */
export interface Slots {
  readonly start: (slot: number) => number;
  readonly end: (slot: number) => number;
  /** The text of a slot once a pair, counted from 0 as the text has them, stands in it; `undefined` if it cannot. */
  readonly fill: (slot: number, pair: number) => string | undefined;
}
