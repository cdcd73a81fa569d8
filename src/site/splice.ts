/** Finished text as UTF-8, in pieces; a piece may be part of other texts, too. */
export type Pieces = readonly Uint8Array[];

/** Finished pieces, which stand as a short token in a text until the text is put together. */
export interface Splicer {
  /** A token for these pieces, good until `forget`. */
  hold(pieces: Pieces): string;
  /** The text in pieces, those of its tokens among them. */
  divide(text: string): Pieces;
  /** The text as UTF-8 with the pieces in the place of their tokens; overwritten by the next call. */
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

  /** Gives the text in order: stretches of `source`, and pieces that are held. */
  function walk(
    text: string,
    addText: (start: number, end: number) => void,
    addPiece: (piece: Uint8Array) => void,
  ): void {
    source = roomFor(source, text.length * 3 + 1);
    const length = source.write(text, "utf8");
    // What lies behind the text in the buffer is of an earlier one.
    source[length] = open;
    let [from, at] = [0, source.indexOf(open)];
    while (at < length) {
      const token = readToken(at, length);
      if (token) {
        if (at > from) addText(from, at);
        for (const piece of token.pieces) addPiece(piece);
        from = token.end;
      }
      at = source.indexOf(open, token?.end ?? at + 1);
    }
    if (length > from) addText(from, length);
  }

  function makeRoom(size: number, more: number): void {
    if (target.length >= size + more) return;
    const larger = roomFor(target, size + more);
    target.copy(larger, 0, 0, size);
    target = larger;
  }

  return {
    hold: (pieces) => `\u0001${held.push(pieces) - 1}\u0002`,
    divide(text) {
      const pieces: Uint8Array[] = [];
      walk(
        text,
        (start, end) => pieces.push(Uint8Array.from(source.subarray(start, end))),
        (piece) => pieces.push(piece),
      );
      return pieces;
    },
    splice(text) {
      let size = 0;
      walk(
        text,
        (start, end) => {
          makeRoom(size, end - start);
          size += source.copy(target, size, start, end);
        },
        (piece) => {
          makeRoom(size, piece.length);
          target.set(piece, size);
          size += piece.length;
        },
      );
      return target.subarray(0, size);
    },
    forget: () => held.splice(0),
  };
}
