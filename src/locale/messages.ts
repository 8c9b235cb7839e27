/**
 * Translations as plain data, so that a language can travel by itself: a text, or a text in pieces, in which a number is
 * the place of a value in the English template (words come in another order).
 */
export type Message = string | readonly (string | number)[];
export type Messages = Readonly<Record<string, Message>>;
