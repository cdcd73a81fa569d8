import fc from "fast-check";

/** A property without a seed of its own is tried with the same values in every run. */
fc.configureGlobal({ seed: 20261128 });
