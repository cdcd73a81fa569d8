/** Finished bytes, which stand as a short token in a text until the text is put together. */
export interface Splicer {
  /** A token for these bytes, good until `forget`. */
  hold(bytes: Uint8Array): string;
  /** The text as UTF-8 with the bytes in the place of their tokens; overwritten by the next call. */
  splice(text: string): Uint8Array;
  /** Lets go of all that is held. */
  forget(): void;
}

const [open, close, zero, nine] = [0x01, 0x02, 0x30, 0x39];

/** Whether a text could be taken for a token. The loader refuses such texts, the renderer such templates. */
export const mayForge = (text: string): boolean => text.includes("\u0001");

/** A buffer at least that large, the given one if it is. */
const roomFor = (buffer: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> =>
  buffer.length >= size ? buffer : Buffer.allocUnsafeSlow(size * 2);

/** A token is the number of what is held between two control characters, which come from nowhere else. */
export function createSplicer(): Splicer {
  const held: Uint8Array[] = [];
  let source = Buffer.allocUnsafeSlow(1 << 15);
  let target = Buffer.allocUnsafeSlow(1 << 17);

  /** Reads the token that begins at `at`: what it stands for, and where it ends. */
  function readToken(at: number, length: number): { bytes: Uint8Array; end: number } | undefined {
    let [index, end] = [0, at + 1];
    while (end < length && source[end]! >= zero && source[end]! <= nine) {
      index = index * 10 + source[end]! - zero;
      end += 1;
    }
    const bytes = end > at + 1 && source[end] === close ? held[index] : undefined;
    return bytes && { bytes, end: end + 1 };
  }

  return {
    hold: (bytes) => `\u0001${held.push(bytes) - 1}\u0002`,
    splice(text) {
      source = roomFor(source, text.length * 3 + 1);
      const length = source.write(text, "utf8");
      let [from, size, at] = [0, 0, 0];
      const add = (bytes: Uint8Array) => {
        if (target.length < size + bytes.length) {
          const larger = roomFor(target, size + bytes.length);
          target.copy(larger, 0, 0, size);
          target = larger;
        }
        target.set(bytes, size);
        size += bytes.length;
      };
      // What lies behind the text in the buffer is of an earlier one.
      source[length] = open;
      for (;;) {
        at = source.indexOf(open, at);
        if (at >= length) break;
        const token = readToken(at, length);
        if (token) {
          add(source.subarray(from, at));
          add(token.bytes);
          from = token.end;
        }
        at = token?.end ?? at + 1;
      }
      add(source.subarray(from, length));
      return target.subarray(0, size);
    },
    forget: () => held.splice(0),
  };
}
