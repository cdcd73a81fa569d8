import type { CookieFact, WordsOfFacts } from "./cookie-facts.ts";

/** What a cookie is for, one purpose after another. */
export const purposesText = (cookies: readonly CookieFact[], { purposes }: WordsOfFacts): string =>
  [...new Set(cookies.flatMap((one) => one.purposes))]
    .flatMap((id) => purposes[id] ?? [])
    .join("; ");

export const durationText = (
  { duration, renewed }: CookieFact,
  { durations, renewedDurations }: WordsOfFacts,
): string => (duration ? ((renewed ? renewedDurations : durations)[duration.text] ?? "") : "");

/** The name of a group of switches, and beside it why no consent is asked where that is unusual. */
export const exemptionsText = (
  cookies: readonly CookieFact[],
  { exemptions }: WordsOfFacts,
): string =>
  [...new Set(cookies.flatMap(({ exemption }) => exemption ?? []))]
    .flatMap((id) => exemptions[id] ?? [])
    .join("; ");
