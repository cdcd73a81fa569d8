import { declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "_es_id",
  "function: audience-measurement",
  "purposes: [measure-audience]",
  "duration: session",
);

export const wrongParty: AuditRule = {
  id: "wrong-party",
  severity: "error",
  needs: "cookie",
  summary: "A cookie is declared as the site's own and is a third party's, or the reverse.",
  why: "Whether third parties may have access to a cookie is part of what visitors are to be told. The registrable domain tells the party, as browsers divide sites: `www.example.org` and `example.org` are one.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [see("_es_id", { host: "statistics.example" })] },
  good: { files, seen: [see("_es_id", { host: "www.example.example" })] },
  check(declared) {
    const { storage, party, moved } = declared;
    const elsewhere = moved.filter((one) => one.storage === storage);
    const [first] = elsewhere;
    if (!first) return [];
    const [is, expected] =
      party === "first"
        ? ["a third party's", "the site's own"]
        : ["the site's own", "a third party's"];
    const message = `${tellNames(declared, elsewhere)} belongs to "${first.host}" and is ${is}${tellWho(elsewhere)}, expected ${expected}, as declared`;
    const hint =
      party === "first"
        ? `state its "domain", or let the site set it itself; a domain of the site's own belongs into its "domains"`
        : `remove its "domain", if it is set on the site's own host`;
    return [{ path: ["domain"], message, hint }];
  },
};
