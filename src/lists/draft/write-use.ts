import { citePlace } from "../../diagnostic.ts";
import { writePair } from "../../source/yaml/write.ts";
import { escapeName } from "../../vocabulary/foreign-name.ts";
import { lengthInDays, parseDuration, writeDuration } from "../../vocabulary/duration.ts";
import type { Assigned } from "./assign.ts";
import { type ListSource, inOneLine } from "./write-entry.ts";

/** What a site changes of a provider's cookie, and where a list says so. */
interface Change {
  readonly name: string;
  readonly duration: string;
  readonly remark: string;
}

const quote = (name: string): string => JSON.stringify(escapeName(name));

/** Three months are 90 days or 92: what differs no more than that is the same in other words. */
const isAsLong = (a: number, b: number): boolean =>
  a === b || (Number.isFinite(a + b) && Math.abs(a - b) <= 0.03 * Math.max(a, b));

/** The duration that a list says, where it is another than the provider's. */
function changeOf({ cookie, declared }: Assigned): Change[] {
  const listed = cookie.duration === undefined ? undefined : parseDuration(cookie.duration);
  if (!declared || !listed || cookie.duration === undefined) return [];
  const own = declared.cookie.duration;
  if (own && isAsLong(lengthInDays(own), lengthInDays(listed))) return [];
  const says = own ? `the provider says ${writeDuration(own)}` : "the provider says none";
  const remark = `${citePlace(cookie.place)}; ${says}`;
  return [{ name: declared.name, duration: cookie.duration, remark }];
}

/** What a site takes of one provider, as an item of its list. */
export function writeUse(id: string, assigned: readonly Assigned[]): string {
  const [first] = assigned;
  const entry = first?.provider.entry;
  const own = assigned.filter(({ declared }) => declared === undefined);
  const picked = new Set(assigned.map(({ declared, cookie }) => declared?.name ?? cookie.name));
  const all = entry?.value.cookies ?? [];
  const usual = all.filter(({ feature }) => feature === undefined);
  const isWhole =
    !entry ||
    (usual.every(({ name }) => picked.has(name)) && picked.size === usual.length + own.length);
  const changes = new Map(assigned.flatMap(changeOf).map((change) => [change.name, change]));
  if (isWhole && changes.size === 0) return `  - ${id}\n`;
  return [
    `  - id: ${id}\n`,
    ...(isWhole ? [] : [`    only: [${[...picked].map(quote).join(", ")}]\n`]),
    ...(changes.size > 0 ? ["    override:\n"] : []),
    ...[...changes.values()].map(
      ({ name, duration, remark }) =>
        `      # ${inOneLine(remark)}\n      ${quote(name)}:\n        duration: ${duration}\n`,
    ),
  ].join("");
}

/** What a new site's file says beside its providers. */
export interface NewSite {
  readonly name: string;
  readonly url: string | undefined;
  /** Whether the address is that of what lists call first-party. */
  readonly isDeduced: boolean;
  readonly languages: readonly string[];
  readonly saysLanguage: boolean;
}

/** The file of a site that has none. */
export function writeListedSite(
  { name, url, isDeduced, languages, saysLanguage }: NewSite,
  { files, read }: ListSource,
  uses: readonly string[],
): string {
  const remark = isDeduced ? "# The domain of what the list calls first-party.\n" : "";
  const address =
    url === undefined
      ? "# Add its address, which no list says, as url: https://…"
      : remark + writePair("url", url, "");
  return `# Imported on ${read} from ${inOneLine(files.join(", "))}. Add the controller, and what else docs/registry.md explains.
${writePair("name", inOneLine(name), "")}
${address}
${saysLanguage ? "" : "# No list says in which language it is.\n"}languages: [${languages.join(", ")}]
providers:
${uses.join("")}updated: ${read}
`;
}
