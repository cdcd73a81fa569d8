import { citePlace } from "../../diagnostic.ts";
import { storageOf } from "../../vocabulary/vocabulary.ts";
import { findConflicts } from "../overlaps.ts";
import { matches } from "../../vocabulary/name-pattern.ts";
import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (pattern: string) =>
  exampleProvider({}, [
    exampleCookie(pattern, {
      function: "attack-protection",
      purposes: "[prevent-attacks]",
      duration: "session",
    }),
    exampleCookie("_ex_sid", {
      function: "authentication",
      purposes: "[check-identity]",
      duration: "session",
    }),
  ]);

export const patternMixesPurposes: CraftRule = {
  id: "pattern-mixes-purposes",
  severity: "warning",
  needs: "provider",
  summary: "A pattern also covers a name that its provider declares for other purposes.",
  why: "A pattern stands for names that all serve the same purposes. Where it reaches further, a visitor who finds such a cookie reads two different reasons for it.",
  source: {
    document: "IAB Europe, Vendor Device Storage & Operational Disclosures, version 1.1",
    article: "“Disclosures array”, identifier",
    date: "2025-10",
    certainty: "A",
  },
  bad: example("_ex_*"),
  good: example("_ex_guard_*"),
  check({ value: { cookies }, place }) {
    const claims = cookies.flatMap(({ name, purposes = [], domain, ...cookie }, index) => {
      if (purposes.length === 0) return [];
      const view = purposes.toSorted().join(" ");
      return [
        { name, view, scope: `${storageOf(cookie)} ${domain ?? ""}`, owner: `${index}`, index },
      ];
    });
    // Two patterns with a star at either end can always be the same name; only one that takes in the other is a mistake.
    const reaching = findConflicts(claims).filter(([narrow, wide]) =>
      matches(wide.name, narrow.name),
    );
    return reaching.map(([narrow, wide]) => {
      const path = (index: number) => ["cookies", index, "name"];
      const message = `pattern "${wide.name}" also stands for "${narrow.name}", which has other purposes, at ${citePlace(place(path(narrow.index)))}, expected one set of purposes`;
      const hint = "make the pattern narrower, or list its names one by one";
      return { path: path(wide.index), message, hint };
    });
  },
};
