import type { Evidence } from "../../observation/observation.ts";
import { mergeRequests } from "../../observation/requests.ts";
import { type Bounds, usualBounds } from "./timeouts.ts";
import {
  type ConsentChoice,
  type Chooser,
  type ChooserOptions,
  chooseBySelector,
} from "./consent/consent-choice.ts";
import { chooseByRules } from "./consent/consent-by-autoconsent.ts";
import { joinVisits } from "./merge-visits.ts";
import { loadChromium } from "../../browser/chromium.ts";
import { type Launch, withBrowser } from "../../browser/launch.ts";
import { liveLook, readAutoconsent } from "./optional-packages.ts";
import { type Visit, visit, type Visited } from "./visit.ts";

/** What to look at, and how. */
export interface Look extends Omit<Launch, "need"> {
  /** The site's address. */
  readonly url: string;
  /** The pages of it to visit, such as `/en/shop`; none stands for the site's address alone. */
  readonly paths: readonly string[];
  /** What to click to reject everything, and to accept it; without one autoconsent finds the way. */
  readonly reject?: string;
  readonly accept?: string;
  readonly bounds?: Bounds;
}

const findChooser = async (
  selector: string | undefined,
  options: ChooserOptions,
): Promise<Chooser> =>
  selector === undefined
    ? chooseByRules(await readAutoconsent(), options)
    : chooseBySelector(selector, options);

/** The choice to make in a visit, by what the look names to click, or by autoconsent. */
export const prepareChoice = async (
  is: ConsentChoice,
  { reject, accept, bounds = usualBounds }: Look,
): Promise<NonNullable<Visit["choice"]>> => {
  const selector = is === "rejected" ? reject : accept;
  return { is, chooser: await findChooser(selector, { choice: is, bounds }) };
};

/** The addresses that a look begins with. */
export const firstPages = ({ paths, url }: Look): readonly string[] =>
  paths.length > 0 ? paths.map((path) => new URL(path, url).href) : [url];

/** One visit, with a browser that knows nothing; throws the signal's reason where it is aborted. */
export async function visitAnew(look: Look, plan: Omit<Visit, "bounds">): Promise<Visited> {
  const { bounds = usualBounds, signal } = look;
  const visited = await withBrowser({ ...look, need: liveLook }, (context) =>
    visit(context, { ...plan, bounds }),
  );
  signal.throwIfAborted();
  return visited;
}

/** What several visits showed, the first of which went to the most pages. */
export const joinLook = (visits: readonly Visited[]): Evidence => ({
  observations: joinVisits(
    visits.map(({ observations }) => observations),
    [...new Set(visits.flatMap(({ pages }) => pages))],
  ),
  requests: mergeRequests(visits.flatMap(({ requests }) => requests)),
  diagnostics: [],
  incomplete: [...new Set(visits.flatMap(({ incomplete }) => [...incomplete]))],
});

/**
 * Visits a site three times, each time with a browser that knows nothing: before any choice, after rejecting and after
 * accepting. It sends nothing of its own and lets the pages' requests through. What a page sets and deletes again is
 * among the observations, a deletion is none. Throws `CannotBrowse` where no browser can run, and the signal's reason
 * where it is aborted.
 */
export async function browse(look: Look): Promise<Evidence> {
  // Of two packages that are missing, this one is named first.
  await loadChromium(liveLook);
  const pages = firstPages(look);
  const choices = [
    undefined,
    await prepareChoice("rejected", look),
    await prepareChoice("accepted", look),
  ];
  const visits: Visited[] = [];
  for (const choice of choices)
    visits.push(await visitAnew(look, { pages, ...(choice && { choice }) }));
  return joinLook(visits);
}
