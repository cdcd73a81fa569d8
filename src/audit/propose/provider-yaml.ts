import { escapeName } from "../../vocabulary/foreign-name.ts";
import { isWhollyPersonal } from "../../observation/personal.ts";
import { starSuspicious } from "../../source/characters.ts";
import { writeDuration } from "../../vocabulary/duration.ts";
import { cookieName, host } from "../../registry/schema/scalars.ts";
import { writePair } from "../../source/yaml/write.ts";
import { durationOf, findLongest } from "../compare-lifetimes.ts";
import { tellSetter } from "../observation-text.ts";
import type { UndeclaredCookie } from "../compare.ts";
import { generaliseName } from "./generalise.ts";
import type { LikelyProvider } from "./attribute.ts";
import { parseUrl } from "../../vocabulary/host.ts";

const maximumName = 200;

/** A name without what no registry can hold: such characters, space at an end, or too many. */
function holdableName(name: string): string {
  const short = name.length > maximumName ? `${name.slice(0, maximumName)}*` : name;
  return starSuspicious(short.replaceAll(/^\s+|\s+$/g, "*"));
}

/**
 * A name under which a registry can declare what was seen: itself, or a pattern where it ends with an id or holds what no
 * registry can hold. `undefined` where hardly anything fixed would be left.
 */
export function declarableName(name: string): string | undefined {
  const pattern = generaliseName(holdableName(name));
  return !isWhollyPersonal(pattern) && cookieName.safeParse(escapeName(pattern)).success
    ? pattern
    : undefined;
}

const originOf = (url: string): string => parseUrl(url)?.origin ?? url;

/** In one line of a comment, whatever it was. */
const remark = (text: string): string => `# ${text.replaceAll(/[^\u0020-\u007e]/g, "?")}`;

function durationLine({ observations }: UndeclaredCookie): string[] {
  const kept = observations.filter(({ blocked }) => !blocked);
  const longest = findLongest(kept.filter(({ lifetime }) => lifetime.kind !== "unknown"));
  const duration = longest && durationOf(longest.lifetime);
  if (!duration) return [];
  const isCut = longest.lifetime.kind === "length" && longest.lifetime.capped;
  const ground = isCut ? "as observed, cut by the browser" : "as observed";
  return [`    duration: ${writeDuration(duration)} # ${ground}`];
}

/** Whether a registry can hold a domain; it cannot hold an address or a name without a dot. */
const isDeclarableHost = (domain: string): boolean => host.safeParse(domain).success;

/** What an entry declares: two of the same would be one cookie declared twice. */
export const keyOfEntry = (name: string, { storage, domain }: UndeclaredCookie): string =>
  JSON.stringify([name, storage, domain !== undefined && isDeclarableHost(domain) && domain]);

/** What the star of a pattern stands for, where there is one. */
function remarksOnStar(name: string, seen: string): string[] {
  if (!name.includes("*")) return [];
  const held = holdableName(seen);
  return name === held
    ? ["* stands for what is one visitor's own, or cannot be written here"]
    : [`seen as ${JSON.stringify(held)}; * stands for what looks like an id`];
}

/** The entry of a cookie in its provider's file. It says what was seen and nothing else: neither function nor purpose; remarks stand above it. */
export function writeEntry(
  name: string,
  cookie: UndeclaredCookie,
  remarks: readonly string[] = [],
): string {
  const { storage, domain, observations } = cookie;
  const setter = observations.find((one) => one.setter)?.setter;
  // A registry is published; the path of a response may tell whose visit it was.
  const who = setter?.kind === "response" ? { ...setter, url: originOf(setter.url) } : setter;
  const lines = [
    ...(who ? [`  ${remark(`set by the ${tellSetter(who)}`)}`] : []),
    ...[...remarksOnStar(name, cookie.name), ...remarks].map((text) => `  ${remark(text)}`),
    `  - name: ${JSON.stringify(escapeName(name))}`,
    ...(storage === "cookie" ? [] : [`    storage: ${storage}`]),
    "    category: unclassified",
    ...durationLine(cookie),
    ...(domain !== undefined && isDeclarableHost(domain) ? [`    domain: ${domain}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** A provider's new file down to its first cookie. */
export function writeHead(
  { name, domains, house, ground }: LikelyProvider,
  { isKnown, isSiteItself }: { readonly isKnown: boolean; readonly isSiteItself: boolean },
): string {
  const known = domains.filter(isDeclarableHost);
  const lines = [
    remark(`Proposed: ${ground}. Check it.`),
    ...(isSiteItself
      ? [remark("Where no setter stands above a name, any script of a page may have set it.")]
      : []),
    ...(isKnown
      ? []
      : [
          ...(house === undefined ? [] : [`extends: ${house}`]),
          writePair("name", name, ""),
          ...(isSiteItself ? ["operator: site"] : []),
          ...(known.length > 0 ? [`domains: [${known.join(", ")}]`] : []),
        ]),
    "cookies:",
  ];
  return lines.map((line) => `${line}\n`).join("");
}
