import type { factSources } from "../vocabulary/vocabulary.ts";
import { escapeName } from "../vocabulary/foreign-name.ts";
import { writePair } from "../source/yaml/write.ts";
import type { ListedCookie } from "./list.ts";

/** Where the facts of a skeleton were read. */
export interface SkeletonSource {
  readonly url: string;
  readonly read: string;
  readonly kind: (typeof factSources)[number];
}

/** An id as a name: `acme-counter` as `Acme Counter`. */
const nameOf = (id: string): string =>
  id
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(" ");

/** A cookie that stays until it is deleted is told of: most often the table means a length that it does not say. */
const writeDurationOf = (storage: string, duration: string | undefined): string[] => [
  ...(duration === "persistent" && storage === "cookie"
    ? ["    # The table gives no end, so it stays until it is deleted: look up how long it is kept"]
    : []),
  ...(duration === undefined ? [] : [`    duration: ${duration}`]),
];

const writeCookie = ({ name, storage, duration, hosts, place }: ListedCookie): string[] => [
  `  # Line ${place.location.line} of the table`,
  `  - name: ${JSON.stringify(escapeName(name))}`,
  ...(storage === "cookie" ? [] : [`    storage: ${storage}`]),
  "    category: unclassified",
  ...writeDurationOf(storage, duration),
  ...(hosts.length === 1 ? [`    domain: ${hosts[0]}`] : []),
];

/** The file of a provider as far as a table tells it. What is not known yet is left to the linter to ask for. */
export function writeSkeleton(
  id: string,
  { url, read, kind }: SkeletonSource,
  cookies: readonly ListedCookie[],
): string {
  const lines = [
    "# Give each cookie its function and purposes in place of the category, and compare all with the source.",
    writePair("name", nameOf(id), ""),
    "sources:",
    `  -${writePair("url", url, " ")}`,
    `    read: ${read}`,
    `    kind: ${kind}`,
    "cookies:",
    ...cookies.flatMap(writeCookie),
  ];
  return lines.map((line) => `${line}\n`).join("");
}
