import { planOutput } from "../../src/site/build/eleventy.ts";
import { checkout } from "../checkout.ts";

const { registry } = checkout;
const rendered = [...planOutput(registry, registry.sites.keys())].map(
  ([path, render]) => [`/${path}`, render()] as const,
);

/** Without the pages that lead elsewhere at once. */
const endingWith = (name: string) =>
  new Map(
    rendered.filter(
      ([path, html]) => path.endsWith(name) && !html.includes('http-equiv="refresh"'),
    ),
  );

/** Every page of the project's own sites, by its path in the output; the choices of languages too. */
export const samplePages = endingWith("/index.html");
export const sampleFragments = endingWith("/fragment.html");
