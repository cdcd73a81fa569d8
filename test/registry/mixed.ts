import type { Files } from "../project.ts";

const provider = (name: string) =>
  `name: ${name}\nrecipients: []\ncookies:\n  - name: "${name}"\n    function: authentication\n    purposes: [remember-user]\n    duration: session\n`;

const providers: Files = Object.fromEntries(
  ["one", "two", "three"].map((name) => [`data/providers/${name}.yaml`, provider(name)]),
);

const platform = `abstract: true
controller: { name: Platform, email: a@platform.example }
languages: [en, fr]
providers: [one, two]
updated: 2026-11-01
`;

/** A platform in YAML, its groups in a table within a folder, and their customers in a table and in YAML. */
export const mixed: Files = {
  ...providers,
  "data/sites/platform.yaml": platform,
  "data/sites/groups/groups.csv":
    "id,extends,abstract,providers.add,controller.email\nnorth,platform,true,three,\nsouth,platform,true,,s@south.example\n",
  "data/sites/customers.csv": `id,extends,name,url,languages,controller.name,controller.address,policyUrl.en,providers.remove,brand.light,brand.dark,columns
alpha,north,"Alpha, Inc.",https://alpha.example,fr en,"The ""Alpha""",1 Way | 2 Town,https://alpha.example/c,one two,#0b5cad,#8ec5ff,name duration
beta,south,Beta,https://beta.example,,,,,,,,
`,
  "data/sites/north/gamma.yaml": "extends: alpha\nname: Gamma\nurl: https://gamma.example\n",
};

/** The same sites, each in a YAML file. */
export const plain: Files = {
  ...providers,
  "data/sites/platform.yaml": platform,
  "data/sites/north.yaml": "extends: platform\nabstract: true\nproviders: { add: [three] }\n",
  "data/sites/south.yaml":
    "extends: platform\nabstract: true\ncontroller: { email: s@south.example }\n",
  "data/sites/alpha.yaml": `extends: north
name: Alpha, Inc.
url: https://alpha.example
policyUrl: { en: https://alpha.example/c }
controller: { name: The "Alpha", address: [1 Way, 2 Town] }
languages: [fr, en]
providers: { remove: [one, two] }
columns: [name, duration]
brand: { light: "#0b5cad", dark: "#8ec5ff" }
`,
  "data/sites/beta.yaml": "extends: south\nname: Beta\nurl: https://beta.example\n",
  "data/sites/gamma.yaml": "extends: alpha\nname: Gamma\nurl: https://gamma.example\n",
};
