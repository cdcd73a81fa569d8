/** The same day so many years earlier; days as `2026-11-01`, which compare as texts. */
export const yearsBefore = (day: string, years: number): string =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, "0")}${day.slice(4)}`;
