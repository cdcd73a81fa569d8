import { declare, see } from "../example.ts";
import { isRefused } from "../../observation/observation.ts";
import type { AuditRule } from "../rule.ts";
import { showName, tellWho } from "../observation-text.ts";

const files = declare(
  "sid",
  "function: authentication",
  "purposes: [check-identity]",
  "duration: session",
);

export const undeclaredCookie: AuditRule = {
  id: "undeclared-cookie",
  severity: "error",
  needs: "site",
  summary: "A site sets a cookie that none of its providers declares.",
  why: "Visitors are to be told clearly and comprehensively what is stored on their devices and why; of a cookie that the page does not name they are told nothing. The entry that is proposed says only what was seen: what the cookie is for has to be asked of those who set it.",
  source: {
    document: "Directive 2002/58/EC (ePrivacy)",
    article: "Article 5(3)",
    date: "2002-07-12",
    certainty: "B",
  },
  bad: {
    files,
    seen: [
      see("sid"),
      see("_es_id", {
        lifetime: { kind: "length", seconds: 7_776_000, capped: false },
        setter: { kind: "script", url: "https://measure.example/m.js", line: 3, column: 5 },
      }),
    ],
  },
  good: { files, seen: [see("sid")] },
  check({ site, undeclared }, { propose }) {
    if (undeclared.length === 0) return [];
    const place = site.place(["providers"], "key");
    const kept = undeclared.filter(({ observations }) => !observations.every(isRefused));
    const proposals = new Map(propose(kept).map((proposal, index) => [kept[index], proposal]));
    return undeclared.map((cookie) => {
      const { name, storage, domain, observations } = cookie;
      const what = storage === "cookie" ? "cookie" : `${storage} entry`;
      const whose = domain === undefined ? "" : ` of "${domain}"`;
      const proposal = proposals.get(cookie);
      const finding = { path: ["providers"], place };
      const thing = `undeclared ${what} "${showName(name)}"${whose}${tellWho(observations)}`;
      if (proposal) {
        const message = `${thing}, expected a provider of the site to declare it`;
        return { ...finding, message, ...proposal };
      }
      const reasons = new Set(observations.flatMap(({ blocked = [] }) => blocked));
      const message = `${thing}, refused by the browser (${[...reasons].join(", ")})`;
      return { ...finding, severity: "note", message };
    });
  },
};
