/** How other tools write what this one writes as `*`, within a name. */
const placeholders: readonly RegExp[] = [
  // `<container-id>`, `{site_id}`, `${id}`, `[UID]`, `[0-9a-f]{32}`, `[a-z]+`
  /\$?(?:<[^<>]*>|\{[^{}]*\}|\[[^[\]]*\])(?:\{[\d,]+\}|[+*])?/g,
  // `%s`, `%d`, `%INTEGER%`
  /%(?:[sd]\b|[A-Za-z_]+%)/g,
  // `_pk_id.%`, `_ga_#`
  /(?<=[._-])(?:%|#+)$/g,
  // `_gac_xxx`, `UA-XXXXXXXX-X`
  /(?<=[._-])(?:x{3,}|X{3,})(?:-[xX]+)*(?![A-Za-z])/g,
  // `\d+`, `\w*`
  /\\[dw][*+]/g,
  /\*{2,}/g,
];

const joinStars = (name: string): string => name.replaceAll(/\*+/g, "*");

/** The pattern that a name in the notation of another tool stands for; the name itself where it is in none. */
function translate(name: string): string {
  const inner = /^\/(?<inner>.+)\/[a-z]*$/.exec(name)?.groups?.["inner"];
  const isExpression = inner !== undefined || name.startsWith("^");
  const body = (inner ?? name).replace(/^\^/, "");
  const opened = isExpression ? body.replaceAll(/\.[*+]/g, "*") : body;
  const replaced = placeholders.reduce((text, each) => text.replaceAll(each, "*"), opened);
  if (!isExpression) return joinStars(replaced);
  const isOpen = inner !== undefined && !inner.startsWith("^");
  const end = replaced.endsWith("$") ? replaced.slice(0, -1) : `${replaced}*`;
  return joinStars((isOpen ? "*" : "") + end.replaceAll(/\\(.)/g, "$1"));
}

/** What is meant by a name as another tool, a scanner or a text writes it; `undefined` for one that a browser may show. */
export function foreignName(name: string): { what: string; meant: string } | undefined {
  // What stands behind a backslash is meant as it is.
  const bare = name.replaceAll(/\\[^dw]/g, "_");
  if (/[“”„‟‘’‚«»´`]/.test(bare))
    return { what: "typographic quotes", meant: "write the name between straight quotes alone" };
  if (/, | \/ | \| |; /.test(bare)) return { what: "several names", meant: "give each an entry" };
  if (/\s\(.*\)$/.test(bare))
    return { what: "words", meant: "write the name as the browser shows it" };
  const pattern = translate(bare);
  if (pattern === bare) return undefined;
  const meant = /[^*]/.test(pattern) ? `"${pattern}"` : "a name with at least one fixed character";
  return { what: "the placeholder of another tool", meant: `write ${meant}` };
}

/** The pattern in whose place a name in another tool's notation stands; `undefined` for one that a browser may show. */
export function patternOf(name: string): string | undefined {
  const pattern = translate(name);
  return pattern === name ? undefined : pattern;
}

/** A name without the backslashes that say that the next character is meant as it is. */
export const unescapeName = (name: string): string => name.replaceAll(/\\(.)/g, "$1");

/** A name as a registry writes it: `unescapeName` gives it back, and it looks like no other tool's pattern. */
export const escapeName = (name: string): string =>
  foreignName(name) || name.includes("\\") ? name.replaceAll(/[^A-WYZa-wyz0-9*]/g, "\\$&") : name;
