import { exampleCookie, exampleProvider } from "../examples/example.ts";
import type { LawRule } from "../rule.ts";
import { exemption } from "../questions.ts";
import { findOutliving } from "../exemptions.ts";

const example = (duration: string) =>
  exampleProvider({}, [
    exampleCookie("player", { function: "media-player", purposes: "[play-media]", duration }),
  ]);

export const mediaPlayerPersistent: LawRule = {
  id: "media-player-persistent",
  severity: "warning",
  needs: "cookie",
  summary: "A media player's cookie that asks no consent outlives the session.",
  why: "What a player needs for playing, such as quality and buffering, exempts a cookie for the session in which it plays. A longer life is flagged for review. A length of up to a day counts as a session here: that figure is this tool's.",
  law: exemption("media-player", "short-lived"),
  bad: example("6 months"),
  good: example("session"),
  check: (subject) =>
    findOutliving(
      subject,
      "media-player",
      "let it end with the session, or ask for consent to remember the settings",
    ),
};
