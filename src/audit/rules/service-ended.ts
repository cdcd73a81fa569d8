import { declare, see } from "../example.ts";
import { tellNames, tellWho } from "../observation-text.ts";
import type { AuditRule } from "../rule.ts";

const [path, text] = Object.entries(
  declare(
    "_es_id",
    "function: audience-measurement",
    "purposes: [measure-audience]",
    "duration: session",
  ),
)[0]!;

const provided = (until: string) => ({
  [path]: text.replace("recipients: []\n", `recipients: []\n${until}`),
});

export const serviceEnded: AuditRule = {
  id: "service-ended",
  severity: "note",
  needs: "cookie",
  summary: "A cookie is seen of a service that has ended.",
  why: "What a service that is gone has left in the code of a site still sets its cookies, and nobody uses what they collect. Data may be kept no longer than it serves a purpose.",
  source: {
    document: "Regulation (EU) 2016/679 (GDPR)",
    article: "Article 5(1)(c)",
    date: "2016-04-27",
    certainty: "B",
  },
  bad: { files: provided("until: 2023-07-01\n"), seen: [see("_es_id")] },
  good: { files: provided(""), seen: [see("_es_id")] },
  check(declared) {
    const { sightings, provider } = declared;
    const { name, until } = provider.value;
    if (until === undefined || sightings.length === 0) return [];
    const message = `${tellNames(declared, sightings)} is set${tellWho(sightings)}, but "${name}" ended on ${until}, expected nothing of it`;
    return [{ path: ["name"], message, hint: "remove its code from the site" }];
  },
};
