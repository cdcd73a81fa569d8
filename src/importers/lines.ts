/** Each line of a text without its break, and the offset of its first character, counted from 0. */
export function* eachLine(text: string): Generator<{ text: string; offset: number }> {
  for (let offset = 0; offset < text.length;) {
    const found = text.indexOf("\n", offset);
    const end = found === -1 ? text.length : found;
    yield { text: text.slice(offset, text[end - 1] === "\r" ? end - 1 : end), offset };
    offset = end + 1;
  }
}
