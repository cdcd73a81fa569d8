/** An address that a visit asked for, as `addressOf` has it. */
export interface SeenRequest {
  readonly url: string;
  /** True where no answer came, or one that tells of an error. */
  readonly failed: boolean;
}

/** The most addresses that are kept of a visit. */
const maximum = 20_000;

/** Each address once, in the order in which it was first asked for; it failed where it never succeeded. */
export function mergeRequests(requests: Iterable<SeenRequest>): SeenRequest[] {
  const merged = new Map<string, SeenRequest>();
  for (const { url, failed } of requests) {
    const earlier = merged.get(url);
    if (earlier ? earlier.failed && !failed : merged.size < maximum)
      merged.set(url, { url, failed });
  }
  return [...merged.values()];
}
