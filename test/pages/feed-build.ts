/** The script that follows a feed, built with a key of the test's own, which no other build knows. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, entriesFrom, script } from '../../tools/build/build.js';
import { readFacts } from '../../tools/build/facts.js';
import { feedOf, feedPart, releaseFile } from '../../tools/build/feed.js';
import { hashOf } from '../../tools/build/integrity.js';
import { publicHalf, signatureOf } from '../../tools/build/keys.js';
import { integrity } from '../../tools/test/harness.js';
import { copyOf, type EditableFacts } from '../changed-facts.js';

export const { data } = readFacts();
const release = data[releaseFile];

/** What the last run has built, for the next browser. */
const kept = '.build/feed-test.json';

/** @returns the files, by their path beside the script */
export async function buildWithFeed(): Promise<{
  files: Record<string, string>;
  feed: ReturnType<typeof feedFor>;
}> {
  const of = integrity['havn.js'];
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  if (before.of === of) return { files: before.files, feed: feedFor(createPrivateKey(before.key)) };
  const { privateKey } = generateKeyPairSync('ed25519');
  const files = await filesFor(privateKey);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(kept, JSON.stringify({ of, key, files }));
  return { files, feed: feedFor(privateKey) };
}

async function filesFor(privateKey: KeyObject): Promise<Record<string, string>> {
  // dist/npm is what bundlers get, whose elements bring their messages by themselves. Within the project, for its libraries.
  const modules = mkdtempSync('.build/feed-test-');
  try {
    compile(modules);
    const languages = Object.keys(integrity).filter(file => file.startsWith('locales/'));
    // The name of the build stands in its language files.
    const file = readFileSync(join('dist', languages[0]), 'utf8');
    const build = (/\bbuild:"([^"]+)"/.exec(file) as string[])[1];
    const keys = [publicHalf(privateKey)];
    const target = ['chrome137', 'firefox129', 'safari17'];
    const { code: part } = await feedPart(modules, { build, data, keys, target });
    const hashes = Object.fromEntries(
      languages.map(name => [name.replace(/^locales\/|\.js$/g, ''), integrity[name]]),
    );
    const entry = entriesFrom(modules, { build, languages: hashes, parts: { feed: hashOf(part) } })[
      'havn.js'
    ];
    return { 'havn.js': await script(entry, modules), 'parts/feed.js': part };
  } finally {
    rmSync(modules, { recursive: true });
  }
}

/** What the next release says, by the path beside it. */
const feedFor =
  (key: KeyObject) =>
  /**
   * @param change of the facts
   * @param changes of what stands around them
   * @param translations changed, by language
   */
  (
    change: (data: EditableFacts) => unknown,
    changes: Record<string, unknown> = {},
    translations: Record<string, Record<string, string>> = {},
  ): Record<string, string> => {
    const newer = copyOf(data);
    change(newer);
    const { document, translations: texts } = feedOf(newer);
    const feed = { ...JSON.parse(document), sequence: release.sequence + 1, ...changes };
    for (const [language, changed] of Object.entries(translations)) {
      texts[language] = JSON.stringify({ ...JSON.parse(texts[language]), ...changed });
      feed.languages[language] = { hash: hashOf(texts[language]) };
    }
    const content = JSON.stringify(feed);
    return {
      'facts.json': content,
      'facts.sig': signatureOf(content, key),
      ...Object.fromEntries(
        Object.entries(texts).map(([language, text]) => [`facts/${language}.json`, text]),
      ),
    };
  };
