import type { BrowserContext, Frame } from "playwright-core";
import { type Clock, startClock } from "../timeouts.ts";
import { within } from "../../../browser/within.ts";
import { type Chooser, type ChooserOptions, verbOf } from "./consent-choice.ts";
import type { Autoconsent } from "../optional-packages.ts";

const actions = { rejected: "optOut", accepted: "optIn" } as const;

/** The most code of a rule that runs in a page. */
const maximumCode = 100_000;

interface Message {
  readonly type?: unknown;
  readonly id?: unknown;
  readonly code?: unknown;
  readonly result?: unknown;
  readonly state?: { readonly lifecycle?: unknown };
}

/** How far the answer to the banner is; frames report on their own. */
interface Progress {
  readonly asking: Set<Frame>;
  readonly empty: Set<Frame>;
  begun: boolean;
  found: boolean;
  outcome: boolean | undefined;
}

const send = (frame: Frame, message: string): Promise<unknown> =>
  frame.evaluate(`autoconsentReceiveMessage(${message})`).catch(() => {});

async function evaluate(frame: Frame, { id, code }: Message): Promise<void> {
  if (typeof id !== "string" || typeof code !== "string" || code.length > maximumCode) return;
  const result = await frame.evaluate<unknown>(code).catch(() => false);
  await send(frame, JSON.stringify({ type: "evalResp", id, result: result ?? null }));
}

async function waitFor(isTrue: () => boolean, clock: Clock): Promise<boolean> {
  while (!isTrue() && clock.left() > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  return isTrue();
}

/** Answers the consent banner of the page, or of one of its frames, by the rules of autoconsent. */
export function chooseByRules(
  { script, rules }: Autoconsent,
  { choice, bounds }: ChooserOptions,
): Chooser {
  const config = {
    enabled: true,
    autoAction: actions[choice],
    disabledCmps: [],
    enablePrehide: false,
    enableCosmeticRules: false,
    enableGeneratedRules: true,
    enableHeuristicDetection: true,
    heuristicMode: choice === "rejected" ? "reject" : "off",
    detectRetries: 20,
    isMainWorld: false,
    prehideTimeout: 2000,
    logs: { errors: false },
  };
  const start = `{ type: "initResp", config: ${JSON.stringify(config)}, rules: ${rules} }`;
  const progress: Progress = {
    asking: new Set(),
    empty: new Set(),
    begun: false,
    found: false,
    outcome: undefined,
  };
  let onFound = () => {};

  const receive = async ({ frame }: { frame: Frame }, message: Message | null): Promise<void> => {
    switch (message?.type) {
      case "init":
        progress.asking.add(frame);
        progress.empty.delete(frame);
        if (progress.begun && progress.outcome === undefined) await send(frame, start);
        break;
      case "report":
        if (message.state?.lifecycle === "nothingDetected") progress.empty.add(frame);
        break;
      case "popupFound":
        if (!progress.found) onFound();
        progress.found = true;
        break;
      case "eval":
        await evaluate(frame, message);
        break;
      case "optOutResult":
      case "optInResult":
        if (message.result !== true) progress.outcome = false;
        break;
      case "autoconsentDone":
        progress.outcome ??= true;
        break;
    }
  };

  const prepare = async (context: BrowserContext): Promise<void> => {
    await context.exposeBinding("autoconsentSendMessage", receive);
    await context.addInitScript(script);
  };

  const isSearched = (): boolean =>
    [...progress.asking].every((frame) => progress.empty.has(frame) || frame.isDetached());

  const missed = `so the site was not seen after ${verbOf[choice]}`;
  return {
    prepare,
    choose: async (_page, { left }, onMade) => {
      const bound = () => startClock(Math.min(bounds.choice, left()));
      onFound = onMade;
      progress.begun = true;
      const started = Promise.all([...progress.asking].map((frame) => send(frame, start)));
      await within(bound().left(), started);
      await waitFor(() => progress.found || isSearched(), bound());
      if (!progress.found) return `no consent banner was found, ${missed}`;
      await waitFor(() => progress.outcome !== undefined, bound());
      if (progress.outcome) return undefined;
      progress.outcome = false;
      return `the consent banner could not be answered, ${missed}`;
    },
  };
}
