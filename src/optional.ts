import { createRequire } from "node:module";

const isMissing = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND");

/** What `load` loads from a package that need not be installed; where it is not, throws what `explain` makes of that. */
export async function loadOptional<Loaded>(
  load: () => Loaded | Promise<Loaded>,
  explain: (cause: unknown) => Error,
): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    if (!isMissing(error)) throw error;
    throw explain(error);
  }
}

const { resolve } = createRequire(import.meta.url);

/** Whether a package that need not be installed is. */
export function isInstalled(name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch (error) {
    return !isMissing(error);
  }
}
