import type { Provider } from "../../src/registry/schema/provider.ts";

/** The sources of a provider and of its cookies. */
export const sourcesOf = ({ sources = [], cookies }: Pick<Provider, "sources" | "cookies">) =>
  [...sources, ...cookies.flatMap((cookie) => cookie.sources ?? [])].map((source) =>
    typeof source === "string" ? { url: source } : source,
  );
