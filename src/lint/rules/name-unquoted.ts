import { foreignName } from "../../vocabulary/foreign-name.ts";
import type { ProjectFile } from "../../registry/registry.ts";
import { placeOf } from "../../source/text-file.ts";
import type { WrittenScalar } from "../../source/yaml/locate.ts";
import type { CraftRule } from "../rule.ts";

/** Whether the file may hold such a name at all: in a provider, any but its own at the beginning of a line. */
function mayHold({ kind, source }: ProjectFile): boolean {
  if (kind === "site") return /\b(?:only|override)\b/.test(source.text);
  return kind === "provider" && /(?<=[^\n])\bname["']?\s*:\s*[^"\s]/.test(source.text);
}

function isCookieName({ path, part }: WrittenScalar): boolean {
  const [root, , key] = path;
  if (root === "cookies") return part === "value" && key === "name";
  if (root !== "providers") return false;
  const isItem = part === "value" && path.at(-2) === "only";
  return isItem || (part === "key" && path.at(-2) === "override");
}

/** Whether nothing stands behind a name that looks as if it belonged to it, as in `a #b`. */
const isAlone = (text: string, end: number): boolean =>
  !/^[ \t]+#\S/.test(text.slice(end, end + 200));

export const nameUnquoted: CraftRule = {
  id: "name-unquoted",
  severity: "warning",
  needs: "file",
  summary: "The name of a cookie stands without double quotes.",
  why: "Names of cookies such as 007, *_id, a #b or dsps: change their meaning or break the file when they stand unquoted in YAML. Where all of them are quoted, nobody has to know which need it.",
  source: { document: "YAML 1.2.2, core schema", date: "2021-10-01", certainty: "B" },
  bad: {
    "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  - name: sid
    function: authentication
    purposes: [check-identity]
    duration: session
`,
  },
  good: {
    "data/providers/example.yaml": `name: Example
recipients: []
cookies:
  - name: "sid"
    function: authentication
    purposes: [check-identity]
    duration: session
`,
  },
  check(file) {
    if (!mayHold(file)) return [];
    return file.source
      .scalars()
      .filter(
        (scalar) =>
          isCookieName(scalar) &&
          scalar.quotes !== "double" &&
          foreignName(scalar.text) === undefined,
      )
      .map(({ path, start, end, text, written }) => {
        const quoted = JSON.stringify(text);
        return {
          path,
          place: placeOf(file.source, start, end),
          message: `cookie name ${written} without double quotes, expected ${quoted}`,
          // Only its writer can tell where a name such as `a #b` ends.
          ...(isAlone(file.source.whole, end) ? { fix: { start, end, text: quoted } } : {}),
        };
      });
  },
};
