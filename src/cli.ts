import { explainError } from "./cli/errors.ts";
import { createContext } from "./cli/process.ts";
import { runProgram } from "./cli/program.ts";

try {
  process.exitCode = await runProgram(process.argv.slice(2), createContext());
} catch (error) {
  // The process itself may be in a state that no command can run in: its folder is gone.
  const explained = explainError(error);
  if (!explained) throw error;
  process.stderr.write(explained.text);
  process.exitCode = explained.status;
}
