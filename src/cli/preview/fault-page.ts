import { escapeMarkup } from "../../prose/markdown.ts";

/** What a preview shows beside its pages. */
export interface ShownReport {
  /** Why nothing was built: it stands in the place of every page. */
  readonly fault?: string;
  /** What the rules find, which stands over each page: how much, and all of it as a terminal shows it. */
  readonly summary?: string;
  readonly report?: string;
}

/** The page that a preview shows in place of all others while nothing can be built: the report as a terminal shows it. */
export const renderFault = (report: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Nothing was built</title>
<style>body { margin: 2rem; font: 1rem/1.5 sans-serif; color-scheme: light dark } pre { white-space: pre-wrap }</style>
</head>
<body>
<h1>Nothing was built</h1>
<pre>${escapeMarkup(report)}</pre>
</body>
</html>
`;

/** The page that a preview shows until the first build is done. */
export const waitingPage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="2">
<title>The pages are being built</title>
<style>body { margin: 2rem; font: 1rem/1.5 sans-serif; color-scheme: light dark }</style>
</head>
<body>
<p>The pages are being built. This one loads anew once they are there.</p>
</body>
</html>
`;

export const eventsPath = "/.events";

const overlay =
  "position: fixed; inset: auto 0 0 auto; z-index: 9; max-block-size: 60vh; max-inline-size: 100%; overflow: auto; padding: 0.5rem 1rem; border: 1px solid; background: Canvas; color: CanvasText; font: 0.875rem/1.5 sans-serif";

/**
 * A page with what the rules find, folded in a corner, and a script that loads it anew once another `version` is there. A hidden tab does not listen, since browsers
 * allow a server six connections.
 */
export function withReload(
  html: string,
  version: string,
  { summary = "", report }: ShownReport,
): string {
  const found =
    report === undefined
      ? ""
      : `<details style="${overlay}"><summary>${escapeMarkup(summary)}</summary>
<pre style="white-space: pre-wrap">${escapeMarkup(report)}</pre>
</details>
`;
  const script = `${found}<script>{
  let events;
  const listen = () => {
    events?.close();
    if (document.hidden) return;
    events = new EventSource("${eventsPath}?${version}");
    events.onmessage = () => location.reload();
  };
  document.addEventListener("visibilitychange", listen);
  listen();
}</script>
`;
  const end = html.lastIndexOf("</body>");
  return end < 0 ? html + script : html.slice(0, end) + script + html.slice(end);
}
