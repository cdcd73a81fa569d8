import { parseDate } from "tough-cookie";

const iso = /^[+-]?\d{4,6}-\d\d-\d\dT/;
const zone = /(?:Z|[+-]\d\d:?\d\d)$/i;

/**
 * The epoch milliseconds of a date in ISO 8601 or in any form that browsers read in `Expires` (RFC 6265, 5.1.1); without
 * a zone it is in UTC, wherever it is read.
 */
export function epochOf(text: string): number | undefined {
  if (!iso.test(text)) return parseDate(text)?.getTime();
  const time = Date.parse(zone.test(text) ? text : `${text}Z`);
  return Number.isNaN(time) ? undefined : time;
}
