import { sitePlaceholders } from "../../registry/sites/placeholders.ts";
import { exampleSite } from "../examples/example.ts";
import type { CraftRule } from "../rule.ts";

const { name, url, controller, email } = sitePlaceholders;

export const exampleLeft: CraftRule = {
  id: "example-left",
  severity: "warning",
  needs: "site",
  summary: "A site still says what a new project gives as an example.",
  why: "Who begins a project without an answer to everything gets an example instead. Published, it would name somebody else, or nobody whom visitors can reach.",
  bad: exampleSite({ name, url, controller: `{ name: ${controller}, email: ${email} }` }),
  good: exampleSite({}),
  check({ value }) {
    const parts = [
      { path: ["name"], text: value.name, example: name },
      { path: ["url"], text: value.url, example: url },
      { path: ["controller", "name"], text: value.controller?.name, example: controller },
      { path: ["controller", "email"], text: value.controller?.email, example: email },
    ];
    return parts.flatMap(({ path, text, example }) => {
      if (text !== example) return [];
      const message = `"${example}" is the example of a new project, expected the site's own`;
      return [{ path, message, hint: "write your own" }];
    });
  },
};
