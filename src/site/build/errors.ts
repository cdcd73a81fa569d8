import type { Diagnostic } from "../../diagnostic.ts";

/** There is no site to build: all are abstract. */
export class NoSite extends Error {
  override readonly name = "NoSite";
}

/** The registry is wrong, and nothing was built. */
export class RegistryFaults extends Error {
  override readonly name = "RegistryFaults";
  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: readonly Diagnostic[]) {
    super("the registry has faults");
    this.diagnostics = diagnostics;
  }
}
