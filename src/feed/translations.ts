import { warn } from '../base/warn.js';
import { fetchBytes, textOf, within } from '../safety/fetch.js';
import { hashOf } from './bytes.js';
import { asItIsNow, mostOfFacts } from './read-feed.js';
import type { Bundled, FeedDocument } from './types.js';

type Messages = Record<string, string | undefined>;

/** In milliseconds. Meanwhile the texts on screen are older, not wrong. */
const patience = 5_000;

/** Fetches the texts of the facts in one language. Throws if they do not have the hash in the signed document. */
const fetchTexts = (address: string, hash: string): Promise<Readonly<Record<string, unknown>>> =>
  within(patience, async signal => {
    const bytes = await fetchBytes(address, mostOfFacts, { ...asItIsNow, signal });
    if ((await hashOf(bytes)) !== hash) throw Error('it is not the one that was signed');
    return Object(JSON.parse(textOf(bytes)));
  });

/** The translations for newer facts: from the files beside them, else our own if the English has not changed. */
export class Translations {
  /** Hashes of the translations that differ from ours, by language. */
  private readonly hashes: ReadonlyMap<string, string>;
  private readonly asked = new Set<string>();
  private readonly texts = new Map<string, ReadonlyMap<string, unknown>>();

  constructor(
    /** Address of the newer facts. */
    private readonly address: string,
    { languages }: FeedDocument,
    bundled: Bundled,
    private readonly before: ReadonlyMap<string, string>,
    private readonly after: ReadonlyMap<string, string>,
  ) {
    this.hashes = new Map(
      Object.entries(languages)
        .map(([language, { hash }]) => [language, hash] as const)
        .filter(([language, hash]) => bundled.languages[language] !== hash),
    );
  }

  /** Whether there is a newer translation that has not been requested yet. */
  lacks(language: string): boolean {
    return this.hashes.has(language) && !this.asked.has(language);
  }

  /** Fetches a language, once. Never throws. */
  async obtain(language: string): Promise<void> {
    if (!this.lacks(language)) return;
    this.asked.add(language);
    try {
      const address = new URL(`facts/${language}.json`, this.address).href;
      const texts = await fetchTexts(address, this.hashes.get(language) as string);
      this.texts.set(language, new Map(Object.entries(texts)));
    } catch (error) {
      warn('data-facts', `has no texts in "${language}", what has changed shows in English: ${error}`);
    }
  }

  /** Updates the messages of a language to the newer facts. A second call changes nothing. */
  apply(language: string, messages: Messages): void {
    const newer = this.texts.get(language);
    for (const [place, english] of this.after) {
      const text = newer?.get(place);
      if (typeof text === 'string') messages[place] = text;
      // The key stays, since language files depend on the order of the keys.
      else if (this.before.get(place) !== english) messages[place] = undefined;
    }
  }
}
