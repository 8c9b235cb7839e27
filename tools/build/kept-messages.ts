/** What lit-localize reads of the sources and of the XLIFF files, kept in files: it takes two seconds to load. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inCountry, targetLanguages } from './country.js';
import { filesIn, hashOf } from './integrity.js';
import { runTool } from './type-script.js';

export const xliffFile = (language: string) => inCountry(`locales/${language}.xlf`);

/** What lit-localize reads: the English messages, and by language the translations. */
interface Read {
  messages: [id: string, text: string][];
  translations: Record<string, Record<string, string>>;
}
type What = keyof Read;

const fileOf = (what: What) => `.build/${what}.json`;

const textsFor: Record<What, () => string[]> = {
  messages: () =>
    filesIn('src')
      .map(name => readFileSync(join('src', name), 'utf8'))
      .filter(text => text.includes('msg')),
  translations: () =>
    targetLanguages()
      .map(xliffFile)
      .filter(existsSync)
      .map(file => readFileSync(file, 'utf8')),
};
const program = join(import.meta.dirname, 'localizer.ts');
/** Of all that it is read from, and of the program that reads. */
const hashFor = (what: What) => hashOf([readFileSync(program, 'utf8'), ...textsFor[what]()].join(''));

/** For tools/build/localizer.ts: keeps what it has read. */
export function keep<Key extends What>(what: Key, contents: Read[Key]) {
  mkdirSync('.build', { recursive: true });
  // Rename a finished file, since another process may be reading the old one.
  const draft = `${fileOf(what)}-${process.pid}`;
  writeFileSync(draft, JSON.stringify({ hash: hashFor(what), contents }));
  renameSync(draft, fileOf(what));
}

function readKept<Key extends What>(what: Key): Read[Key] | undefined {
  if (!existsSync(fileOf(what))) return undefined;
  const { hash, contents } = JSON.parse(readFileSync(fileOf(what), 'utf8'));
  return hash === hashFor(what) ? contents : undefined;
}

/**
 * What lit-localize reads. It takes two seconds to load, with a compiler of TypeScript, and a test run needs its messages
 * in forty processes: it runs in a process of its own, and only when a file has changed.
 */
export function fromLocalizer<Key extends What>(what: Key): Read[Key] {
  const known = readKept(what);
  if (known) return known;
  runTool(program, [what], { stdio: ['ignore', 'inherit', 'inherit'] });
  const contents = readKept(what);
  if (!contents) throw new Error(`${fileOf(what)} is not what was just read`);
  return contents;
}
