const late = Symbol("late");

/** Waits so long at most; `undefined` where the promise failed or the time was over. Never rejects. */
export async function within<T>(
  milliseconds: number,
  promise: Promise<T>,
): Promise<Awaited<T> | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const end = new Promise<typeof late>((resolve) => {
    timer = setTimeout(() => resolve(late), Math.max(milliseconds, 0));
  });
  try {
    const result = await Promise.race([promise.catch(() => late), end]);
    return result === late ? undefined : (result as Awaited<T>);
  } finally {
    clearTimeout(timer);
  }
}
