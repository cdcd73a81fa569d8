import { site, type Thing, things } from "./storage-fixture.ts";

/** One way in which a site drifts from its page. */
export interface Mutation {
  readonly title: string;
  readonly mutate: (things: readonly Thing[]) => readonly Thing[];
  /** What an audit is to say of it: the rule and the name. */
  readonly reports: readonly string[];
}

type Change = Partial<Thing> | undefined;

/** Changes the thing of that name; `undefined` takes it away. */
const change =
  (name: string, to: Change): Mutation["mutate"] =>
  (before) =>
    before.flatMap((thing) => {
      if (thing.name !== name) return [thing];
      return to ? [{ ...thing, ...to }] : [];
    });

const add =
  (thing: Thing): Mutation["mutate"] =>
  (before) => [...before, thing];

/** Sets it after rejecting, too. */
const ignoreReject =
  (name: string): Mutation["mutate"] =>
  (before) => [...before, { ...things.find((one) => one.name === name)!, when: "rejected" }];

/** Before any choice: `when` has to go, which no other value says. */
const ignoreChoice =
  (name: string): Mutation["mutate"] =>
  (before) =>
    before.map((thing) => {
      const { when: _when, ...always } = thing;
      return thing.name === name ? always : thing;
    });

const mutation = (
  title: string,
  mutate: Mutation["mutate"],
  ...reports: readonly string[]
): Mutation => ({ title, mutate, reports });

const thirdParty = "Path=/; SameSite=None; Secure";

/** In two groups, in each of which no thing drifts twice, so that one look shows a whole group. */
export const mutations: readonly (readonly Mutation[])[] = [
  [
    mutation(
      "a cookie is added",
      add({ name: "new", carrier: "script", host: site, storage: "cookie" }),
      'undeclared-cookie "new"',
    ),
    mutation(
      "an item of local storage is added",
      add({ name: "draft", carrier: "script", host: site, storage: "local-storage" }),
      'undeclared-cookie "draft"',
    ),
    mutation("a cookie is dropped", change("sid", undefined), 'unobserved-cookie "sid"'),
    mutation(
      "a cookie is renamed",
      change("lib", { name: "lib2" }),
      'unobserved-cookie "lib"',
      'undeclared-cookie "lib2"',
    ),
    mutation(
      "a third party's cookie is prolonged",
      change("pix", { attributes: `Max-Age=63072000; ${thirdParty}` }),
      'longer-than-declared "pix"',
    ),
    mutation(
      "a cookie of a year ends with the session",
      change("lang", { attributes: `Domain=${site}; Path=/` }),
      'persistent-declared-but-session "lang"',
    ),
    mutation(
      "a cookie is shortened",
      change("widget", { attributes: `Max-Age=600; ${thirdParty}` }),
      'shorter-than-declared "widget"',
    ),
    mutation(
      "an item of local storage moves to session storage",
      change("cart", { storage: "session-storage" }),
      'wrong-storage "cart"',
    ),
    mutation(
      "a script is loaded after rejecting, too",
      ignoreReject("_stats"),
      'set-after-reject "_stats"',
    ),
    mutation(
      "a pixel is loaded before any choice",
      ignoreChoice("ad_id"),
      'set-before-consent "ad_id"',
    ),
  ],
  [
    mutation(
      "a third party's cookie is added",
      add({
        name: "spy",
        carrier: "image",
        host: "spy.example",
        storage: "cookie",
        attributes: thirdParty,
      }),
      'undeclared-cookie "spy"',
    ),
    mutation(
      "a database is added",
      add({ name: "queue", carrier: "script", host: site, storage: "indexed-db" }),
      'undeclared-cookie "queue"',
    ),
    mutation(
      "an item of local storage is dropped",
      change("wishes", undefined),
      'unobserved-cookie "wishes"',
    ),
    mutation(
      "a session cookie stays",
      change("sid", { attributes: "HttpOnly; Secure; Max-Age=86400" }),
      'session-declared-but-persistent "sid"',
    ),
    mutation(
      "a cookie of the site moves to a third party",
      change("lib", { carrier: "image", attributes: `Max-Age=86400; ${thirdParty}` }),
      'wrong-party "lib"',
    ),
    mutation(
      "a third party's cookie moves to the site",
      change("pix", { host: site }),
      'wrong-party "pix"',
    ),
    mutation(
      "a cookie moves to local storage",
      change("gone", { storage: "local-storage", write: "assign" }),
      'wrong-storage "gone"',
    ),
    mutation(
      "a script's cookie is prolonged",
      change("widget", { attributes: `Max-Age=86400; ${thirdParty}` }),
      'longer-than-declared "widget"',
    ),
    mutation(
      "a script is loaded before any choice",
      ignoreChoice("_stats"),
      'set-before-consent "_stats"',
    ),
    mutation(
      "a pixel is loaded after rejecting, too",
      ignoreReject("ad_id"),
      'set-after-reject "ad_id"',
    ),
    mutation(
      "a cache takes another name",
      change("pages-v1", { name: "pages-v2" }),
      'unobserved-cookie "pages-v1"',
      'undeclared-cookie "pages-v2"',
    ),
  ],
];
