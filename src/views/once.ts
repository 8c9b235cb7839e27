const texts = new Map<string, string>();

/** The same text as one string: Lit keeps what each part shows, and a page of all elements says much many times. */
export const once = (text: string): string => {
  if (!texts.has(text)) texts.set(text, text);
  return texts.get(text) as string;
};
