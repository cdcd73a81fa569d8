import type { Diagnostic } from "../diagnostic.ts";

/** The registry is wrong, and nothing was built. */
export class RegistryFaults extends Error {
  override readonly name = "RegistryFaults";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super("the registry has faults");
    this.diagnostics = diagnostics;
  }
}
