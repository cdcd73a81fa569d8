import fc from "fast-check";

const surrogates = { first: 0xd800, count: 0x800 };

/** Texts of any characters; the library's own "binary" lists all of them for a second before the first text. */
export const anyText = fc
  .array(fc.nat(0x10ffff - surrogates.count))
  .map((points) =>
    String.fromCodePoint(
      ...points.map((point) => (point < surrogates.first ? point : point + surrogates.count)),
    ),
  );
