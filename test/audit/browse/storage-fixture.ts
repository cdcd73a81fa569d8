import type { Phase } from "../../../src/observation/observation.ts";
import type { Storage } from "../../../src/vocabulary/vocabulary.ts";

/** What carries a thing into the browser. */
type Carrier = "page" | "image" | "redirect" | "frame" | "script" | "frame-script";

/** One thing that the fixture sets. */
export interface Thing {
  readonly name: string;
  readonly carrier: Carrier;
  /** The host that is asked for the carrier; a page is always the site's own. */
  readonly host: string;
  readonly storage: Storage;
  /** What stands behind the value of a cookie. */
  readonly attributes?: string;
  /** How a script sets it, where not as usual for its storage. */
  readonly write?: "assign" | "assign-and-delete" | "cookie-store" | "and-delete" | "once";
  /** Whom it belongs to, where not to its host, or for a script to the site. */
  readonly owner?: string;
  readonly seconds?: number;
  readonly when?: "rejected" | "accepted";
  /** The browser's word for why it is not kept. */
  readonly blocked?: string;
}

export const site = "market.example";

const year = 31_536_000;

/** What the site sets, by six other hosts, too. */
export const things: readonly Thing[] = [
  { name: "sid", carrier: "page", host: site, storage: "cookie", attributes: "HttpOnly; Secure" },
  {
    name: "lang",
    carrier: "image",
    host: "static.market.example",
    storage: "cookie",
    attributes: `Domain=${site}; Max-Age=${year}; Path=/`,
    owner: site,
    seconds: year,
  },
  {
    name: "hop",
    carrier: "redirect",
    host: "track.example",
    storage: "cookie",
    attributes: `Max-Age=${2 * year}; Path=/; SameSite=None; Secure`,
    seconds: 2 * year,
  },
  {
    name: "pix",
    carrier: "image",
    host: "banners.example",
    storage: "cookie",
    attributes: `Max-Age=${year}; Path=/; SameSite=None; Secure`,
    seconds: year,
  },
  {
    name: "chips",
    carrier: "frame",
    host: "widget.example",
    storage: "cookie",
    attributes: "Path=/; SameSite=None; Secure; Partitioned",
  },
  {
    name: "widget",
    carrier: "frame-script",
    host: "widget.example",
    storage: "cookie",
    attributes: "Max-Age=3600; Path=/; SameSite=None; Secure",
    owner: "widget.example",
    seconds: 3600,
  },
  {
    name: "lib",
    carrier: "script",
    host: "cdn.example",
    storage: "cookie",
    attributes: "Max-Age=86400; Path=/",
    seconds: 86_400,
  },
  { name: "gone", carrier: "script", host: "cdn.example", storage: "cookie", write: "and-delete" },
  {
    name: "__Host-refused",
    carrier: "image",
    host: site,
    storage: "cookie",
    attributes: `Domain=${site}; Path=/; Secure`,
    blocked: "InvalidPrefix",
  },
  {
    name: "insecure",
    carrier: "image",
    host: "banners.example",
    storage: "cookie",
    attributes: "Path=/; SameSite=None",
    blocked: "SameSiteNoneInsecure",
  },
  {
    name: "__Secure-unkept",
    carrier: "script",
    host: "cdn.example",
    storage: "cookie",
    attributes: "Path=/",
    blocked: "NotKept",
  },
  { name: "stored", carrier: "script", host: site, storage: "cookie", write: "cookie-store" },
  { name: "cart", carrier: "script", host: site, storage: "local-storage" },
  { name: "wishes", carrier: "script", host: site, storage: "local-storage", write: "assign" },
  {
    name: "fleeting",
    carrier: "script",
    host: site,
    storage: "local-storage",
    write: "assign-and-delete",
  },
  {
    name: "once",
    carrier: "script",
    host: "cdn.example",
    storage: "cookie",
    attributes: `Max-Age=${2 * year}; Path=/`,
    write: "once",
    seconds: 2 * year,
  },
  { name: "tab", carrier: "script", host: "cdn.example", storage: "session-storage" },
  { name: "items", carrier: "script", host: site, storage: "indexed-db" },
  { name: "pages-v1", carrier: "script", host: site, storage: "cache-storage" },
  {
    name: "player",
    carrier: "frame-script",
    host: "widget.example",
    storage: "local-storage",
    owner: "widget.example",
  },
  {
    name: "_stats",
    carrier: "script",
    host: "stats.example",
    storage: "cookie",
    attributes: `Max-Age=${2 * year}; Path=/`,
    seconds: 2 * year,
    when: "accepted",
  },
  {
    name: "ad_id",
    carrier: "image",
    host: "banners.example",
    storage: "cookie",
    attributes: `Max-Age=${year}; Path=/; SameSite=None; Secure`,
    seconds: year,
    when: "accepted",
  },
];

/** In which phases a thing is to be seen: what is there before a choice stays, what is refused is asked for again. */
export const phasesOf = ({ when }: Thing): readonly Phase[] =>
  when ? [when] : ["before", "rejected", "accepted"];

export const addressOfCarrier = ({ carrier, host, name }: Thing): string =>
  `https://${host}/${carrier}/${name}`;
