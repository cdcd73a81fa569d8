import { expect, test } from "vitest";
import { loadRegistry } from "../../../src/registry/load.ts";
import { openProject } from "../../../src/registry/project.ts";
import { type Files, placesOf, problemsOf, writeProject } from "../../project.ts";

const provider = (name: string) =>
  `name: ${name}\ncookies:\n  - name: "${name}"\n    function: authentication\n    purposes: [remember-user]\n`;

const files: Files = {
  "data/providers/one.yaml": provider("one"),
  "data/providers/two.yaml": provider("two"),
  "data/providers/three.yaml": provider("three"),
  "data/sites/platform.yaml":
    "abstract: true\nlanguages: [en]\nproviders: [one, two]\ncolumns: [name]\ncontroller: { name: Platform, email: a@platform.example }\n",
  "data/sites/group.yaml": "extends: platform\nabstract: true\nproviders: { add: [three] }\n",
  "data/sites/customer.yaml":
    "extends: group\nname: Customer\nurl: https://customer.example\ncontroller: { name: Customer }\nproviders: { remove: [one] }\ncolumns: [name, duration]\n",
};

const siteOf = (project: Files, id: string) =>
  loadRegistry(openProject(writeProject(project))).registry.sites.get(id);

test("scalars and lists replace, mappings merge, providers are added and removed, in depth", () => {
  expect(siteOf(files, "customer")?.value).toMatchObject({
    name: "Customer",
    languages: ["en"],
    providers: ["two", "three"],
    columns: ["name", "duration"],
    controller: { name: "Customer", email: "a@platform.example" },
  });
});

test("an abstract site is not built, and its children are not abstract", () => {
  const { registry } = loadRegistry(openProject(writeProject(files)));
  expect([...registry.sites.keys()]).toEqual(["customer"]);
});

test("each value keeps the place where it was written", () => {
  const customer = siteOf(files, "customer")!;
  const place = (...path: (string | number)[]) => {
    const { file, line, column } = customer.place(path).location;
    return `${file}:${line}:${column}`;
  };
  expect(place("providers", 0)).toBe("data/sites/platform.yaml:3:18");
  expect(place("providers", 1)).toBe("data/sites/group.yaml:3:20");
  expect(place("controller", "name")).toBe("data/sites/customer.yaml:4:21");
  expect(place("controller", "email")).toBe("data/sites/platform.yaml:5:38");
  expect(place("columns", 1)).toBe("data/sites/customer.yaml:6:17");
});

test("a parent's mistake is reported once, where the parent makes it", () => {
  const second = "extends: group\nname: Second\nurl: https://second.example\n";
  const broken = {
    ...files,
    "data/sites/second.yaml": second,
    "data/sites/platform.yaml":
      "abstract: true\nlanguages: [en]\nproviders: [one, tow]\ncolumns: [nome]\n",
  };
  expect(placesOf(problemsOf(writeProject(broken)))).toEqual([
    "data/sites/platform.yaml:3:18 unknown-provider",
    "data/sites/platform.yaml:4:11 unknown-value",
  ]);
});

test("a cycle of three is reported at each of its lines", () => {
  const site = (parent: string) => `extends: ${parent}\nname: A\n`;
  const cycle = {
    "data/sites/a.yaml": site("b"),
    "data/sites/b.yaml": site("c"),
    "data/sites/c.yaml": site("a"),
  };
  expect(placesOf(problemsOf(writeProject(cycle)))).toEqual(
    ["a", "b", "c"].map((id) => `data/sites/${id}.yaml:1:10 extends-cycle`),
  );
});
