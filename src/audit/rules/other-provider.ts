import { matches } from "../../vocabulary/name-pattern.ts";
import { declare, see } from "../example.ts";
import { tellNames, tellWho } from "../observation-text.ts";
import type { AuditRule } from "../rule.ts";

const files = {
  ...declare(
    "_es_id",
    "function: audience-measurement",
    "purposes: [measure-audience]",
    "duration: session",
  ),
  "data/providers/measure.yaml": `name: Measure
recipients: []
domains: [measure.example]
cookies:
  - name: "_es_*"
    function: audience-measurement
    purposes: [measure-audience]
`,
};

const setBy = (host: string) =>
  see("_es_id", { setter: { kind: "script", url: `https://${host}/m.js`, line: 3, column: 5 } });

export const otherProvider: AuditRule = {
  id: "other-provider",
  severity: "warning",
  needs: "cookie",
  summary: "A cookie is set by another known provider than the one that declares it.",
  why: "The page names the provider that a cookie belongs to, so that visitors know who learns of them. A name is nobody's alone: the same software, or the same name, at another company makes the page name the wrong one. It is only a note where the other provider declares no such cookie, since a script may set what another asks for.",
  source: {
    document: "CJEU, judgment C-673/17 (Planet49)",
    article: "operative part 3",
    date: "2019-10-01",
    certainty: "A2",
  },
  bad: { files, seen: [setBy("cdn.measure.example")] },
  good: { files, seen: [setBy("example.example")] },
  check(declared) {
    const { sightings, strangers } = declared;
    return [...new Set(strangers.values())].map((stranger) => {
      const seen = sightings.filter((one) => strangers.get(one) === stranger);
      const isDeclared = seen.some(({ name }) =>
        stranger.value.cookies.some((one) => matches(one.name, name)),
      );
      const whose = isDeclared ? "is of the provider" : "comes from a host of the provider";
      const message = `${tellNames(declared, seen)} ${whose} "${stranger.id}"${tellWho(seen)}, expected "${declared.provider.id}"`;
      const hint = isDeclared
        ? `name "${stranger.id}" among the site's providers, which declares it, too`
        : `find out for whom "${stranger.id}" sets it`;
      return {
        path: ["name"],
        message,
        hint,
        ...(isDeclared ? {} : { severity: "note" as const }),
      };
    });
  },
};
