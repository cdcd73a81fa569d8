/** A template cannot be read, or names what its model lacks; the message says where. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}

const namedPlace = /\((?<path>[^()]+\.njk)\)(?: \[Line (?<line>\d+), Column (?<column>\d+)\])?/g;

/** Runs `act`, folding the chain of messages of a template that imports others into one sentence. */
export function explaining<Result>(act: () => Result): Result {
  try {
    return act();
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const { path, line, column } = [...message.matchAll(namedPlace)].at(-1)?.groups ?? {};
    const place = line === undefined ? path : `${path}:${line}:${column}`;
    const reason = message.split("\n").at(-1)?.trim();
    // Nunjucks counts lines in the template that it imports but names the one that imports it.
    throw new TemplateError(`in ${place} or a template that it imports: ${reason}`, { cause });
  }
}
