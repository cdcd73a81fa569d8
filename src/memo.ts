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

/** As `remember`, for keys that are texts; what is made is never `undefined`. Now and then it begins anew, so that it stays small. */
export function memoizeByText<Made>(make: (key: string) => Made): (key: string) => Made {
  const made = new Map<string, Made>();
  return (key) => {
    let known = made.get(key);
    if (known !== undefined) return known;
    if (made.size === maximumRemembered) made.clear();
    made.set(key, (known = make(key)));
    return known;
  };
}
