import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { showCrawled } from "../../../src/audit/crawl/crawled-text.ts";
import { leftOutReasons } from "../../../src/observation/crawled.ts";
import { renderTable } from "../../../src/report/table.ts";
import { root } from "../../project.ts";

test("a crawl is told in a line, and what it left out by reason", () => {
  const table = showCrawled({
    pages: ["https://www.example.org/", "https://www.example.org/a"],
    delaySeconds: 1,
    leftOut: [
      { reason: "robots", addresses: 12, example: "https://www.example.org/private/" },
      { reason: "act", addresses: 1, example: "https://www.example.org/logout" },
    ],
  });
  expect(renderTable(table)).toBe(`Pages: 2 looked at, 1 s apart at least; 13 addresses left out
  left out                    addresses  such as
  robots.txt disallows it     12         https://www.example.org/private/
  an act, such as to log out  1          https://www.example.org/logout
`);
});

test("the schema of the output knows every reason, and no other", () => {
  const schema = readFileSync(join(root, "docs/schema/output-1.json"), "utf8");
  expect(schema.replaceAll(/\s+/g, "")).toContain(`"enum":${JSON.stringify(leftOutReasons)}`);
});
