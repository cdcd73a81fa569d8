import type { Diagnostic } from "../diagnostic.ts";
import { type Entry, reportAt } from "./entry.ts";
import type { Site } from "./schema/site.ts";

/** The page's backgrounds in `templates/page.css`, on which a brand colour is read. */
export const backgrounds = { light: "#ffffff", dark: "#14171a" } as const;

const minimumContrast = 4.5;

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, from 1 to 21, as WCAG 2.2 defines it. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

/** Brand colours that would be hard to read on the page (WCAG 2.2, success criterion 1.4.3). */
export function checkBrand(site: Entry<Site>): Diagnostic[] {
  const { brand } = site.value;
  if (!brand) return [];
  return (["light", "dark"] as const).flatMap((scheme) => {
    const ratio = contrast(brand[scheme], backgrounds[scheme]);
    if (ratio >= minimumContrast) return [];
    const message = `contrast of "${brand[scheme]}" with the ${scheme} page "${backgrounds[scheme]}" is ${ratio.toFixed(2)}:1, expected at least ${minimumContrast}:1`;
    const hint = scheme === "light" ? "choose a darker colour" : "choose a lighter colour";
    return [reportAt(site, ["brand", scheme], { rule: "low-contrast", message, hint })];
  });
}
