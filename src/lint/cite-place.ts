import type { Place } from "../registry/text.ts";

/** A second place as a message cites it: `file:line:column`. */
export const citePlace = ({ location: { file, line, column } }: Place): string =>
  `${file}:${line}:${column}`;
