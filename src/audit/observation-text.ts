import { phases, type Observation, type Phase, type Setter } from "../observation/observation.ts";
import { isWhollyPersonal } from "../observation/personal.ts";
import { writeLifetime } from "./compare-lifetimes.ts";
import type { Comparison } from "./compare.ts";
import type { ComparedCookie } from "./match.ts";

/** Who set something, as reports name it: `script https://www.example.org/a.js:3:5`. */
export const tellSetter = ({ kind, url, line, column }: Setter): string =>
  `${kind} ${[url, line, column].filter((part) => part !== undefined).join(":")}`;

/** A name as reports print it, where there may be none, or none that tells anything. */
export const showName = (name: string): string =>
  name === "" ? "(no name)" : isWhollyPersonal(name) ? "(a name that is one visitor's own)" : name;

const joinWithOr = (ids: readonly string[]): string => ids.map((id) => `"${id}"`).join(" or ");

const countPages = (count: number): string => `${count} more ${count === 1 ? "page" : "pages"}`;

/** On which page something was first seen, and on how many more; empty where one page alone was visited. */
function tellWhere(observations: readonly Observation[]): string {
  const told = observations.filter(({ alsoOn }) => alsoOn);
  const pages = new Set(told.flatMap(({ page, alsoOn = [] }) => [page, ...alsoOn]));
  const [first] = pages;
  if (first === undefined) return "";
  const more = pages.size > 1 ? ` and on ${countPages(pages.size - 1)}` : "";
  return `, first seen on ${new URL(first).pathname}${more}`;
}

/** The first observation's setter, as far as it is known, and where it was seen, as the end of a message. */
export function tellWho(observations: readonly Observation[]): string {
  const known = observations.find(({ setter }) => setter)?.setter;
  return `${known ? `, set by the ${tellSetter(known)}` : ""}${tellWhere(observations)}`;
}

/**
 * The name under which a declared cookie was seen, how many others there are where it is a pattern, and which providers
 * declare it where several do.
 */
export function tellNames(
  { name: declared, provider, rivals }: Pick<ComparedCookie, "name" | "provider" | "rivals">,
  observations: readonly Observation[],
): string {
  const names = [...new Set(observations.map(({ name }) => name))];
  const others = names.length > 1 ? ` and ${names.length - 1} more` : "";
  const isSame = names.length === 1 && names[0] === declared;
  const whose = rivals.size > 0 ? ` of ${joinWithOr([provider.id, ...rivals])}` : "";
  if (isSame) return `"${declared}"${whose}`;
  return `"${showName(names[0]!)}"${others}, declared as "${declared}"${whose},`;
}

const titles: Readonly<Record<Phase, string>> = {
  before: "Before any choice",
  rejected: "After rejecting",
  accepted: "After accepting",
};

/** What was seen in one phase, as a table. */
export interface PhaseTable {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const head = ["name", "storage", "host", "stays", "declared by", "set by"];
const headOfPages = "first seen on";

const pageCell = ({ page, alsoOn = [] }: Observation): string =>
  page === undefined
    ? "unknown"
    : [new URL(page).pathname, ...(alsoOn.length > 0 ? [`+${alsoOn.length}`] : [])].join(" ");

function rowOf(observation: Observation, { ownersOf }: Comparison, hasPages: boolean): string[] {
  const { name, storage, host, lifetime, setter, blocked } = observation;
  const refused = blocked ? ` (refused: ${blocked.join(", ")})` : "";
  return [
    showName(name),
    storage,
    host ?? "unknown",
    writeLifetime(lifetime),
    ownersOf
      .get(observation)
      ?.map(({ provider }) => provider.id)
      .join(" or ") ?? "UNDECLARED",
    (setter ? tellSetter(setter) : "unknown") + refused,
    ...(hasPages ? [pageCell(observation)] : []),
  ];
}

/** What was seen, by phase, for a person; phases in which nothing was seen are left out. */
export function showPhases(
  comparison: Comparison,
  observations: readonly Observation[],
): PhaseTable[] {
  const hasPages = observations.some(({ alsoOn }) => alsoOn);
  const heads = hasPages ? [...head, headOfPages] : head;
  return [...phases, undefined].flatMap((phase) => {
    const seen = observations.filter((one) => one.phase === phase);
    if (seen.length === 0) return [];
    const undeclared = seen.filter((one) => !comparison.ownersOf.has(one)).length;
    const what = phase ? titles[phase] : "In a phase that the evidence does not tell";
    const title = `${what}: ${seen.length} seen, ${undeclared} undeclared`;
    return [{ title, head: heads, rows: seen.map((one) => rowOf(one, comparison, hasPages)) }];
  });
}

/** An observation, with the id of the provider that declares it, or `null`. */
export type Declared = Observation & { readonly provider: string | null };

/** What was seen, for a program. */
export const listObserved = (
  { ownersOf }: Comparison,
  observations: readonly Observation[],
): readonly Declared[] =>
  observations.map((one) => ({ ...one, provider: ownersOf.get(one)?.[0].provider.id ?? null }));
