import { createHash } from "node:crypto";
import { memoizeByText } from "../../memo.ts";
import type { Dress } from "../page/describe/describe-page.ts";
import type { Brand, Mode } from "../page/policy.ts";
import { textOfTemplate, type TemplateFile } from "./template-files.ts";

/** The accent of a site that names none. */
export const defaultBrand = { light: "#0b5cad", dark: "#8ec5ff" } as const;

const stringOrComment = /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[\s\S]*?\*\//g;

/**
 * The text between `<style>` and `</style>`: the brand as custom properties, then `css` without comments and
 * indentation. It holds no `</`, which would end the element.
 */
export function composeStyle(css: string, brand: Brand = defaultBrand): string {
  const lines = css
    .replaceAll(stringOrComment, "$1")
    .replaceAll("</", "<\\/")
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return [`:root { --accent-light: ${brand.light}; --accent-dark: ${brand.dark}; }`, ...lines].join(
    "\n",
  );
}

/** A cookie with a bite out of it, within its address, so that no browser asks for one. */
const drawIcon = ({ light }: Brand): string =>
  `data:image/svg+xml,${encodeURI(
    `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16' fill='#fff'><path fill='${light}' d='M8 0a8 8 0 1 0 8 8 4 4 0 0 1-4-4 4 4 0 0 1-4-4z'/><circle cx='5' cy='6' r='1'/><circle cx='6' cy='11' r='1'/><circle cx='10' cy='9' r='1'/></svg>`,
  ).replaceAll("#", "%23")}`;

/** Allows exactly this inline stylesheet, images within the page or of the site's own host, and nothing else. */
export function contentSecurityPolicy(style: string): string {
  const hash = createHash("sha256").update(style).digest("base64");
  return `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; base-uri 'none'; form-action 'none'`;
}

/** How pages look with these accents. */
export function dressIn(css: string, brand: Brand, mode: Mode): Dress {
  const style = composeStyle(css, brand);
  return {
    style: Buffer.from(style),
    brand,
    icon: drawIcon(brand),
    contentSecurityPolicy: mode === "published" ? contentSecurityPolicy(style) : null,
  };
}

/** The looks of each brand, made once. */
export function createDress(templates: readonly TemplateFile[], mode: Mode) {
  const css = textOfTemplate(templates.find(({ name }) => name === "page.css")!);
  return memoizeByText((brand: Brand) => dressIn(css, brand, mode), JSON.stringify);
}

/**
 * The `_headers` file of static hosts: what a `<meta>` element cannot say of the site's pages, which are none without a
 * policy, and that these files alone may be read from other origins. Empty where there is nothing to say.
 */
export const renderHeaders = ({
  policy,
  shared,
}: {
  readonly policy: string | null;
  readonly shared: readonly string[];
}): string =>
  [
    ...(policy === null
      ? []
      : [
          "/*",
          `  Content-Security-Policy: ${policy}; frame-ancestors 'none'`,
          "  Permissions-Policy: interest-cohort=(), browsing-topics=()",
          "  Referrer-Policy: strict-origin-when-cross-origin",
          "  X-Content-Type-Options: nosniff",
        ]),
    ...shared.flatMap((path) => [`/${path}`, "  Access-Control-Allow-Origin: *"]),
  ]
    .map((line) => `${line}\n`)
    .join("");
