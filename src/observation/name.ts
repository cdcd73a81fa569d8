const maximumLength = 4096;

// oxlint-disable-next-line no-control-regex -- these are the characters to find
const control = /[\u0000-\u0008\u000a-\u001f\u007f]/;

/**
 * False for what no browser keeps as the name of a cookie: an empty one, one with a control character, one of more
 * than 4096 characters (RFC 6265bis, 5.6 and 5.7).
 */
export const isCookieName = (name: string): boolean => isKey(name) && !control.test(name);

/** False for an empty key of a storage, and for one so long that it is a value rather than a name. */
export const isKey = (key: string): boolean => key !== "" && key.length <= maximumLength;

/** True where a control character makes a browser ignore the whole header. */
export const hasControl = (header: string): boolean => control.test(header);
