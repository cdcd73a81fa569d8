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

/** An entry that is no observation. */
interface Fault {
  /** Why, as the end of "left out: 3 …"; `refused`: the entry is sound, but browsers refuse what it asks for. */
  readonly fault: "refused" | (string & {});
  /** Of the entry's first character, where that is known. */
  readonly offset?: number;
}

export type EvidenceEntry = Observation | Fault;

const isFault = (one: EvidenceEntry): one is Fault => "fault" in one;
const isObservation = (one: EvidenceEntry): one is Observation => !isFault(one);

/** An error where nothing is left. */
function warnOfSkipped(content: Content, faults: readonly Fault[], total: number): Diagnostic[] {
  if (faults.length === 0) return [];
  const severity = faults.length === total ? "error" : "warning";
  const counts = new Map<string, number>();
  for (const { fault } of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  const reasons = [...counts].map(([fault, count]) => `${count} ${fault}`).join(", ");
  const message = `${faults.length} of ${total} entries left out: ${reasons}`;
  const offset = faults[0]?.offset ?? 0;
  return [reportEvidence(content, offset, { rule: "skipped-evidence", message }, severity)];
}

function noteRefused(content: Content, refused: readonly Fault[], total: number): Diagnostic[] {
  if (refused.length === 0) return [];
  const message = `${refused.length} of ${total} entries left out: browsers refuse what they ask for`;
  const hint = "a control character, no name, too long, or a Domain that is not the response's";
  const offset = refused[0]?.offset ?? 0;
  return [reportEvidence(content, offset, { rule: "refused-cookie", message, hint }, "note")];
}

/** Evidence of what could be read, each thing once, with one diagnostic for all that was left out for its own fault. */
export function collect(
  content: Content,
  entries: readonly EvidenceEntry[],
  incomplete: readonly string[],
): Evidence {
  const faults = entries.filter(isFault);
  const refused = faults.filter(({ fault }) => fault === "refused");
  const skipped = faults.filter(({ fault }) => fault !== "refused");
  return {
    observations: mergeObservations(entries.filter(isObservation).map(withoutPersonal)),
    diagnostics: [
      ...warnOfSkipped(content, skipped, entries.length),
      ...noteRefused(content, refused, entries.length),
    ],
    incomplete,
  };
}

/** What a `Set-Cookie` header of a response shows; `undefined` where it deletes a cookie, which shows none. */
export function setByHeader(
  header: string,
  at: Response,
  page?: string,
): EvidenceEntry | undefined {
  const cookie = readSetCookie(header, at);
  if (!cookie) return { fault: "refused" };
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
  const host = URL.canParse(origin ?? "") ? new URL(origin!).hostname : "";
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
