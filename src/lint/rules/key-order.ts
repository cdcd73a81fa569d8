import { misorderedRecords, type MisorderedRecord } from "../../registry/schema/key-order.ts";
import { orderKeys } from "../../source/yaml/order-keys.ts";
import type { CraftRule } from "../rule.ts";

/** The first key that stands behind one that it belongs before, and that one. */
function findStray({ keys, ordered }: MisorderedRecord): { key: string; before: string } {
  const at = keys.findIndex((key, index) => key !== ordered[index]);
  return { key: ordered[at]!, before: keys[at]! };
}

export const keyOrder: CraftRule = {
  id: "key-order",
  severity: "warning",
  needs: "file",
  summary: "The keys of a record are not in the order of its shape.",
  why: "Where every file says the same things in the same order, a reviewer sees at once what is there and what is missing. `--fix` moves each key together with its comments.",
  bad: {
    "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  # Set on the sign-in page.
  - name: "sid"
    # Until the browser is closed.
    duration: session
    purposes: [check-identity]
    function: authentication
`,
  },
  good: {
    "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  # Set on the sign-in page.
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    # Until the browser is closed.
    duration: session
`,
  },
  check({ kind, source: { text, value, document } }) {
    // The columns of a table stand as its writer wants them.
    if (!document) return [];
    return misorderedRecords(kind, value).map((record) => {
      const { key, before } = findStray(record);
      const fix = orderKeys(text, document(), record.path, record.ordered);
      return {
        path: [...record.path, key],
        part: "key",
        message: `key "${key}" stands after "${before}", expected before it`,
        hint: `the order here is ${record.ordered.map((one) => `"${one}"`).join(", ")}`,
        ...(fix ? { fix } : {}),
      };
    });
  },
};
