import type { Context } from "./context.ts";

/** A line on the terminal that tells how far a build is. */
export interface Progress {
  readonly show: (done: number, total: number) => void;
  /** Takes the line away. */
  readonly clear: () => void;
}

const erase = "\r\u001b[K";

/** Shows nothing where nobody is there to see it. */
export function createProgress({ isTerminal, err }: Context): Progress {
  if (!isTerminal) return { show: () => undefined, clear: () => undefined };
  const began = performance.now();
  let isShown = false;
  return {
    show(done, total) {
      const seconds = (performance.now() - began) / 1000;
      const rate = done / seconds;
      const left = Math.ceil((total - done) / rate);
      err(`${erase}${done} of ${total} sites, ${Math.round(rate)} a second, ${left} s left`);
      isShown = true;
    },
    clear() {
      if (isShown) err(erase);
      isShown = false;
    },
  };
}
