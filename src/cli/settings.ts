import { resolve } from "node:path";
import type { Command } from "commander";
import { openProject, settingsFile } from "../registry/project.ts";
import { readSettings } from "../registry/settings/read-settings.ts";
import type { Context } from "./context.ts";
import { SettingsFaults } from "./errors.ts";
import { ignorableRules, pickFormat } from "./report.ts";

/** As the command would report. */
function formatOf(command: Command) {
  const { format, json } = command.opts<{ format?: string; json?: true }>();
  return pickFormat(format ?? (json ? "json" : "text"));
}

/**
 * Gives a command the flags that its project sets and the command line does not, and the severities of the project as a
 * further one. Reports what is wrong with the settings, and then throws.
 */
export function applySettings(command: Command, folder: string, context: Context): void {
  const project = openProject(folder, context.folder);
  const { settings, diagnostics } = readSettings(project, ignorableRules());
  if (!settings) {
    context.out(formatOf(command)({ diagnostics }, context));
    throw new SettingsFaults(`faults in ${settingsFile}, nothing was done`);
  }
  const flags = Object.entries(settings[command.name() as "build"] ?? {});
  for (const [flag, value] of flags) {
    if (command.getOptionValueSource(flag) === "cli") continue;
    const given = flag === "output" ? resolve(folder, String(value)) : value;
    command.setOptionValueWithSource(flag, given, "config");
  }
  command.setOptionValue("severities", settings.severities);
}
