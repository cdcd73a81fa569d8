/** Without characters that XML forbids, and without those that turn around the direction of whatever stands behind them. */
const withoutControls = (text: string): string =>
  text.replaceAll(/(?!\n)\p{Cc}|\p{Cs}|[\u202a-\u202e\ufffe\uffff]/gu, "");

/** As HTML shows a text, with white space folded, and with nothing in it that a paper cannot hold. */
export const legible = (text: string): string =>
  withoutControls(text.replaceAll(/[ \t\r\n]+/g, " "));

/** As `legible`, line by line. */
export const legibleLines = (text: string): string =>
  withoutControls(text.replaceAll(/[ \t\r]+/g, " "));
