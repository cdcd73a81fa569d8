import type { LintRule } from "./rule.ts";
import { activationMeansMissing } from "./rules/activation-means-missing.ts";
import { adequacyPartial } from "./rules/adequacy-partial.ts";
import { adequacyUndecided } from "./rules/adequacy-undecided.ts";
import { appearanceShared } from "./rules/appearance-shared.ts";
import { authenticationPersistent } from "./rules/authentication-persistent.ts";
import { bannerUnlisted } from "./rules/banner-unlisted.ts";
import { browserInstructionsOnly } from "./rules/browser-instructions-only.ts";
import { complaintMissing } from "./rules/complaint-missing.ts";
import { complaintToControllerMissing } from "./rules/complaint-to-controller-missing.ts";
import { consentRecordLong } from "./rules/consent-record-long.ts";
import { consentRecordMissing } from "./rules/consent-record-missing.ts";
import { consentRecordShort } from "./rules/consent-record-short.ts";
import { consentUndeclared } from "./rules/consent-undeclared.ts";
import { consentWeakerThanLaw } from "./rules/consent-weaker-than-law.ts";
import { contactMissing } from "./rules/contact-missing.ts";
import { controllerMissing } from "./rules/controller-missing.ts";
import { countryMissing } from "./rules/country-missing.ts";
import { dateInFuture } from "./rules/date-in-future.ts";
import { descriptionUntranslated } from "./rules/description-untranslated.ts";
import { dpoTitledOtherwise } from "./rules/dpo-titled-otherwise.ts";
import { durationExcessive } from "./rules/duration-excessive.ts";
import { durationMissing } from "./rules/duration-missing.ts";
import { durationVague } from "./rules/duration-vague.ts";
import { exampleLeft } from "./rules/example-left.ts";
import { exemptStatisticsDataKeptLong } from "./rules/exempt-statistics-data-kept-long.ts";
import { exemptStatisticsLong } from "./rules/exempt-statistics-long.ts";
import { exemptStatisticsOtherFunction } from "./rules/exempt-statistics-other-function.ts";
import { exemptStatisticsRenewed } from "./rules/exempt-statistics-renewed.ts";
import { exemptStatisticsShared } from "./rules/exempt-statistics-shared.ts";
import { exemptWithOtherPurpose } from "./rules/exempt-with-other-purpose.ts";
import { exemptionMissing } from "./rules/exemption-missing.ts";
import { exemptionUnfit } from "./rules/exemption-unfit.ts";
import { exemptionUnrecognised } from "./rules/exemption-unrecognised.ts";
import { externalTransmissionIncomplete } from "./rules/external-transmission-incomplete.ts";
import { insecureLink } from "./rules/insecure-link.ts";
import { interfacePersistent } from "./rules/interface-persistent.ts";
import { jurisdictionNotReread } from "./rules/jurisdiction-not-reread.ts";
import { jurisdictionUncovered } from "./rules/jurisdiction-uncovered.ts";
import { keyOrder } from "./rules/key-order.ts";
import { lawLanguageMissing } from "./rules/law-language-missing.ts";
import { legalBasisMissing } from "./rules/legal-basis-missing.ts";
import { loadBalancingPersistent } from "./rules/load-balancing-persistent.ts";
import { marketingLong } from "./rules/marketing-long.ts";
import { mediaPlayerPersistent } from "./rules/media-player-persistent.ts";
import { nameUnquoted } from "./rules/name-unquoted.ts";
import { necessaryThirdParty } from "./rules/necessary-third-party.ts";
import { objectionMissing } from "./rules/objection-missing.ts";
import { optOutMissing } from "./rules/opt-out-missing.ts";
import { optOutOnlyBanner } from "./rules/opt-out-only-banner.ts";
import { outputPackageMissing } from "./rules/output-package-missing.ts";
import { overlappingPatterns } from "./rules/overlapping-patterns.ts";
import { pageDateMissing } from "./rules/page-date-missing.ts";
import { pageReviewOverdue } from "./rules/page-review-overdue.ts";
import { patternMixesPurposes } from "./rules/pattern-mixes-purposes.ts";
import { personInChargeMissing } from "./rules/person-in-charge-missing.ts";
import { privacyNoticeUnlinked } from "./rules/privacy-notice-unlinked.ts";
import { proseAnonymousNoConsent } from "./rules/prose-anonymous-no-consent.ts";
import { proseForeignLaw } from "./rules/prose-foreign-law.ts";
import { proseImpliedConsent } from "./rules/prose-implied-consent.ts";
import { proseNobodyElse } from "./rules/prose-nobody-else.ts";
import { prosePartMissing } from "./rules/prose-part-missing.ts";
import { proseUnfinished } from "./rules/prose-unfinished.ts";
import { proseVagueRecipients } from "./rules/prose-vague-recipients.ts";
import { providerEnded } from "./rules/provider-ended.ts";
import { providerNotReviewed } from "./rules/provider-not-reviewed.ts";
import { providerUnnamedController } from "./rules/provider-unnamed-controller.ts";
import { providerUnused } from "./rules/provider-unused.ts";
import { purposeMissing } from "./rules/purpose-missing.ts";
import { purposeVague } from "./rules/purpose-vague.ts";
import { recipientsMissing } from "./rules/recipients-missing.ts";
import { recipientsVague } from "./rules/recipients-vague.ts";
import { refusalMeansMissing } from "./rules/refusal-means-missing.ts";
import { representativeMissing } from "./rules/representative-missing.ts";
import { retentionContradicted } from "./rules/retention-contradicted.ts";
import { retentionMissing } from "./rules/retention-missing.ts";
import { safeguardMissing } from "./rules/safeguard-missing.ts";
import { safeguardUnrecognised } from "./rules/safeguard-unrecognised.ts";
import { saleUnstated } from "./rules/sale-unstated.ts";
import { sectionOutdated } from "./rules/section-outdated.ts";
import { signalDisplayUnstated } from "./rules/signal-display-unstated.ts";
import { signalUnstated } from "./rules/signal-unstated.ts";
import { staleTranslation } from "./rules/stale-translation.ts";
import { statisticsExempt } from "./rules/statistics-exempt.ts";
import { transferMissing } from "./rules/transfer-missing.ts";
import { unclassifiedConsent } from "./rules/unclassified-consent.ts";
import { unclassifiedCookie } from "./rules/unclassified-cookie.ts";
import { userInputPersistent } from "./rules/user-input-persistent.ts";
import { withdrawalLinkMissing } from "./rules/withdrawal-link-missing.ts";

/** Every rule, in alphabetical order. */
export const lintRules: readonly LintRule[] = [
  activationMeansMissing,
  adequacyPartial,
  adequacyUndecided,
  appearanceShared,
  authenticationPersistent,
  bannerUnlisted,
  browserInstructionsOnly,
  complaintMissing,
  complaintToControllerMissing,
  consentRecordLong,
  consentRecordMissing,
  consentRecordShort,
  consentUndeclared,
  consentWeakerThanLaw,
  contactMissing,
  controllerMissing,
  countryMissing,
  dateInFuture,
  descriptionUntranslated,
  dpoTitledOtherwise,
  durationExcessive,
  durationMissing,
  durationVague,
  exampleLeft,
  exemptStatisticsDataKeptLong,
  exemptStatisticsLong,
  exemptStatisticsOtherFunction,
  exemptStatisticsRenewed,
  exemptStatisticsShared,
  exemptWithOtherPurpose,
  exemptionMissing,
  exemptionUnfit,
  exemptionUnrecognised,
  externalTransmissionIncomplete,
  insecureLink,
  interfacePersistent,
  jurisdictionNotReread,
  jurisdictionUncovered,
  keyOrder,
  lawLanguageMissing,
  legalBasisMissing,
  loadBalancingPersistent,
  marketingLong,
  mediaPlayerPersistent,
  nameUnquoted,
  necessaryThirdParty,
  objectionMissing,
  optOutMissing,
  optOutOnlyBanner,
  outputPackageMissing,
  overlappingPatterns,
  pageDateMissing,
  pageReviewOverdue,
  patternMixesPurposes,
  personInChargeMissing,
  privacyNoticeUnlinked,
  proseAnonymousNoConsent,
  proseForeignLaw,
  proseImpliedConsent,
  proseNobodyElse,
  prosePartMissing,
  proseUnfinished,
  proseVagueRecipients,
  providerEnded,
  providerNotReviewed,
  providerUnnamedController,
  providerUnused,
  purposeMissing,
  purposeVague,
  recipientsMissing,
  recipientsVague,
  refusalMeansMissing,
  representativeMissing,
  retentionContradicted,
  retentionMissing,
  safeguardMissing,
  safeguardUnrecognised,
  saleUnstated,
  sectionOutdated,
  signalDisplayUnstated,
  signalUnstated,
  staleTranslation,
  statisticsExempt,
  transferMissing,
  unclassifiedConsent,
  unclassifiedCookie,
  userInputPersistent,
  withdrawalLinkMissing,
];
