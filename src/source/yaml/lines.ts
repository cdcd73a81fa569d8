/** Where the line of an offset begins. */
export const lineStart = (text: string, offset: number): number =>
  offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const found = text.indexOf("\n", offset);
  const end = found < 0 ? text.length : found;
  return text.charAt(end - 1) === "\r" ? end - 1 : end;
}

export const isComment = (line: string): boolean => /^[ \t]*#/.test(line);

const saysNothing = (line: string): boolean => isComment(line) || line.trim() === "";

/** The comments and blank lines above the line that begins at `start`, as lines with their breaks. */
export function commentsAbove(text: string, start: number): string[] {
  const lines: string[] = [];
  for (let end = start; end > 0;) {
    const line = text.slice(lineStart(text, end - 1), end);
    if (!saysNothing(line)) break;
    lines.push(line);
    end -= line.length;
  }
  return lines.toReversed();
}

/** The comments and blank lines below the line of an offset, as lines with their breaks. */
export function commentsBelow(text: string, offset: number): string[] {
  const lines: string[] = [];
  for (let start = text.indexOf("\n", offset) + 1; start > 0 && start < text.length;) {
    const next = text.indexOf("\n", start) + 1 || text.length;
    const line = text.slice(start, next);
    if (!saysNothing(line)) break;
    lines.push(line);
    start = next;
  }
  return lines;
}
