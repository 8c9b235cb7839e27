import { ownNames } from './generated/own-names.js';

/** Each language by its own name, as its readers look for it. */
const names = new Map(ownNames);

/** The own name of a language; of one that is not in the table what the browser knows, or the tag. */
export function ownName(language: string): string {
  const name = names.get(language);
  if (name) return name;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) || language;
  } catch {
    return language;
  }
}
