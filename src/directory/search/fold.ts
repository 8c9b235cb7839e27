/**
 * Words in the one form in which they are compared: small letters without marks, and what a language writes in two ways
 * is one: in Norwegian å is aa, ø is oe, æ is ae.
 */
export function fold(text: string): string {
  // Escaped, since no minifier escapes what stands in a regular expression.
  return (
    text
      .toLowerCase()
      .normalize('NFD')
      // The vowels of Thai stay, marks as they are: without them many of its words are the same. Its tones go.
      .replace(/(?![\u0e31\u0e34-\u0e39])\p{M}|\p{Lm}/gu, '')
      // An apostrophe within a word is dropped (Somali, Ukrainian); after a first letter it parts words (French, Albanian).
      .replace(/([^a-z]|\p{L}[a-z])['\u2018\u2019]/gu, '$1')
      .replace(/\u00f8|oe/g, 'o')
      .replace(/aa/g, 'a')
      .replace(/\u00e6/g, 'ae')
      // The letters that are whole and so have no mark to lose: Vietnamese đ, Polish ł, Turkish ı.
      .replace(/\u0111/g, 'd')
      .replace(/\u0142/g, 'l')
      .replace(/\u0131/g, 'i')
      // The digits of Arabic, Persian and Thai, whose code ends in what they say.
      .replace(/[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/g, digit => String(digit.charCodeAt(0) % 16))
      // Arabic: alef wasla, teh marbuta, alef maqsura; the article, also in one with "to".
      .replace(/\u0671/g, '\u0627')
      .replace(/\u0629/g, '\u0647')
      .replace(/\u0649/g, '\u064a')
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
      .replace(/(^| )(?:\u0627|\u0644)\u0644(?=\S)/g, '$1')
      .trim()
  );
}
