import { escapeName } from "../../vocabulary/foreign-name.ts";
import { isWhollyPersonal } from "../../observation/personal.ts";
import { starSuspicious } from "../../source/characters.ts";
import { writeDuration } from "../../vocabulary/duration.ts";
import { cookieName, host } from "../../registry/schema/scalars.ts";
import { writePair } from "../../source/yaml/write.ts";
import { durationOf, findLongest } from "../compare-lifetimes.ts";
import { tellSetter } from "../observation-text.ts";
import type { UndeclaredCookie } from "../compare.ts";
import type { LikelyProvider } from "./attribute.ts";

const maximumName = 200;

/**
 * A name under which a registry can declare what was seen: itself, or a pattern where it holds characters that no
 * registry can hold, space at an end, or too many. `undefined` where hardly anything fixed would be left.
 */
export function declarableName(name: string): string | undefined {
  const short = name.length > maximumName ? `${name.slice(0, maximumName)}*` : name;
  const pattern = starSuspicious(short.replaceAll(/^\s+|\s+$/g, "*"));
  return !isWhollyPersonal(pattern) && cookieName.safeParse(escapeName(pattern)).success
    ? pattern
    : undefined;
}

const originOf = (url: string): string => (URL.canParse(url) ? new URL(url).origin : url);

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

const starMeaning = "* stands for what is one visitor's own, or cannot be written here";

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
    ...(name.includes("*") ? [`  ${remark(starMeaning)}`] : []),
    ...remarks.map((text) => `  ${remark(text)}`),
    `  - name: ${JSON.stringify(escapeName(name))}`,
    ...(storage === "cookie" ? [] : [`    storage: ${storage}`]),
    "    category: unclassified",
    ...durationLine(cookie),
    ...(domain !== undefined && isDeclarableHost(domain) ? [`    domain: ${domain}`] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** The file of a new provider down to its first cookie. */
export function writeHead(
  { name, domains, ground }: LikelyProvider,
  isSiteItself: boolean,
): string {
  const known = domains.filter(isDeclarableHost);
  const lines = [
    remark(`Proposed: ${ground}. Check it.`),
    writePair("name", name, ""),
    ...(isSiteItself ? ["operator: site"] : []),
    ...(known.length > 0 ? [`domains: [${known.join(", ")}]`] : []),
    "cookies:",
  ];
  return lines.map((line) => `${line}\n`).join("");
}
