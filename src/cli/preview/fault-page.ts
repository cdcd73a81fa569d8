import { escapeHtml } from "../../prose/markdown.ts";

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
<pre>${escapeHtml(report)}</pre>
</body>
</html>
`;

export const eventsPath = "/.events";

/**
 * A page with a script that loads it anew once another `version` is there. A hidden tab does not listen, since browsers
 * allow a server six connections.
 */
export function withReload(html: string, version: string): string {
  const script = `<script>{
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
