/** What lit-localize reads of the sources and of the XLIFF files, kept in files: it takes two seconds to load. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inCountry, targetLanguages } from './country.js';
import { filesIn } from './integrity.js';
import { typeScript } from './type-script.js';

export const xliffFile = (language: string) => inCountry(`locales/${language}.xlf`);

/** A translation as scripts have it: a text, or a list of texts and numbers of placeholders. */
export type Translation = string | (string | number)[];

/** What lit-localize has read, as tools/build/localizer.ts keeps it, and of which files. */
interface Kept<Contents> {
  readFrom: string;
  contents: Contents;
}
export type SourceMessages = [id: string, text: string][];
export type Translations = Record<string, Record<string, Translation>>;

const kept = { messages: '.build/messages.json', translations: '.build/translations.json' };

const hashOf = (texts: string[]) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text);
  return hash.digest('hex');
};
const readFrom = {
  messages: () =>
    hashOf(
      filesIn('src')
        .map(name => readFileSync(join('src', name), 'utf8'))
        .filter(text => text.includes('msg')),
    ),
  translations: () =>
    hashOf(
      targetLanguages()
        .map(xliffFile)
        .filter(existsSync)
        .map(file => readFileSync(file, 'utf8')),
    ),
};

/** For tools/build/localizer.ts: keeps what it has read. */
export function keep(what: keyof typeof kept, contents: SourceMessages | Translations) {
  mkdirSync(dirname(kept[what]), { recursive: true });
  // Rename a finished file, since another process may be reading the old one.
  const draft = `${kept[what]}-${process.pid}`;
  writeFileSync(draft, JSON.stringify({ readFrom: readFrom[what](), contents }));
  renameSync(draft, kept[what]);
}

function readKept<Contents>(what: keyof typeof kept): Contents | undefined {
  if (!existsSync(kept[what])) return undefined;
  const { readFrom: was, contents }: Kept<Contents> = JSON.parse(readFileSync(kept[what], 'utf8'));
  return was === readFrom[what]() ? contents : undefined;
}

/**
 * What lit-localize reads. It takes two seconds to load, with a compiler of TypeScript, and a test run needs its messages
 * in forty processes: it runs in a process of its own, and only when a file has changed.
 */
export function fromLocalizer<Contents>(what: keyof typeof kept): Contents {
  const known = readKept<Contents>(what);
  if (known) return known;
  execFileSync(process.execPath, [...typeScript, join(import.meta.dirname, 'localizer.ts'), what], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const contents = readKept<Contents>(what);
  if (!contents) throw new Error(`${kept[what]} is not what was just read`);
  return contents;
}
