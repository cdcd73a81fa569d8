import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2, levels A and AA. */
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What axe finds wrong with the page as it stands: `color-contrast: td > a`; by some rules only, or by all but some. */
export async function findViolations(
  page: Page,
  { only = tags, without = [] }: { only?: readonly string[]; without?: readonly string[] } = {},
): Promise<string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe.source);
  const rules = Object.fromEntries(without.map((id) => [id, { enabled: false }]));
  const options = JSON.stringify({ runOnly: only, rules, resultTypes: ["violations"] });
  const { violations } = await page.evaluate<axe.AxeResults>(`axe.run(${options})`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
  );
}

const tableRoles = new Set(["table", "row", "columnheader", "rowheader", "cell"]);

/** The parts of tables that assistive technology meets, in its order: `rowheader sessionid`. */
export async function readTables(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const nodesById = new Map(nodes.map((node) => [node.nodeId, node]));
  const read = (id: string): string[] => {
    const { ignored, role, name, childIds = [] } = nodesById.get(id)!;
    const known = !ignored && tableRoles.has(role?.value);
    const itself = known ? [`${role?.value} ${name?.value ?? ""}`.trim()] : [];
    return [...itself, ...childIds.flatMap(read)];
  };
  return read(nodes[0]!.nodeId);
}
