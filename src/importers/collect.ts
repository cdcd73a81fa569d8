import type { Diagnostic } from "../diagnostic.ts";
import { addressOf } from "../observation/address.ts";
import { isKey } from "../observation/cookie-owner.ts";
import { mergeObservations } from "../observation/merge.ts";
import type { Evidence, Observation } from "../observation/observation.ts";
import { withoutPersonal } from "../observation/personal.ts";
import { readSetCookie, type Response } from "../observation/set-cookie.ts";
import { reportEvidence } from "./evidence-rules.ts";
import { withoutUnknown } from "./fields.ts";
import type { Content } from "./importer.ts";
import { parseUrl } from "../vocabulary/host.ts";

/** An entry that is no observation. */
interface Fault {
  /** Why, as the end of "left out: 3 …". */
  readonly fault: string;
  /** `refused` where browsers refuse what a sound entry asks for, `redacted` where what it said was taken out. */
  readonly kind?: "refused" | "redacted";
  /** Of the entry's first character, where that is known. */
  readonly offset?: number;
}

export type EvidenceEntry = Observation | Fault;

export const isFault = (one: EvidenceEntry): one is Fault => "fault" in one;
const isObservation = (one: EvidenceEntry): one is Observation => !isFault(one);

function countFaults(faults: readonly Fault[]): string {
  const counts = new Map<string, number>();
  for (const { fault } of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  return [...counts].map(([fault, count]) => `${count} ${fault}`).join(", ");
}

const kinds = [
  { kind: undefined, rule: "skipped-evidence", why: "" },
  {
    kind: "redacted",
    rule: "sanitized-evidence",
    why: "",
    hint: "export it anew, and clean it of values alone: the names are what an audit needs",
  },
  { kind: "refused", rule: "refused-cookie", why: ", since browsers refuse them" },
] as const;

/** For each kind of fault one diagnostic, which is an error where nothing was read, but for what browsers refuse. */
function reportFaults(content: Content, faults: readonly Fault[], total: number): Diagnostic[] {
  return kinds.flatMap(({ kind, rule, why, ...hint }) => {
    const found = faults.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const message = `${found.length} of ${total} entries left out${why}: ${countFaults(found)}`;
    const severity = kind === "refused" ? "note" : faults.length === total ? "error" : "warning";
    const offset = found[0]?.offset ?? 0;
    return [reportEvidence(content, offset, { rule, message, ...hint }, severity)];
  });
}

/** Evidence of what could be read, each thing once, with one diagnostic for each kind of what was left out. */
export function collect(
  content: Content,
  entries: readonly EvidenceEntry[],
  incomplete: readonly string[],
): Evidence {
  return {
    observations: mergeObservations(entries.filter(isObservation).map(withoutPersonal)),
    diagnostics: reportFaults(content, entries.filter(isFault), entries.length),
    incomplete,
  };
}

/** What a cleaner left of an entry. */
export const redacted: EvidenceEntry = { fault: "that were redacted", kind: "redacted" };

const unreadFaults = {
  redacted,
  empty: { fault: "that are empty" },
} as const;

/** What a `Set-Cookie` header of a response shows; `undefined` where it deletes a cookie, which shows none. */
export function setByHeader(
  header: string,
  at: Response,
  page?: string,
): EvidenceEntry | undefined {
  const { cookie, refused, unread } = readSetCookie(header, at);
  if (unread !== undefined) return unreadFaults[unread];
  if (!cookie || refused !== undefined) return { fault: `for ${refused}`, kind: "refused" };
  if (cookie.deletes) return undefined;
  const url = addressOf(at.url);
  return withoutUnknown<Observation>({
    name: cookie.name,
    storage: "cookie",
    host: cookie.host,
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    page,
    lifetime: cookie.lifetime,
    setter: url === undefined ? undefined : { kind: "response", url },
    httpOnly: cookie.httpOnly,
    secure: cookie.secure,
    sameSite: cookie.sameSite,
    partitioned: cookie.partitioned,
  });
}

/** Something that an origin keeps under a key in a storage other than cookies. */
export function storedAt(
  storage: "local-storage" | "indexed-db",
  origin: string | undefined,
  key: unknown,
): EvidenceEntry {
  const host = parseUrl(origin ?? "")?.hostname ?? "";
  if (host === "") return { fault: "without an origin" };
  if (typeof key !== "string" || !isKey(key)) return { fault: "without a usable name" };
  return { name: key, storage, host, hostOnly: true, lifetime: { kind: "persistent" } };
}

/** Each line of a text without its break, and the offset of its first character, counted from 0. */
export function* eachLine(text: string): Generator<{ text: string; offset: number }> {
  for (let offset = 0; offset < text.length;) {
    const found = text.indexOf("\n", offset);
    const end = found === -1 ? text.length : found;
    yield { text: text.slice(offset, text[end - 1] === "\r" ? end - 1 : end), offset };
    offset = end + 1;
  }
}
