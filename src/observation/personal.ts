import { isIP } from "node:net";
import { hasPublicSuffix } from "../vocabulary/party.ts";
import type { Observation } from "./observation.ts";

const uuid = /[0-9a-f]{8}([-_])[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}/gi;

/** Without one of these, only what is encoded tells of a person. */
const mayBePersonal = /[\p{Nd}@%\uff20\ufe6b]/u;

/** As many digits as a telephone number has, and hardly anything else. */
const leastDigits = 9;

const digits = /\p{Nd}{9,}/gu;
/** Digits in groups, as telephones, cards and addresses of the Internet are written. */
const groups = /(?<!\d[ .-]?)\d{1,4}(?:[ .-]\d{1,4}){2,}(?!\d)/g;
const colons = /(?<![0-9a-f])(?:[0-9a-f]{1,4}:|::)[0-9a-f:]{4,}/gi;
const hash = /[0-9a-f]{32,}/gi;

const isPersonalGroup = (group: string): boolean =>
  isIP(group) !== 0 || group.replaceAll(/\D/g, "").length >= leastDigits;

/** Four parts and more: `a::b` is an address, too, and a key of storages as well. */
const isNetworkAddress = (text: string): boolean =>
  isIP(text) !== 0 && text.split(":").filter((part) => part !== "").length > 3;

/** How often a letter stands beside a digit: often in what a machine drew, hardly ever in what a person named. */
const countTurns = (text: string): number => (text.match(/\d(?=\p{L})|\p{L}(?=\d)/gu) ?? []).length;

const isDrawn = (text: string): boolean => countTurns(text) >= Math.max(3, text.length / 7);

function isPersonalWord(word: string): boolean {
  if (word.length < 16 || !/\d/.test(word)) return false;
  return /^[0-9a-f]+$/i.test(word) || word.startsWith("eyJ") || isDrawn(word);
}

const isPersonalRun = (run: string): boolean =>
  run.length >= 16 && /[a-z]/.test(run) && /[A-Z]/.test(run) && isDrawn(run);

/** Masks what a machine drew and `-` or `_` part: from the first word with a digit to the last. */
function maskRun(run: string): string {
  const start = /(?<![a-z\d])[a-z]*\d/i.exec(run)?.index ?? 0;
  const end = run.length - /(?:(?<=\d)|^)\D*$/.exec(run)![0].replace(/^[a-z]*/i, "").length;
  return isPersonalRun(run.slice(start, end)) ? `${run.slice(0, start)}*${run.slice(end)}` : run;
}

/** Whether a text is one with an e-mail address, or a JSON object, in Base64. */
const isEncoded = (text: string): boolean =>
  /^(?=[ -~]*\S@[\w-]+\.|\{")[ -~]+$/.test(Buffer.from(text, "base64").toString("latin1"));

const words = /[\p{L}\d]{16,}/gu;
const runs = /[a-z\d_-]{20,}/gi;
const encoded = /[a-z\d+/]{12,}={0,2}/gi;
const address =
  /(?:(?<![\p{L}\p{N}.!#$&'+=?^_{}~%-])[\p{L}\p{N}.!#$&'+=?^_{}~%-]+|"[^"@]{1,64}")(?:[@\uff20\ufe6b]|%(?:25)*40)(?<host>[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+)/giu;

/** What stands behind the `@` of a package in an address, as in `/npm/klaro@0.7.18/dist/`. */
const version = /^\d+(?:\.\d+){1,2}(?:-[a-z\d.-]+)?$/i;

/** What follows the host of an e-mail address, as in `jane@example.org.token`. */
function restOfHost(host: string): string {
  const labels = host.split(".");
  for (let count = labels.length; count > 1; count -= 1) {
    const start = labels.slice(0, count).join(".");
    if (hasPublicSuffix(start)) return host.slice(start.length);
  }
  return "";
}

/**
 * A text with `*` for each part that is one visitor's own: an e-mail address, a UUID, a number of nine digits or more,
 * an address of the Internet, a long run that a machine drew. What is left is a pattern that stands for the same thing
 * of every visitor.
 */
export function maskPersonal(text: string): string {
  const star = (isPersonal: (part: string) => boolean) => (part: string) =>
    isPersonal(part) ? "*" : part;
  const decoded = text.replaceAll(encoded, star(isEncoded));
  if (!mayBePersonal.test(decoded)) return decoded;
  const masked = decoded
    .replaceAll(uuid, "*")
    .replaceAll(runs, maskRun)
    .replaceAll(words, star(isPersonalWord))
    .replaceAll(hash, star(isPersonalWord))
    .replaceAll(address, (found, host: string) =>
      version.test(host) ? found : `*${restOfHost(host)}`,
    )
    .replaceAll(colons, star(isNetworkAddress))
    .replaceAll(groups, star(isPersonalGroup))
    .replaceAll(digits, "*");
  return masked === text ? text : masked.replaceAll(/\*+/g, "*");
}

/** As `maskPersonal`, for each part of a path. */
export const maskPath = (path: string): string => path.split("/").map(maskPersonal).join("/");

/** The fewest characters besides its stars with which a pattern still says what it stands for. */
const leastFixed = 3;

/** Whether hardly anything is left of a name beside what is one visitor's own. */
export const isWhollyPersonal = (name: string): boolean =>
  name.includes("*") && name.replaceAll("*", "").length < leastFixed;

/** An observation without anything that is one visitor's own. All that is seen passes here before it goes anywhere. */
export const withoutPersonal = (seen: Observation): Observation => ({
  ...seen,
  name: maskPersonal(seen.name),
  ...(seen.path === undefined ? {} : { path: maskPath(seen.path) }),
});
