import { expect, test } from "vitest";
import { editorSchemas } from "../../src/registry/schema/json-schema.ts";

test.each([...editorSchemas()])("data/schema/%s.json is fresh", async (name, schema) => {
  await expect(schema).toMatchFileSnapshot(`../../data/schema/${name}.json`);
});
