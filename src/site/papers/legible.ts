/**
 * As HTML shows a text, with white space folded; without characters that XML forbids, and without those that turn around
 * the direction of whatever stands behind them: a paper has no elements to keep them in.
 */
export const legible = (text: string): string =>
  text.replaceAll(/[ \t\r\n]+/g, " ").replaceAll(/\p{Cc}|\p{Cs}|[\u202a-\u202e\ufffe\uffff]/gu, "");
