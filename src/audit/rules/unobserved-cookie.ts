import { see } from "../example.ts";
import type { AuditRule } from "../rule.ts";

const files = {
  "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
  - name: "cart"
    function: shopping-cart
    purposes: [keep-cart]
    duration: session
`,
};

export const unobservedCookie: AuditRule = {
  id: "unobserved-cookie",
  severity: "warning",
  needs: "cookie",
  summary: "A declared cookie was not seen, although it could have been.",
  why: "A page that names what is gone is not true, and hides what matters among what does not. One visit proves little: it may not have logged in, or put anything into the cart. So this is only a note where the evidence is incomplete, and nothing is said of cookies that have a condition, of pixels where the evidence tells of no requests, of storages of which an incomplete evidence shows nothing, and of cookies that ask for consent where no consent was given.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 5(1)(a)",
    date: "2016-04-27",
    certainty: "B",
  },
  bad: { files, seen: [see("sid")] },
  good: { files, seen: [see("sid"), see("cart")] },
  check({ name, storage, cookie, asksConsent, sightings, moved, mayBeThere }, { comparison }) {
    if (sightings.length + moved.length > 0 || mayBeThere) return [];
    if (cookie.condition !== undefined) return [];
    const { phases, storages, incomplete } = comparison;
    const couldAppear = asksConsent
      ? phases.has("accepted") || phases.has(undefined)
      : phases.size > 0;
    const isIncomplete = incomplete.length > 0;
    const isPixel = storage === "pixel";
    if (!couldAppear || (isIncomplete && !isPixel && !storages.has(storage))) return [];
    const message = isPixel
      ? `"${name}" was not asked for, expected a request to "${cookie.domain}"`
      : `"${name}" was not seen, expected it where the site is said to set it`;
    const hint = "remove it if the site sets it no more, or visit what sets it";
    return [{ path: ["name"], message, hint, ...(isIncomplete ? { severity: "note" } : {}) }];
  },
};
