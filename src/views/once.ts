const texts = new Map<string, string>();
/** More texts than a page with all elements shows. A finder in 100 000 services must not keep all names it has shown. */
const most = 500;

/**
 * Returns one string for equal texts. Lit keeps the text that each part shows, and a page with all elements shows many
 * texts several times: this saves memory.
 */
export const once = (text: string): string => {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size >= most) texts.clear();
  texts.set(text, text);
  return text;
};
