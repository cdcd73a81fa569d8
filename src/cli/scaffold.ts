const site = `# One site: what its page says of it, and which providers set cookies on it. Every key: docs/registry.md
name: My site
url: https://www.example.org
controller:
  name: My organisation
  email: privacy@example.org
languages: [en]
providers:
  - my-site
updated: DATE
`;

const provider = `# One service provider and the cookies it sets. This one is you: the cookies of the site itself.
name: My site
recipients: []
cookies:
  - name: "session"
    function: authentication
    purposes: [remember-user]
    duration: session
`;

/** The files of a new project, by path: one site that uses one provider. `today` is the page's first date. */
export const scaffold = (today: string): ReadonlyMap<string, string> =>
  new Map([
    ["data/sites/my-site.yaml", site.replace("DATE", today)],
    ["data/providers/my-site.yaml", provider],
  ]);
