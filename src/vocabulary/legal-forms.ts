/** Forms of companies as they stand behind a name, without dots and spaces. */
const forms = new Set(
  `ag aps asa bhd bv bvba cokg corp corporation doo ehf eood eurl gmbh gmbhcokg inc incorporated
   kft kg kgaa kk lda limited llc llp lp ltd ltda mbh nv nyrt ohg ood oy oyj oü plc pteltd
   pty ptyltd pvtltd sa sapa sarl sas sasu sdnbhd sia sl slu snc spa spk spzoo srl srls sro uab ug zrt`.split(
    /\s+/,
  ),
);

/** Forms so short that only their dots tell them from a word or a code. */
const dotted = /^(a\.?s\.|a\/s|co\.|e\.\s?v\.|s\.e\.|d\.d\.|k\.k\.|l\.p\.)$/i;

/**
 * Whether a text is nothing but the form of a company, such as `Inc.` of `Stripe, Inc.`: never a name. In an address two
 * letters may as well be a part of a country, such as `NV`.
 */
export function isLegalForm(text: string, where: "name" | "address"): boolean {
  const form = text.trim().replace(/^(&|and|und|et)\s*/i, "");
  const letters = form.replaceAll(/[.\s&]/g, "").toLowerCase();
  const mayBeCode = where === "address" && /^\p{L}{2}$/u.test(form);
  return (forms.has(letters) && !mayBeCode) || dotted.test(form);
}
