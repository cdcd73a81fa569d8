import type { Observation, Phase } from "../../observation/observation.ts";
import { withoutPersonal } from "../../observation/personal.ts";

import type { SeenRequest } from "../../observation/requests.ts";

/** The most things that are noted in a phase. */
const maximumSeen = 20_000;

/** What the visits of one phase have shown so far. */
export interface VisitLog {
  /** When in the visit what is seen now is seen. */
  phase: Phase;
  /** The address of the page that is being visited. */
  page: string;
  readonly seen: Observation[];
  readonly requests: SeenRequest[];
  /** Why something may have gone unseen. */
  readonly incomplete: Set<string>;
  /** Pages that crashed or never came to rest, which is said already. */
  readonly lost: Set<string>;
}

export const startVisitLog = (page: string): VisitLog => ({
  phase: "before",
  page,
  seen: [],
  requests: [],
  incomplete: new Set(),
  lost: new Set(),
});

/** Notes an observation, of now and of the page being visited unless it says otherwise; a site that never ends is cut. */
export function note({ phase, page, seen, incomplete }: VisitLog, observation: Observation): void {
  if (seen.length < maximumSeen) seen.push({ phase, page, ...withoutPersonal(observation) });
  else incomplete.add(`the site set more than ${maximumSeen} things, and the rest was left out`);
}
