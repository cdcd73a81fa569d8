import type { Observation, Setter } from "../observation/observation.ts";

/** Who set something, as reports name it: `script https://www.example.org/a.js:3:5`. */
export const tellSetter = ({ kind, url, line, column }: Setter): string =>
  `${kind} ${[url, line, column].filter((part) => part !== undefined).join(":")}`;

/** The first observation's setter as the end of a message; empty where none is known. */
export function tellWho(observations: readonly Observation[]): string {
  const known = observations.find(({ setter }) => setter)?.setter;
  return known ? `, set by the ${tellSetter(known)}` : "";
}

/** The name under which a declared cookie was seen, and how many others there are, where it is a pattern. */
export function tellNames(declared: string, observations: readonly Observation[]): string {
  const names = [...new Set(observations.map(({ name }) => name))];
  if (names.length === 1 && names[0] === declared) return `"${declared}"`;
  const others = names.length > 1 ? ` and ${names.length - 1} more` : "";
  return `"${names[0]}"${others}, declared as "${declared}",`;
}
