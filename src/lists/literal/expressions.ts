/** A part of a regular expression that stands for a run of characters. */
const anyRun = /^(?:\.|\\[dw]|\[[^\]]+\])(?:[*+]|\{[\d,]+\})/;
const literalCharacter = /^[^.*+?^${}()|[\]\\]/;
const escaped = /^\\([^A-Za-z0-9])/;

/**
 * The name for which a regular expression stands, with `*` for what differs: it may be found anywhere where it has no
 * anchor. `undefined` where it says more than a name with stars can.
 */
export function nameOfExpression(source: string): string | undefined {
  const isBegun = source.startsWith("^");
  const isEnded = source.endsWith("$") && !source.endsWith("\\$");
  let rest = source.slice(isBegun ? 1 : 0, isEnded ? -1 : undefined);
  let name = isBegun ? "" : "*";
  while (rest !== "") {
    const run = anyRun.exec(rest)?.[0];
    const [whole = "", character] = escaped.exec(rest) ?? literalCharacter.exec(rest) ?? [];
    if (run === undefined && whole === "") return undefined;
    name += run === undefined ? (character ?? whole) : "*";
    rest = rest.slice((run ?? whole).length);
  }
  const stars = `${name}${isEnded ? "" : "*"}`.replaceAll(/\*+/g, "*");
  return stars === "*" ? undefined : stars;
}

/** The expression that a script writes as `/…/` or as `new RegExp("…")`; `undefined` for any other code. */
export function expressionIn(code: string): string | undefined {
  const [, inSlashes] = /^\/(.+)\/[a-z]*$/.exec(code.trim()) ?? [];
  if (inSlashes !== undefined) return inSlashes;
  const [, quoted] = /^new\s+RegExp\(\s*("(?:[^"\\\n]|\\.)*")/.exec(code.trim()) ?? [];
  try {
    return quoted === undefined ? undefined : (JSON.parse(quoted) as string);
  } catch {
    return undefined;
  }
}
