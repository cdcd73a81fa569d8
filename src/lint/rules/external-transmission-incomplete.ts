import { exampleCookie, exampleProvider } from "../examples/example.ts";
import { duty } from "../questions.ts";
import type { LawRule } from "../rule.ts";
import { isRunByOthers } from "../who.ts";

const example = (keys: Parameters<typeof exampleProvider>[0]) =>
  exampleProvider({ country: "US", reviewed: "2026-11-01", ...keys }, [
    exampleCookie("visitor", { domain: "counter.example" }),
  ]);

export const externalTransmissionIncomplete: LawRule = {
  id: "external-transmission-incomplete",
  severity: "note",
  needs: "cookie",
  summary: "Nothing says who handles, or why, what a cookie sends to somebody else.",
  why: "Services of some kinds must publish what is sent from a visitor's device to somebody else, the name of the recipient, and what for. This tool does not know whether a site is such a service, so this is a note.",
  law: duty("external-transmission-list"),
  exampleIn: "JP",
  bad: example({}),
  good: example({ entity: "Example Corporation" }),
  check({ cookie, isThirdParty, recipients = [], provider: { value } }) {
    if (!isRunByOthers(value) || !(isThirdParty || recipients.length > 0)) return [];
    const isNamed = (value.entity ?? value.entities) !== undefined;
    const lacking = [
      ...(isNamed ? [] : ['"entity", the name of the recipient']),
      ...((cookie.purposes ?? []).length > 0 ? [] : ['"purposes"']),
    ];
    if (lacking.length === 0) return [];
    const message = `"${cookie.name}" is sent to "${value.name}", expected ${lacking.join(" and ")}`;
    return [{ path: [], message }];
  },
};
