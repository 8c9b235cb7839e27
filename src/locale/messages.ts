/**
 * Translations as plain data, so that a language can be a file of its own: texts by id. `{0}` stands for the first value
 * of the English template, since the order of words differs between languages.
 */
export type Messages = Readonly<Record<string, string>>;
