import type { Place } from "./text-file.ts";

/** A second place as a message cites it: `file:line:column`. */
export const citePlace = ({ location: { file, line, column } }: Place): string =>
  `${file}:${line}:${column}`;
