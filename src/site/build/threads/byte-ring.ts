const size = 8 << 20;

/** As many bytes may lie in a ring before the other side is told of them: no more, since it must not wait for these. */
export const maximumUntold = size >> 2;

/** Memory through which one thread hands bytes to another, in order, again and again. */
export interface Ring {
  readonly bytes: SharedArrayBuffer;
  /** In its first 32 bits: how many bytes have been given back, counted round. */
  readonly returned: SharedArrayBuffer;
}

export const createRing = (): Ring => ({
  bytes: new SharedArrayBuffer(size),
  returned: new SharedArrayBuffer(4),
});

/** A stretch of a ring; `taken` is what is to be given back, with what was left out at the ring's end. */
export interface RingSpan {
  readonly start: number;
  readonly length: number;
  readonly taken: number;
}

/** The side that fills a ring. */
export function createInlet(ring: Ring): {
  /** Puts bytes into the ring, waiting for room; they are at most as many as it holds. */
  put: (bytes: Uint8Array) => RingSpan;
} {
  const target = new Uint8Array(ring.bytes);
  const returned = new Int32Array(ring.returned);
  let [head, sent] = [0, 0];

  /** Waits until no more than `maximum` bytes are on their way. */
  function wait(maximum: number): void {
    for (;;) {
      const back = Atomics.load(returned, 0);
      if (((sent - back) | 0) <= maximum) return;
      Atomics.wait(returned, 0, back);
    }
  }

  return {
    put(bytes) {
      const { length } = bytes;
      const skipped = head + length > size ? size - head : 0;
      const taken = skipped + length;
      wait(Math.max(size - taken, 0));
      const start = skipped > 0 ? 0 : head;
      target.set(bytes, start);
      head = start + length;
      sent = (sent + taken) | 0;
      return { start, length, taken };
    },
  };
}

/** The side that empties a ring. */
export function createOutlet(ring: Ring): {
  readonly read: (stretch: RingSpan) => Uint8Array;
  /** Gives a stretch back, whose bytes may then be overwritten. */
  readonly giveBack: (stretch: RingSpan) => void;
} {
  const returned = new Int32Array(ring.returned);
  return {
    read: ({ start, length }) => new Uint8Array(ring.bytes, start, length),
    giveBack({ taken }) {
      Atomics.add(returned, 0, taken);
      Atomics.notify(returned, 0);
    },
  };
}
