/** Makes something when it is first asked for, and never again. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Makes something once for each object, and forgets it with the object. */
export function memoize<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new WeakMap<Key, Made>();
  return (key) => {
    let known = made.get(key);
    if (known === undefined) made.set(key, (known = make(key)));
    return known;
  };
}

const maximumRemembered = 2048;

/**
 * Makes something once for the same arguments, which are the same if `keyOf` gives the same text; a single text is its
 * own key. What is made is never `undefined`. Begins anew when it holds much, so that it stays small.
 */
export function memoizeByText<Made, Args extends readonly unknown[] = [text: string]>(
  make: (...args: Args) => Made,
  keyOf: (...args: Args) => string = (...[text]) => String(text),
): (...args: Args) => Made {
  const made = new Map<string, Made>();
  return (...args) => {
    const key = keyOf(...args);
    let known = made.get(key);
    if (known !== undefined) return known;
    if (made.size === maximumRemembered) made.clear();
    made.set(key, (known = make(...args)));
    return known;
  };
}
