import { exampleCookie, exampleProvider } from "./example.ts";

type Keys = Parameters<typeof exampleProvider>[0];

/** The provider of an example that advertises with consent, but for these keys. */
export const advertisingExample = (
  keys: Keys = {},
  cookie: Parameters<typeof exampleCookie>[1] = {},
) =>
  exampleProvider(
    {
      entity: "Example SA",
      privacyPolicy: "https://example.example/privacy",
      dataRetention: "6 months",
      reviewed: "2026-11-01",
      ...keys,
    },
    [
      exampleCookie("seen", {
        function: "ad-delivery",
        purposes: "[show-ads]",
        duration: "6 months",
        ...cookie,
      }),
      exampleCookie("choice"),
    ],
  );
