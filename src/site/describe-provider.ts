import { fillPattern } from "./format.ts";
import type { Item, Provider } from "./policy.ts";
import type { UsedProvider } from "./use.ts";
import type { Writer } from "./writer.ts";

/** What is known of a provider in one language; facts that nobody has stated are left out. */
export function describeProvider(
  { id, provider, recipients }: Omit<UsedProvider, "cookies">,
  writer: Writer,
): Provider {
  const { terms, format, addressIn } = writer;
  const { labels, patterns } = terms;
  const text = (value: string): Item => ({ text: value, href: null, code: false });
  const link = (pattern: string, href: string | null): Item[] =>
    href === null
      ? []
      : [{ text: fillPattern(pattern, { provider: provider.name }), href, code: false }];
  const transfers = (provider.transfers ?? []).map(({ country, safeguard }) =>
    safeguard === undefined
      ? text(format.country(country))
      : text(
          fillPattern(patterns.transfer, {
            country: format.country(country),
            safeguard: terms.safeguards[safeguard] ?? safeguard,
          }),
        ),
  );
  const facts = [
    { label: labels.legalEntity, items: provider.entity ? [text(provider.entity)] : [] },
    {
      label: labels.country,
      items: provider.country ? [text(format.country(provider.country))] : [],
    },
    { label: labels.recipients, items: writer.recipientNames(recipients).map(text) },
    { label: labels.transfers, items: transfers },
    {
      label: labels.moreInformation,
      items: [
        ...link(patterns.privacyPolicyOf, addressIn(provider.privacyPolicy)),
        ...link(patterns.optOutOf, addressIn(provider.optOut)),
      ],
    },
  ];
  return { id, name: provider.name, facts: facts.filter(({ items }) => items.length > 0) };
}
