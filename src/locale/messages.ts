/**
 * Translations as plain data, so that a language can be a file of its own: what `runtimeMsg` of @lit/localize takes. A
 * text, or what str`` makes of a text with values: `values` has the places of the values in the English template, since
 * the order of words differs between languages.
 */
export type Message =
  | string
  | { readonly strTag: true; readonly strings: readonly string[]; readonly values: readonly number[] };
export type Messages = Readonly<Record<string, Message>>;
