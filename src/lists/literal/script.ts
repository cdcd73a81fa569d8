const gap = /[\s\u00a0\ufeff]*/y;
const jsonGap = /[ \t\r\n]*/y;
const comment = /\/\/[^\n]*|\/\*[^]*?\*\//y;

function endAt(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** Behind the space at an offset, and the comments that a script may have there. */
export function skipGap(text: string, from: number, isScript: boolean): number {
  if (!isScript) return endAt(jsonGap, text, from) ?? from;
  let at = endAt(gap, text, from) ?? from;
  while (text[at] === "/") {
    const behind = endAt(comment, text, at);
    if (behind === undefined) break;
    at = endAt(gap, text, behind) ?? behind;
  }
  return at;
}

/** Behind the quote that closes the one at an offset, or the text's length. */
function endOfQuoted(text: string, from: number): number {
  const quote = text[from];
  let at = from + 1;
  while (at < text.length && text[at] !== quote) at += text[at] === "\\" ? 2 : 1;
  return Math.min(at + 1, text.length);
}

/**
 * Where a value ends that is code: at the comma or bracket behind it that is of no bracket, string or comment within. A
 * regular expression with such a mark in it may end it too early, which the reader of the value around it then finds.
 */
export function endOfCode(text: string, from: number): number {
  let depth = 0;
  let at = from;
  while (at < text.length) {
    const character = text[at]!;
    if (character === '"' || character === "'" || character === "`") {
      at = endOfQuoted(text, at);
      continue;
    }
    if (character === "/") {
      const behind = endAt(comment, text, at);
      if (behind !== undefined) {
        at = behind;
        continue;
      }
    }
    if (depth === 0 && /[,\]})]/.test(character)) return at;
    if (/[([{]/.test(character)) depth += 1;
    else if (/[)\]}]/.test(character)) depth -= 1;
    at += 1;
  }
  return text.length;
}
