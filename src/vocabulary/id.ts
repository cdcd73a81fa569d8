/** Lower-case letters, digits and single hyphens, a letter first: how files and the entries of vocabularies are named. */
export const idGrammar = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

const wholeId = new RegExp(`^${idGrammar}$`);

export const isId = (text: string): boolean => wholeId.test(text);
