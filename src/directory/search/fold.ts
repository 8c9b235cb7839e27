/** Thai writes a sentence as one word: its words are searched for within it. */
export const isThai = (text: string): boolean => /[\u0e01-\u0e39]/.test(text);

/**
 * Brings words into one form for comparing them: lower case, without marks, and one spelling for letters that a
 * language can write in two ways, as Norwegian writes å or aa, ø or oe, æ or ae.
 */
export function fold(text: string): string {
  // Escaped by hand, since no minifier escapes characters in regular expressions.
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      // Thai vowels stay although they are marks: without them many Thai words are the same. Thai tone marks go.
      .replace(/(?![\u0e31\u0e34-\u0e39])\p{M}|\p{Lm}/gu, '')
      // An apostrophe within a word is dropped (Somali, Ukrainian); after a first letter it separates words (French,
      // Albanian).
      .replace(/([^a-z]|\p{L}[a-z])['\u2018\u2019]/gu, '$1')
      .replace(/\u00f8|oe/g, 'o')
      .replace(/aa/g, 'a')
      .replace(/\u00e6/g, 'ae')
      // Letters that NFD does not split into a letter and a mark: Vietnamese đ, Polish ł, Turkish ı.
      .replace(/\u0111/g, 'd')
      .replace(/\u0142/g, 'l')
      .replace(/\u0131/g, 'i')
      // Arabic, Persian and Thai digits: the last hexadecimal digit of the code is the value.
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g, digit => String(digit.charCodeAt(0) % 16))
      // Arabic: alef wasla, teh marbuta, alef maqsura; below, the article, also joined with "to".
      .replace(/\u0671/g, '\u0627')
      .replace(/\u0629/g, '\u0647')
      .replace(/\u0649/g, '\u064a')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .replace(/(^| )(?:\u0627|\u0644)\u0644(?=\S)/g, '$1')
      .trim()
  );
}
