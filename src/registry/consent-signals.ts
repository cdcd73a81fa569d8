/** The numbers of the purposes of the IAB Transparency and Consent Framework, version 2.2. */
export const tcfPurposes = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const;

/** What its vendor list calls them: https://vendor-list.consensu.org/v3/vendor-list.json. */
export const tcfPurposeNames: Readonly<Record<(typeof tcfPurposes)[number], string>> = {
  1: "Store and/or access information on a device",
  2: "Use limited data to select advertising",
  3: "Create profiles for personalised advertising",
  4: "Use profiles to select personalised advertising",
  5: "Create profiles to personalise content",
  6: "Use profiles to select personalised content",
  7: "Measure advertising performance",
  8: "Measure content performance",
  9: "Understand audiences through statistics or combinations of data from different sources",
  10: "Develop and improve services",
  11: "Use limited data to select content",
};

/** Types of Google's consent mode, version 2. */
export const googleConsentTypes = [
  "ad_storage",
  "ad_user_data",
  "ad_personalization",
  "analytics_storage",
  "functionality_storage",
  "personalization_storage",
  "security_storage",
] as const;
export type GoogleConsentType = (typeof googleConsentTypes)[number];
