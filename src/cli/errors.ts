import { CannotBrowse } from "../browser/chromium.ts";
import { cannot, CannotBuild, codeOf } from "../files/system-error.ts";
import { printable } from "../report/text.ts";
import { TemplateError } from "../site/render/template-error.ts";
import { exitStatus, type ExitStatus, UsageError } from "./context.ts";

/** The settings of a project are wrong, as has been reported. */
export class SettingsFaults extends Error {
  override readonly name = "SettingsFaults";
}

const statusOf = (error: unknown): ExitStatus | undefined => {
  if (error instanceof UsageError) return exitStatus.usage;
  if (error instanceof TemplateError || error instanceof SettingsFaults) return exitStatus.problems;
  if (error instanceof CannotBuild || error instanceof CannotBrowse) return exitStatus.impossible;
  return undefined;
};

/** What an error tells the user, and the status that it ends a command with; `undefined` for a fault of ours. */
export function explainError(error: unknown): { text: string; status: ExitStatus } | undefined {
  const known = codeOf(error) === undefined ? error : cannot("go on", error);
  const status = statusOf(known);
  if (status === undefined) return undefined;
  const text = (known as Error).message.split("\n").map(printable).join("\n");
  return { text: `error: ${text}\n`, status };
}
