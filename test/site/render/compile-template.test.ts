import nunjucks from "nunjucks";
import { expect, test } from "vitest";
import { createCompile, type TemplateCache } from "../../../src/site/render/compile-template.ts";

const none: TemplateCache = { get: () => undefined, set: () => {} };

/** Renders `main` of some templates as it was compiled here. */
function render(templates: Readonly<Record<string, string>>): string {
  const texts = Object.values(templates);
  const environment = new nunjucks.Environment({
    getSource(name: string) {
      const src = compile(name, templates[name]!) as unknown as string;
      return { src, path: name, noCache: false };
    },
  });
  const compile = createCompile(environment, texts, none);
  return environment.render("main", { items: ["a", "b"] });
}

test("a loop has its variables where its template names them", () => {
  const main = "{% for item in items %}{{ loop.index }}{{ item }}{% endfor %}";
  expect(render({ main })).toBe("1a2b");
});

test("a loop has its variables where a template that it includes names them", () => {
  const main = '{% for item in items %}{% include "part" %}{% endfor %}';
  expect(render({ main, part: "{{ loop.index }}{{ item }}" })).toBe("1a2b");
});

test("what looks like code is shown as it is written", () => {
  const text = 'frame.set("loop.index", 1);\n';
  expect(render({ main: `\n${text}${text}` })).toBe(`\n${text}${text}`);
});

test("without them a loop is compiled to less", () => {
  const main = "{% for item in items %}{{ item }}{% endfor %}";
  const environment = new nunjucks.Environment();
  const code = (texts: readonly string[]) =>
    String(Object.values(createCompile(environment, texts, none)("main", main).obj)[0]);
  expect(code([main])).not.toContain("loop.");
  expect(code([main, "{{ loop }}"])).toContain("loop.");
});

test("what a cache knows is not compiled, and what it does not know is told to it", () => {
  const told: string[] = [];
  const known = 'return { root: (env, context, frame, runtime, done) => done(null, "known") };';
  const cache: TemplateCache = {
    get: (name) => (name === "main" ? known : undefined),
    set: (name) => told.push(name),
  };
  const environment = new nunjucks.Environment({
    getSource: (name: string) => ({
      src: createCompile(environment, [], cache)(name, "text") as unknown as string,
      path: name,
      noCache: false,
    }),
  });
  expect([environment.render("main"), environment.render("other")]).toEqual(["known", "text"]);
  expect(told).toEqual(["other"]);
});
