import { addPlan } from "./eleventy.ts";
import type { Filler } from "./filler.ts";
import { hostOutput, runEleventy } from "./host-run.ts";

/** Renders texts as pages of Eleventy, by their paths. */
async function renderPages(
  pages: ReadonlyMap<string, () => string>,
): Promise<ReadonlyMap<string, string>> {
  const failures: unknown[] = [];
  const guarded = [...pages].map(([path, render]): [string, () => string] => [
    path,
    () => {
      try {
        return render();
      } catch (error) {
        // Eleventy would print it with a stack of its own.
        failures.push(error);
        return "";
      }
    },
  ]);
  const plan = new Map(guarded);
  const rendered = await runEleventy((config) => addPlan(config, () => plan));
  if (failures.length > 0) throw failures[0];
  const prefix = `./${hostOutput}/`;
  return new Map(
    rendered.map(({ outputPath, content }) => [outputPath.slice(prefix.length), content]),
  );
}

/**
 * Passes everything on to `filler` once `fill` is done, with every file that is to be rendered made a page of Eleventy.
 */
export async function fillByEleventy(
  filler: Filler,
  fill: (filler: Omit<Filler, "close">) => void,
): Promise<void> {
  const pages = new Map<string, () => string>();
  const steps: ((rendered: ReadonlyMap<string, string>) => void)[] = [];
  const renderLater = (path: string, render: () => Uint8Array) => {
    pages.set(path, () => Buffer.from(render()).toString());
    return (rendered: ReadonlyMap<string, string>) => Buffer.from(rendered.get(path)!);
  };
  fill({
    repeat: (siteId) => steps.push(() => filler.repeat(siteId)),
    keep: (siteId) => steps.push(() => filler.keep(siteId)),
    add(path, render) {
      const take = renderLater(path, render);
      steps.push((rendered) => filler.add(path, () => take(rendered)));
    },
    put(siteId, origin, files) {
      const taken = files.map(({ render, ...file }) => {
        const take = render && renderLater(`${siteId}/${file.name}`, render);
        return { file, take };
      });
      steps.push((rendered) =>
        filler.put(
          siteId,
          origin,
          taken.map(({ file, take }) => (take ? { ...file, render: () => take(rendered) } : file)),
        ),
      );
    },
  });
  const rendered = pages.size > 0 ? await renderPages(pages) : new Map<string, string>();
  for (const step of steps) step(rendered);
}
