const texts = new Map<string, string>();
/** More than a page of all elements says: a finder among 100 000 services must not keep the names of all it has shown. */
const most = 500;

/** The same text as one string: Lit keeps what each part shows, and a page of all elements says much many times. */
export const once = (text: string): string => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= most) texts.clear();
  texts.set(text, text);
  return text;
};
