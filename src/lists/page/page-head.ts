import { attributeIn, type Element } from "./markup.ts";
import { parseUrl } from "../../vocabulary/host.ts";

/** What the head of a page says of it. */
export interface Head {
  canonical?: string | undefined;
  address?: string | undefined;
  name?: string | undefined;
  language?: string | undefined;
}

/** Takes what an element says of the page. */
export function noteHead(head: Head, element: Element): void {
  const { tagName } = element;
  if (tagName === "html") head.language ??= attributeIn(element, "lang");
  if (tagName === "link" && attributeIn(element, "rel") === "canonical")
    head.canonical ??= attributeIn(element, "href");
  if (tagName !== "meta") return;
  const property = attributeIn(element, "property") ?? attributeIn(element, "name");
  if (property === "og:url") head.address ??= attributeIn(element, "content");
  if (property === "og:site_name") head.name ??= attributeIn(element, "content");
}

const savedFrom = /^[^]{0,500}?<!-- saved from url=\(\d+\)(\S+) -->/;

const isAddress = (text: string | undefined): text is string =>
  text !== undefined && /^https?:\/\//.test(text) && parseUrl(text) !== undefined;

/** The first address among those that a page says to have, or that a browser noted as it saved it. */
export const urlOf = ({ canonical, address }: Head, html: string): string | undefined =>
  [canonical, address, savedFrom.exec(html)?.[1]].find(isAddress);
