/** Finished text as UTF-8, in pieces. */
export type Pieces = readonly Uint8Array[];

/** Finished pieces, which stand as a short token in a text until the text is put together. */
export interface Splicer {
  /** A token for these pieces, good until `forget`. */
  readonly hold: (pieces: Pieces) => string;
  /** The text as UTF-8 with the pieces in the place of their tokens; overwritten by the next call. */
  readonly splice: (text: string) => Uint8Array;
  /** Lets go of all that is held. */
  readonly forget: () => void;
}

const [open, close, zero, nine] = [0x01, 0x02, 0x30, 0x39];

/** Whether a text could be taken for a token. The loader refuses such texts, the renderer such templates. */
export const mayForge = (text: string): boolean => text.includes("\u0001");

/** A buffer at least that large, the given one if it is. */
const roomFor = (buffer: Buffer<ArrayBuffer>, size: number): Buffer<ArrayBuffer> =>
  buffer.length >= size ? buffer : Buffer.allocUnsafeSlow(size * 2);

/** A token is the number of what is held between two control characters, which come from nowhere else. */
export function createSplicer(): Splicer {
  const held: Pieces[] = [];
  let source = Buffer.allocUnsafeSlow(1 << 15);
  let target = Buffer.allocUnsafeSlow(1 << 17);

  /** Reads the token that begins at `at`: what it stands for, and where it ends. */
  function readToken(at: number, length: number): { pieces: Pieces; end: number } | undefined {
    let [index, end] = [0, at + 1];
    while (end < length && source[end]! >= zero && source[end]! <= nine) {
      index = index * 10 + source[end]! - zero;
      end += 1;
    }
    const pieces = end > at + 1 && source[end] === close ? held[index] : undefined;
    return pieces && { pieces, end: end + 1 };
  }

  function makeRoom(size: number, more: number): void {
    if (target.length >= size + more) return;
    const larger = roomFor(target, size + more);
    target.copy(larger, 0, 0, size);
    target = larger;
  }

  function splice(text: string): Uint8Array {
    source = roomFor(source, text.length * 3 + 1);
    const length = source.write(text, "utf8");
    // What lies behind the text in the buffer is of an earlier one.
    source[length] = open;
    let [from, at, size] = [0, source.indexOf(open), 0];
    const copyUntil = (end: number): void => {
      makeRoom(size, end - from);
      size += source.copy(target, size, from, end);
    };
    while (at < length) {
      const token = readToken(at, length);
      if (token) {
        copyUntil(at);
        for (const piece of token.pieces) {
          makeRoom(size, piece.length);
          target.set(piece, size);
          size += piece.length;
        }
        from = token.end;
      }
      at = source.indexOf(open, token?.end ?? at + 1);
    }
    copyUntil(length);
    return target.subarray(0, size);
  }

  return {
    hold: (pieces) => `\u0001${held.push(pieces) - 1}\u0002`,
    splice,
    forget() {
      held.length = 0;
    },
  };
}
