import { rightToLeft } from './right-to-left.js';

/** See public-api.ts. */
export function negotiate(tag: string | null | undefined, available: readonly string[]): string {
  let language = primary(tag);
  if (language === 'no') language = 'nb';
  // WordPress and many sites write Filipino as Tagalog.
  if (language === 'tl') language = 'fil';
  if (language === 'nn' && available.indexOf('nn') < 0) language = 'nb';
  // A list, not an object: `constructor` is no language.
  return available.indexOf(language) < 0 ? 'en' : language;
}

/** The direction in which a language is written, by its primary subtag; `ltr` if that is unknown. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.indexOf(primary(language)) < 0 ? 'ltr' : 'rtl';
}

/** The primary subtag in lower case, or `''`. Only ASCII letters match, so toLowerCase() has no surprises. */
function primary(tag: unknown): string {
  return (typeof tag === 'string' && /^\s*([a-z]+)(?:[-_]|\s*$)/i.exec(tag)?.[1]?.toLowerCase()) || '';
}
