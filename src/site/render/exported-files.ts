import { type Exporter, type ExportSource, ofProvider } from "../../exporters/exporter.ts";
import { exporters } from "../../exporters/exporters.ts";
import type { Words } from "../../registry/registry.ts";
import type { Output } from "../../vocabulary/vocabulary.ts";
import type { OutputFile } from "./output-file.ts";

/** The files of a site in foreign formats, as its `outputs` name them. */
export function exportedFiles(
  outputs: readonly Output[],
  words: readonly Words[],
  providers: readonly string[],
  sourceIn: (words: readonly Words[]) => ExportSource,
): OutputFile[] {
  const asked = exporters.filter(({ id }) => outputs.some((output) => output === id));
  const file = (
    { write }: Exporter,
    name: string,
    shown: readonly Words[],
    narrow = (source: ExportSource) => source,
  ): OutputFile => ({
    name,
    words: shown,
    render: () => Buffer.from(write(narrow(sourceIn(shown)))?.text ?? ""),
  });
  return asked.flatMap((exporter) => {
    const { id, extension, unit } = exporter;
    if (unit === "language")
      return words.map((one) => file(exporter, `${one.tag}/${id}.${extension}`, [one]));
    if (unit === "site") return [file(exporter, `${id}.${extension}`, words)];
    return providers.map((provider) =>
      file(exporter, `${id}/${provider}.${extension}`, words, (source) =>
        ofProvider(source, provider),
      ),
    );
  });
}
