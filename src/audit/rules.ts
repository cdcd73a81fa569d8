import type { AuditRule } from "./rule.ts";
import { longerThanDeclared } from "./rules/longer-than-declared.ts";
import { otherProvider } from "./rules/other-provider.ts";
import { persistentDeclaredButSession } from "./rules/persistent-declared-but-session.ts";
import { serviceEnded } from "./rules/service-ended.ts";
import { sessionDeclaredButPersistent } from "./rules/session-declared-but-persistent.ts";
import { setAfterReject } from "./rules/set-after-reject.ts";
import { setBeforeConsent } from "./rules/set-before-consent.ts";
import { shorterThanDeclared } from "./rules/shorter-than-declared.ts";
import { siteNotSeen } from "./rules/site-not-seen.ts";
import { undeclaredCookie } from "./rules/undeclared-cookie.ts";
import { unobservedCookie } from "./rules/unobserved-cookie.ts";
import { wrongParty } from "./rules/wrong-party.ts";
import { wrongStorage } from "./rules/wrong-storage.ts";

/** Every rule, in alphabetical order. */
export const auditRules: readonly AuditRule[] = [
  longerThanDeclared,
  otherProvider,
  persistentDeclaredButSession,
  serviceEnded,
  sessionDeclaredButPersistent,
  setAfterReject,
  setBeforeConsent,
  shorterThanDeclared,
  siteNotSeen,
  undeclaredCookie,
  unobservedCookie,
  wrongParty,
  wrongStorage,
];
