/** Each language by its own name, as its readers look for it. */
const ownNames = new Map([
  ['en', 'English'],
  ['nb', 'Norsk bokmål'],
  ['nn', 'Norsk nynorsk'],
  // Chromium does not know these names.
  ['so', 'Soomaali'],
  ['sq', 'Shqip'],
  ['ti', 'ትግርኛ'],
]);

/** The own name of a language; of one that is not in the table what the browser knows, or the tag. */
export function ownName(language: string): string {
  const name = ownNames.get(language);
  if (name) return name;
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
