import { addressOf } from "../../observation/address.ts";
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
import { visit, type Visited } from "./visit.ts";

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

/**
 * Visits a site three times, each time with a browser that knows nothing: before any choice, after rejecting and after
 * accepting. It sends nothing of its own and lets the pages' requests through. What a page sets and deletes again is
 * among the observations, a deletion is none. Throws `CannotBrowse` where no browser can run, and the signal's reason
 * where it is aborted.
 */
export async function browse(look: Look): Promise<Evidence> {
  const { url, paths, reject, accept, bounds = usualBounds, signal } = look;
  // Of two packages that are missing, this one is named first.
  await loadChromium(liveLook);
  const pages = paths.length > 0 ? paths.map((path) => new URL(path, url).href) : [url];
  const chooserFor = async (is: ConsentChoice, selector: string | undefined) => ({
    choice: { is, chooser: await findChooser(selector, { choice: is, bounds }) },
  });
  const plans = [{}, await chooserFor("rejected", reject), await chooserFor("accepted", accept)];
  const visits: Visited[] = [];
  for (const plan of plans) {
    visits.push(
      await withBrowser({ ...look, need: liveLook }, (context) =>
        visit(context, { ...plan, pages, bounds }),
      ),
    );
    signal.throwIfAborted();
  }
  const addresses = pages.map((page) => addressOf(page)!);
  return {
    observations: joinVisits(
      visits.map(({ observations }) => observations),
      addresses,
    ),
    requests: mergeRequests(visits.flatMap(({ requests }) => requests)),
    diagnostics: [],
    incomplete: [...new Set(visits.flatMap(({ incomplete }) => [...incomplete]))],
  };
}
