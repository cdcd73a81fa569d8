import type { Observation, Phase } from "../../observation/observation.ts";
import { withoutPersonal } from "../../observation/personal.ts";
import type { SeenRequest } from "../../observation/requests.ts";

/** The most things that are noted in a visit of a few pages, and for each page where there are more. */
const fewest = 20_000;
const forEachPage = 400;

/** What the visits of one phase have shown so far. */
export interface VisitLog {
  /** When in the visit what is seen now is seen. */
  phase: Phase;
  /** The address of the page that is being visited. */
  page: string;
  /** The addresses of all pages until now, in their order. */
  readonly pages: Set<string>;
  /** The most things that are noted, and the most requests. */
  readonly most: number;
  readonly seen: Observation[];
  /** What the browser was seen to hold, and until when; so that it is noted once and not for each page. */
  readonly held: Set<string>;
  readonly requests: SeenRequest[];
  /** Why something may have gone unseen. */
  readonly incomplete: Set<string>;
  /** Pages that crashed or never came to rest, which is said already. */
  readonly lost: Set<string>;
}

/** Begins with the first page of at most so many. */
export const startVisitLog = (page: string, pages: number): VisitLog => ({
  phase: "before",
  page,
  pages: new Set(),
  most: Math.max(fewest, forEachPage * pages),
  seen: [],
  held: new Set(),
  requests: [],
  incomplete: new Set(),
  lost: new Set(),
});

/** Notes an observation, of now and of the page being visited unless it says otherwise; a site that never ends is cut. */
export function note(log: VisitLog, observation: Observation): void {
  const { phase, page, seen, most, incomplete } = log;
  if (seen.length < most) seen.push({ phase, page, ...withoutPersonal(observation) });
  else incomplete.add(`the site set more than ${most} things, and the rest was left out`);
}

/** As `note`, of what the browser holds: once in each phase, and again where it is to stay until another time. */
export function noteHeldOnce(log: VisitLog, observation: Observation, until?: number): void {
  const { storage, name, host, path, partitioned } = observation;
  const key = JSON.stringify([log.phase, storage, name, host, path, partitioned === true, until]);
  if (log.held.has(key)) return;
  log.held.add(key);
  note(log, observation);
}
