import type { Diagnostic } from "../diagnostic.ts";
import { type Draft, reportAt } from "./entry.ts";
import type { Drafts } from "./read.ts";

/** Former ids of providers, each with the draft that bears it now. */
export function formerIds({ drafts, ids }: Drafts): {
  former: Map<string, Draft>;
  diagnostics: Diagnostic[];
} {
  const former = new Map<string, Draft>();
  const diagnostics: Diagnostic[] = [];
  for (const draft of drafts.values()) {
    const { formerly } = draft.data;
    for (const [index, id] of (Array.isArray(formerly) ? formerly : []).entries()) {
      const other = ids.has(id) ? id : former.get(id)?.id;
      const message = `former id "${id}" belongs to "${other}", expected one that nobody else has`;
      if (other !== undefined)
        diagnostics.push(reportAt(draft, ["formerly", index], { rule: "duplicate-id", message }));
      else former.set(id, draft);
    }
  }
  return { former, diagnostics };
}
