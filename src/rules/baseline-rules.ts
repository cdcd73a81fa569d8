/** What can be wrong with a baseline, by rule id. */
export const baselineRules = {
  "baseline-outdated": "A problem of the baseline is found no more.",
  "baseline-without-reason": "The baseline does not say why problems wait. This is a note.",
} as const;
