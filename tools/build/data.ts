/** Writes data files: languages, newer facts for pages that pin their script, and open data for other programs. */
import { bundledLanguages, targetLanguages } from './country.js';
import { havn } from './entries.js';
import type { Facts } from './fact-files.js';
import { faultsOfRelease, feedOf } from './feed.js';
import { modules, write } from './folders.js';
import { publicHalf, publicKeys, readSigningKey, signatureOf } from './keys.js';
import { buildName } from './known-at-build.js';
import { languageFile } from './language-file.js';
import { messagesIn } from './messages.js';
import { reachOf } from './messages-in-reach.js';

/** The languages that no script contains, each with the messages of havn.js in the order of havn.js. */
export async function writeLanguageFiles() {
  const { all } = await reachOf(havn);
  const build = await buildName();
  for (const language of targetLanguages().filter(name => !bundledLanguages().includes(name))) {
    const messages = messagesIn(language);
    const texts = all.map(id => messages[id] ?? '');
    write(`locales/${language}.js`, languageFile(language, build, texts));
  }
}

/** The facts for pages that pin an older script; signed if there is a key. */
export function writeFeed(data: Facts) {
  const { document, translations } = feedOf(data);
  write('facts.json', document);
  for (const [language, text] of Object.entries(translations)) write(`facts/${language}.json`, text);
  const keyFile = process.env.HAVN_SIGNING_KEY;
  if (!keyFile) return;
  const faults = faultsOfRelease(data);
  if (faults.length) throw new Error(faults.join('\n'));
  const key = readSigningKey(keyFile);
  const keys = publicKeys();
  if (keys.length && !keys.includes(publicHalf(key)))
    throw new Error('HAVN_SIGNING_KEY is the private half of none of HAVN_PUBLIC_KEYS');
  write('facts.sig', signatureOf(document, key));
}

export async function writeOpenData(data: Facts) {
  // Imported only here: the module reads the country's clock when it loads, which must be after the facts are checked.
  const { apiFiles } = await import('./api.js');
  for (const [file, text] of await apiFiles(modules, data)) write(`api/${file}`, text);
}
