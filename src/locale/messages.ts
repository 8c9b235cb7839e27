/**
 * Translations as plain data, so that a language can be a file of its own: a text, or a text in pieces. A number among
 * the pieces is the index of a value in the English template, since the order of words differs between languages.
 */
export type Message = string | readonly (string | number)[];
export type Messages = Readonly<Record<string, Message>>;
