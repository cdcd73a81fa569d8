import { partyOf } from "../../vocabulary/party.ts";
import { declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";

const files = declare(
  "sid",
  "function: authentication",
  "purposes: [check-identity]",
  "duration: session",
);

export const siteNotSeen: AuditRule = {
  id: "site-not-seen",
  severity: "error",
  needs: "site",
  summary: "The evidence does not show the site: nothing was seen of it, or it did not answer.",
  why: "A look that saw nothing finds no fault, and says nothing about the site. So it is an error where the site answered only with errors, where the evidence is of another site, and where nothing was seen although the site declares what is set without consent; a warning where all that it declares waits for consent, or where nothing tells whether it answered.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 5(1)(a)",
    date: "2016-04-27",
    certainty: "B",
  },
  bad: { files, seen: [] },
  good: { files, seen: [see("sid")] },
  check({ site, cookies, undeclared, requests, phases, isBroken }) {
    const host = new URL(site.value.url).hostname;
    const own = requests?.filter(
      ({ url }) => partyOf(new URL(url).hostname, site.value) === "first",
    );
    const found = { path: ["url"] };
    const isSeen =
      cookies.some(({ sightings, party }) => party === "first" && sightings.length > 0) ||
      undeclared.some(({ party }) => party === "first");
    if (own?.length === 0 && !isSeen) {
      const message = `no request to "${host}", expected evidence of a visit to the site`;
      return [{ ...found, message }];
    }
    const answered = own && own.some(({ failed }) => !failed);
    if (answered === false && own!.length > 0) {
      const message = `nothing of "${host}" answered but with errors, expected a visit that saw the site`;
      return [{ ...found, message }];
    }
    if (phases.size > 0 || isBroken) return [];
    const due = cookies.filter(
      ({ storage, cookie }) => storage !== "pixel" && cookie.condition === undefined,
    );
    if (due.length === 0 && answered) return [];
    const isCertain = due.some(({ asksConsent }) => !asksConsent);
    const what = due.length > 0 ? `one of the ${due.length} things that it declares` : "an answer";
    const message = `nothing was seen of the site, expected ${what}`;
    return [{ ...found, message, ...(isCertain ? {} : { severity: "warning" as const }) }];
  },
};
