import { ownNames } from './generated/own-names.js';

/** The name of each language in that language, which its readers look for. */
const names = new Map(ownNames);

/**
 * The name of a language in that language: from the table, else from the browser, else the tag itself. The table has the
 * languages of the country: the first name that is requested from `Intl` takes a cheap phone a tenth of a second.
 */
export function ownName(language: string): string {
  const name = names.get(language);
  if (name) return name;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) || language;
  } catch {
    return language;
  }
}
