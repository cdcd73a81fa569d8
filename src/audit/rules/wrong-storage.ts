import { declare, see } from "../example.ts";
import type { AuditRule } from "../rule.ts";
import { tellNames, tellWho } from "../observation-text.ts";

const files = declare(
  "theme",
  "function: display-settings",
  "purposes: [remember-display]",
  "duration: persistent",
);

export const wrongStorage: AuditRule = {
  id: "wrong-storage",
  severity: "error",
  needs: "cookie",
  summary: "Something is declared in one storage of the browser and is kept in another.",
  why: "Visitors who want to look at it, or to delete it, look in the wrong place. Consent is asked for the other storages as for cookies.",
  source: {
    document:
      "EDPB, Guidelines 2/2023 on Technical Scope of Art. 5(3) of ePrivacy Directive, version 2.0",
    date: "2024-10-07",
    certainty: "A2",
  },
  bad: {
    files,
    seen: [see("theme", { storage: "local-storage", lifetime: { kind: "persistent" } })],
  },
  good: {
    files: declare(
      "theme",
      "storage: local-storage",
      "function: display-settings",
      "purposes: [remember-display]",
      "duration: persistent",
    ),
    seen: [see("theme", { storage: "local-storage", lifetime: { kind: "persistent" } })],
  },
  check(declared) {
    const { storage, moved } = declared;
    const elsewhere = moved.filter((one) => one.storage !== storage);
    const [first] = elsewhere;
    if (!first) return [];
    const message = `${tellNames(declared, elsewhere)} is kept in "${first.storage}"${tellWho(elsewhere)}, expected "${storage}", as declared`;
    return [{ path: ["storage"], message, hint: `declare "storage: ${first.storage}"` }];
  },
};
