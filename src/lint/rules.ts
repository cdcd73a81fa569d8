import type { Rule } from "./rule.ts";
import { authenticationPersistent } from "./rules/authentication-persistent.ts";
import { consentRecordLong } from "./rules/consent-record-long.ts";
import { consentRecordOverSixMonths } from "./rules/consent-record-over-six-months.ts";
import { consentRecordShort } from "./rules/consent-record-short.ts";
import { controllerMissing } from "./rules/controller-missing.ts";
import { durationExcessive } from "./rules/duration-excessive.ts";
import { durationMissing } from "./rules/duration-missing.ts";
import { durationVague } from "./rules/duration-vague.ts";
import { exemptStatisticsDataKeptLong } from "./rules/exempt-statistics-data-kept-long.ts";
import { exemptStatisticsLong } from "./rules/exempt-statistics-long.ts";
import { exemptStatisticsRenewed } from "./rules/exempt-statistics-renewed.ts";
import { exemptWithOtherPurpose } from "./rules/exempt-with-other-purpose.ts";
import { exemptionMissing } from "./rules/exemption-missing.ts";
import { interfacePersistent } from "./rules/interface-persistent.ts";
import { languageNotReviewed } from "./rules/language-not-reviewed.ts";
import { loadBalancingPersistent } from "./rules/load-balancing-persistent.ts";
import { mediaPlayerPersistent } from "./rules/media-player-persistent.ts";
import { necessaryThirdParty } from "./rules/necessary-third-party.ts";
import { overlappingPatterns } from "./rules/overlapping-patterns.ts";
import { patternMixesPurposes } from "./rules/pattern-mixes-purposes.ts";
import { purposeMissing } from "./rules/purpose-missing.ts";
import { recipientsMissing } from "./rules/recipients-missing.ts";
import { recipientsVague } from "./rules/recipients-vague.ts";
import { statisticsExempt } from "./rules/statistics-exempt.ts";
import { unclassifiedCookie } from "./rules/unclassified-cookie.ts";
import { userInputPersistent } from "./rules/user-input-persistent.ts";

/** Every rule, in alphabetical order. */
export const rules: readonly Rule[] = [
  authenticationPersistent,
  consentRecordLong,
  consentRecordOverSixMonths,
  consentRecordShort,
  controllerMissing,
  durationExcessive,
  durationMissing,
  durationVague,
  exemptStatisticsDataKeptLong,
  exemptStatisticsLong,
  exemptStatisticsRenewed,
  exemptWithOtherPurpose,
  exemptionMissing,
  interfacePersistent,
  languageNotReviewed,
  loadBalancingPersistent,
  mediaPlayerPersistent,
  necessaryThirdParty,
  overlappingPatterns,
  patternMixesPurposes,
  purposeMissing,
  recipientsMissing,
  recipientsVague,
  statisticsExempt,
  unclassifiedCookie,
  userInputPersistent,
];
