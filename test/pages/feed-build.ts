/** The script that follows a feed, built with a key of the test's own, which no other build knows. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { elements, feedChunk, havn } from '../../tools/build/entries.js';
import { feedOf, releaseFile } from '../../tools/build/feed.js';
import { modules } from '../../tools/build/folders.js';
import { filesIn, hashOf } from '../../tools/build/integrity.js';
import { publicHalf, signatureOf } from '../../tools/build/keys.js';
import { readFacts } from '../../tools/build/read-facts.js';
import { scriptOf } from '../../tools/build/scripts.js';
import { integrity } from '../../tools/test/harness.js';
import { copyOf, type EditableFacts } from '../changed-facts.js';
import { sure } from '../sure.js';

export const { data } = readFacts();
const release = data[releaseFile];

/** The script of one element, which follows no feed. */
const banner = sure(elements.find(({ file }) => file === 'elements/hotline-banner.js'));

/** What the last run has built, for the next browser. */
const kept = '.build/feed-test.json';

/** @returns the files, by their path beside the script; and the public half of the key */
export async function buildWithFeed(): Promise<{
  key: string;
  files: Record<string, string>;
  feed: ReturnType<typeof feedFor>;
}> {
  // The script of a page does not hold that of the feed, which is made of modules of its own.
  const modulesHere = filesIn(modules).map(file => readFileSync(join(modules, file), 'utf8'));
  const of = hashOf([integrity['havn.js'], integrity[banner.file], ...modulesHere].join(''));
  const before = existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {};
  const isKept = before.of === of;
  const key = isKept ? createPrivateKey(before.key) : generateKeyPairSync('ed25519').privateKey;
  const files = isKept ? before.files : await filesFor(key);
  if (!isKept) {
    // Under another name first: the same test in another browser may be reading.
    const own = `${kept}.${process.pid}`;
    writeFileSync(own, JSON.stringify({ of, key: key.export({ type: 'pkcs8', format: 'pem' }), files }));
    renameSync(own, kept);
  }
  return { key: publicHalf(key), files, feed: feedFor(key) };
}

async function filesFor(privateKey: KeyObject): Promise<Record<string, string>> {
  process.env.HAVN_PUBLIC_KEYS = publicHalf(privateKey);
  const folder = mkdtempSync('.build/feed-test-');
  try {
    cpSync('dist/locales', join(folder, 'locales'), { recursive: true });
    const { code: chunk } = await scriptOf(feedChunk, folder);
    mkdirSync(join(folder, 'parts'));
    writeFileSync(join(folder, feedChunk.file), chunk);
    const { code } = await scriptOf(havn, folder);
    const { code: bannerAlone } = await scriptOf(banner, folder);
    return { [havn.file]: code, [feedChunk.file]: chunk, [banner.file]: bannerAlone };
  } finally {
    rmSync(folder, { recursive: true });
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
  ): { 'facts.json': string; 'facts.sig': string; [path: string]: string } => {
    const newer = copyOf(data);
    change(newer);
    const { document, translations: texts } = feedOf(newer);
    const feed = { ...JSON.parse(document), sequence: release.sequence + 1, ...changes };
    for (const [language, changed] of Object.entries(translations)) {
      texts[language] = JSON.stringify({ ...JSON.parse(sure(texts[language])), ...changed });
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
