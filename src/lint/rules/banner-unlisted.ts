import { usedProviders } from "../../registry/cookies.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const example = (providers: string) =>
  exampleSite({ providers, preferences: "{ banner: tarteaucitron }" });

export const bannerUnlisted: CraftRule = {
  id: "banner-unlisted",
  severity: "warning",
  needs: "site",
  summary: "A page opens a consent banner that is not among the providers of its site.",
  why: "The banner keeps the choice on the visitor's device, so the page must list what it stores there. Where it is not on the site, the link to the settings does nothing.",
  bad: example("[example]"),
  good: example("[example, tarteaucitron]"),
  check({ value }, { registry }) {
    const { preferences } = value;
    if (typeof preferences !== "object" || !("banner" in preferences)) return [];
    const id = preferences.banner!;
    const banner = registry.providers.get(id);
    if (!banner) return [];
    const names = new Set(banner.value.cookies.map(({ name }) => name));
    // It may stand there under another id: as a provider that extends it, or by its cookie alone.
    const isListed = usedProviders(value, registry).some(
      ({ provider: { layers }, cookies }) =>
        layers.some(({ file }) => file === banner.layers[0].file) ||
        cookies.some(({ name }) => names.has(name)),
    );
    if (isListed) return [];
    const message = `"preferences" opens the banner "${id}", which is not among the providers of the site, expected it there`;
    return [{ path: ["preferences", "banner"], message, hint: `add "${id}" to "providers"` }];
  },
};
