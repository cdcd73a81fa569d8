import { klingon, original, type ProviderState, type SiteState, type State } from "./state.ts";

/** What may befall a registry; `n` decides how. */
export type Edit = (state: State, n: number) => State;

const pick = <Item>(items: readonly Item[], n: number): Item => items[n % items.length]!;

const without = <Value>(all: Readonly<Record<string, Value>>, key: string) =>
  Object.fromEntries(Object.entries(all).filter(([one]) => one !== key));

const editSite =
  (change: (site: SiteState, n: number, state: State) => Partial<SiteState>): Edit =>
  (state, n) => {
    const ids = Object.keys(state.sites);
    const id = pick(ids, n);
    const site = {
      ...state.sites[id]!,
      ...change(state.sites[id]!, Math.trunc(n / ids.length), state),
    };
    return { ...state, sites: { ...state.sites, [id]: site } };
  };

const editProvider =
  (change: (provider: ProviderState, n: number, state: State) => Partial<ProviderState>): Edit =>
  (state, n) => {
    const ids = Object.keys(state.providers);
    const id = pick(ids, n);
    const changed = change(state.providers[id]!, Math.trunc(n / ids.length), state);
    return {
      ...state,
      providers: { ...state.providers, [id]: { ...state.providers[id]!, ...changed } },
    };
  };

/** Makes a file one of these, or takes it away. */
const editFile =
  (
    path: string | ((state: State, n: number) => string),
    texts: readonly (string | undefined)[],
  ): Edit =>
  (state, n) => {
    const at = typeof path === "string" ? path : path(state, n);
    const text = pick(texts, Math.trunc(n / 7));
    return {
      ...state,
      files: text === undefined ? without(state.files, at) : { ...state.files, [at]: text },
    };
  };

const overlay = (path: string, changes: readonly (readonly [string, string])[]): Edit =>
  editFile(path, [
    undefined,
    ...changes.map(([from, to]) => {
      const text = original(path).replace(from, to);
      if (text === original(path)) throw new Error(`nothing to change in ${path}`);
      return text;
    }),
  ]);

/** Every edit by its name. Some make a registry that is wrong, which the next ones mend or do not. */
export const edits: Readonly<Record<string, Edit>> = {
  nothing: (state) => state,
  addSite: (state, n) => ({
    ...state,
    sites: {
      ...state.sites,
      [`site-${n % 4}`]: { parent: "north", isRow: n % 3 === 0, name: `Site ${n % 4}` },
    },
  }),
  removeSite: (state, n) =>
    Object.keys(state.sites).length < 3
      ? state
      : { ...state, sites: without(state.sites, pick(Object.keys(state.sites), n)) },
  renameSite(state, n) {
    const id = pick(Object.keys(state.sites), n);
    const sites = { ...without(state.sites, id), [`renamed-${n % 3}`]: state.sites[id]! };
    return { ...state, sites };
  },
  nameSite: editSite((_, n) => ({ name: `Name ${n % 5} & "sons"`.replaceAll('"', "'") })),
  parentOfSite: editSite((_, n) => ({ parent: pick(["platform", "north", "south"] as const, n) })),
  moveSite: editSite(({ isRow }) => ({ isRow: !isRow })),
  languagesOfSite: editSite((_, n) => ({
    languages: pick(
      [["en"], ["fr", "en"], ["en", "fr"], ["fr"], [klingon, "en"], ["en", klingon]],
      n,
    ),
  })),
  providersOfSite: editSite((_, n, { providers }) => ({
    adds: pick(
      [[], ["three"], ["three", "four"], ["old-four"], [pick(Object.keys(providers), n)]],
      n,
    ),
  })),
  outputsOfSite: editSite((_, n) => ({
    outputs: pick(["page", "fragment", "page fragment", "page json"], n),
  })),
  brandOfSite: editSite((_, n) => ({ brand: n % 2 === 0 })),
  addressOfSite: editSite((_, n) => ({ policyUrl: n % 2 === 0 })),
  overrideOfSite: editSite((_, n) => ({
    override: {
      duration: pick(["5 days", "session"], n),
      recipients: pick(["", "four", "Acme"], n),
    },
  })),
  platformController: (state, n) => ({
    ...state,
    platform: { ...state.platform, controller: `Platform ${n % 3}` },
  }),
  platformLanguages: (state, n) => ({
    ...state,
    platform: { ...state.platform, languages: pick([["en", "fr"], ["fr"], ["en"]], n) },
  }),
  northAdds: (state, n) => ({ ...state, northAdds: pick(["two", "three", "two, three"], n) }),
  southExtends: (state, n) => ({ ...state, southExtends: pick(["platform", "north"] as const, n) }),
  nameProvider: editProvider((_, n) => ({ name: `Provider ${n % 5}` })),
  nameOfRecipient: (state, n) => {
    const id = pick(["three", "four"], n);
    const { [id]: provider } = state.providers;
    const name = `Recipient ${n % 5}`;
    return provider
      ? { ...state, providers: { ...state.providers, [id]: { ...provider, name } } }
      : state;
  },
  cookiesOfProvider: editProvider(({ cookies }, n) => ({
    cookies: [
      cookies[0]!,
      ...(n % 3 === 0 ? [] : [{ name: `extra-${n % 3}`, duration: "2 days" }]),
    ],
  })),
  durationOfCookie: editProvider(({ cookies: [first, ...rest] }, n) => ({
    cookies: [{ ...first!, duration: pick(["session", "4 days", "up to 6 months"], n) }, ...rest],
  })),
  recipientsOfProvider: editProvider((_, n) => ({
    recipients: pick(["", "four", "three, Acme", "old-four"], n),
  })),
  purposeOfProvider: editProvider((_, n) => ({
    purpose: pick(["remember-user", "measure-audience", "verify-requests"], n),
  })),
  formerIdOfFour: (state, n) =>
    state.providers["four"]
      ? {
          ...state,
          providers: {
            ...state.providers,
            four: { ...state.providers["four"], formerly: pick(["old-four", "older-four"], n) },
          },
        }
      : state,
  removeProvider: (state, n) => ({
    ...state,
    providers: without(state.providers, pick(["three", "four"], n)),
  }),
  addProvider: (state, n) => ({
    ...state,
    providers: {
      three: {
        name: "Three again",
        cookies: [{ name: "3", duration: "session" }],
        purpose: "remember-user",
      },
      four: {
        name: `Four ${n % 2}`,
        cookies: [{ name: "4", duration: "session" }],
        purpose: "remember-user",
      },
      ...state.providers,
    },
  }),
  termsOfEnglish: editFile("content/en/terms.yaml", [
    undefined,
    "title: Cookies\n",
    "title: Biscuits\n",
  ]),
  termsOfFrench: editFile("content/fr/terms.yaml", [undefined, "title: Des cookies\n"]),
  termsOfKlingon: editFile(`content/${klingon}/terms.yaml`, [
    "author: A\nreview: pending\ntitle: tlhIngan Hol\n",
    "author: A\nreview: pending\nfunctions: { authentication: ngu' }\n",
  ]),
  proseOfEnglish: overlay("content/en/policy.md", [
    ["This page explains", "This page tells"],
    ["A cookie is a small piece", "A cookie is a little piece"],
  ]),
  introOfSite: editFile(
    ({ sites }, n) =>
      `content/${pick(["en", "fr", klingon], n)}/sites/${pick(Object.keys(sites), n)}.md`,
    [undefined, "", "Welcome to {{ site.name }}.\n", "Hello.\n"],
  ),
  sectionOfAll: editFile(
    (_, n) => `content/${pick(["en", "fr"], n)}/policy/access.md`,
    [
      undefined,
      "Nobody.\n",
      "---\nafter:\n---\nNobody, {{ site.name }}.\n",
      "---\nbefore:\n---\nNobody, {{ site.name }}.\n",
      "",
    ],
  ),
  sectionOfSite: editFile(
    ({ sites }, n) =>
      `content/${pick(["en", "fr"], n)}/sites/${pick([...Object.keys(sites), "north", "platform"], n)}/access.md`,
    [undefined, "Ours.\n", "---\nafter:\n---\nOurs.\n"],
  ),
  staticFile: editFile(
    (_, n) => pick(["static/CNAME", "static/a/b.txt"], n),
    [undefined, "policy.example\n", "other.example\n"],
  ),
  rowTemplate: overlay("templates/components/row.njk", [
    ["<tr{% if", "<tr data-mine{% if"],
    ["<tr{% if", "<tr data-yours{% if"],
  ]),
  pageTemplate: overlay("templates/page.njk", [
    ["<body>", '<body class="mine">'],
    ["<body>", "<body>{{ policy.nothing }}"],
    ["<body>", "<body>{% once %}"],
  ]),
  stylesheet: overlay("templates/page.css", [
    ["--measure: 33rem", "--measure: 32rem"],
    ["--measure: 33rem", "--measure: 34rem"],
  ]),
  purposes: editFile("data/purposes.yaml", [
    undefined,
    "remember-user: { category: preferences }\n",
    "remember-user: { category: marketing }\n",
  ]),
  functions: editFile("data/functions.yaml", [undefined, "authentication: {}\n"]),
  brokenSite: editFile("data/sites/broken.yaml", [undefined, "extends: nobody\n", "name: [\n"]),
  brokenProvider: editFile("data/providers/broken.yaml", [undefined, "nmae: X\n"]),
};
