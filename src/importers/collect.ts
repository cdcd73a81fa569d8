import type { Diagnostic } from "../diagnostic.ts";
import { mergeObservations } from "../observation/merge.ts";
import type { Evidence, Observation } from "../observation/observation.ts";
import type { Content } from "./importer.ts";
import { reportAt } from "./rules.ts";

/** An entry that is no observation. */
interface Fault {
  /** Why, as the end of "left out: 3 …"; `refused`: the entry is sound, but browsers refuse what it asks for. */
  readonly fault: "refused" | (string & {});
  /** Of the entry's first character, where that is known. */
  readonly offset?: number;
}

export type Entry = Observation | Fault;

const isFault = (one: Entry): one is Fault => "fault" in one;
const isObservation = (one: Entry): one is Observation => !isFault(one);

/** An error where nothing is left. */
function warnOfSkipped(content: Content, faults: readonly Fault[], total: number): Diagnostic[] {
  if (faults.length === 0) return [];
  const severity = faults.length === total ? "error" : "warning";
  const counts = new Map<string, number>();
  for (const { fault } of faults) counts.set(fault, (counts.get(fault) ?? 0) + 1);
  const reasons = [...counts].map(([fault, count]) => `${count} ${fault}`).join(", ");
  const message = `${faults.length} of ${total} entries left out: ${reasons}`;
  const offset = faults[0]?.offset ?? 0;
  return [reportAt(content, offset, { rule: "skipped-evidence", message }, severity)];
}

function noteRefused(content: Content, refused: readonly Fault[], total: number): Diagnostic[] {
  if (refused.length === 0) return [];
  const message = `${refused.length} of ${total} entries left out: browsers refuse what they ask for`;
  const hint = "a control character, no name, too long, or a Domain that is not the response's";
  const offset = refused[0]?.offset ?? 0;
  return [reportAt(content, offset, { rule: "refused-cookie", message, hint }, "note")];
}

/** Evidence of what could be read, each thing once, with one diagnostic for all that was left out for its own fault. */
export function collect(
  content: Content,
  entries: readonly Entry[],
  incomplete: readonly string[],
): Evidence {
  const faults = entries.filter(isFault);
  const refused = faults.filter(({ fault }) => fault === "refused");
  const skipped = faults.filter(({ fault }) => fault !== "refused");
  return {
    observations: mergeObservations(entries.filter(isObservation)),
    diagnostics: [
      ...warnOfSkipped(content, skipped, entries.length),
      ...noteRefused(content, refused, entries.length),
    ],
    incomplete,
  };
}
