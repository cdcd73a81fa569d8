import type { LintRule } from "./rule.ts";
import { authenticationPersistent } from "./rules/authentication-persistent.ts";
import { browserInstructionsOnly } from "./rules/browser-instructions-only.ts";
import { complaintMissing } from "./rules/complaint-missing.ts";
import { consentRecordLong } from "./rules/consent-record-long.ts";
import { consentRecordMissing } from "./rules/consent-record-missing.ts";
import { consentRecordOverSixMonths } from "./rules/consent-record-over-six-months.ts";
import { consentRecordShort } from "./rules/consent-record-short.ts";
import { contactMissing } from "./rules/contact-missing.ts";
import { controllerMissing } from "./rules/controller-missing.ts";
import { countryMissing } from "./rules/country-missing.ts";
import { dateInFuture } from "./rules/date-in-future.ts";
import { durationExcessive } from "./rules/duration-excessive.ts";
import { durationMissing } from "./rules/duration-missing.ts";
import { durationVague } from "./rules/duration-vague.ts";
import { exemptStatisticsDataKeptLong } from "./rules/exempt-statistics-data-kept-long.ts";
import { exemptStatisticsLong } from "./rules/exempt-statistics-long.ts";
import { exemptStatisticsRenewed } from "./rules/exempt-statistics-renewed.ts";
import { exemptWithOtherPurpose } from "./rules/exempt-with-other-purpose.ts";
import { exemptionMissing } from "./rules/exemption-missing.ts";
import { functionAsPurpose } from "./rules/function-as-purpose.ts";
import { insecureLink } from "./rules/insecure-link.ts";
import { interfacePersistent } from "./rules/interface-persistent.ts";
import { keyOrder } from "./rules/key-order.ts";
import { languageNotReviewed } from "./rules/language-not-reviewed.ts";
import { loadBalancingPersistent } from "./rules/load-balancing-persistent.ts";
import { mediaPlayerPersistent } from "./rules/media-player-persistent.ts";
import { nameUnquoted } from "./rules/name-unquoted.ts";
import { necessaryThirdParty } from "./rules/necessary-third-party.ts";
import { objectionMissing } from "./rules/objection-missing.ts";
import { overlappingPatterns } from "./rules/overlapping-patterns.ts";
import { pageDateMissing } from "./rules/page-date-missing.ts";
import { pageReviewOverdue } from "./rules/page-review-overdue.ts";
import { patternMixesPurposes } from "./rules/pattern-mixes-purposes.ts";
import { proseVagueRecipients } from "./rules/prose-vague-recipients.ts";
import { providerNotReviewed } from "./rules/provider-not-reviewed.ts";
import { providerUnused } from "./rules/provider-unused.ts";
import { purposeMissing } from "./rules/purpose-missing.ts";
import { purposeVague } from "./rules/purpose-vague.ts";
import { recipientsMissing } from "./rules/recipients-missing.ts";
import { recipientsVague } from "./rules/recipients-vague.ts";
import { safeguardMissing } from "./rules/safeguard-missing.ts";
import { staleTranslation } from "./rules/stale-translation.ts";
import { statisticsExempt } from "./rules/statistics-exempt.ts";
import { transferMissing } from "./rules/transfer-missing.ts";
import { unclassifiedCookie } from "./rules/unclassified-cookie.ts";
import { userInputPersistent } from "./rules/user-input-persistent.ts";
import { withdrawalLinkMissing } from "./rules/withdrawal-link-missing.ts";

/** Every rule, in alphabetical order. */
export const lintRules: readonly LintRule[] = [
  authenticationPersistent,
  browserInstructionsOnly,
  complaintMissing,
  consentRecordLong,
  consentRecordMissing,
  consentRecordOverSixMonths,
  consentRecordShort,
  contactMissing,
  controllerMissing,
  countryMissing,
  dateInFuture,
  durationExcessive,
  durationMissing,
  durationVague,
  exemptStatisticsDataKeptLong,
  exemptStatisticsLong,
  exemptStatisticsRenewed,
  exemptWithOtherPurpose,
  exemptionMissing,
  functionAsPurpose,
  insecureLink,
  interfacePersistent,
  keyOrder,
  languageNotReviewed,
  loadBalancingPersistent,
  mediaPlayerPersistent,
  nameUnquoted,
  necessaryThirdParty,
  objectionMissing,
  overlappingPatterns,
  pageDateMissing,
  pageReviewOverdue,
  patternMixesPurposes,
  proseVagueRecipients,
  providerNotReviewed,
  providerUnused,
  purposeMissing,
  purposeVague,
  recipientsMissing,
  recipientsVague,
  safeguardMissing,
  staleTranslation,
  statisticsExempt,
  transferMissing,
  unclassifiedCookie,
  userInputPersistent,
  withdrawalLinkMissing,
];
