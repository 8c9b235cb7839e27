import { warn } from '../base/warn.js';
import type { Message } from '../locale/messages.js';
import { fetchBytes, textOf, within } from '../safety/fetch.js';
import { hashOf } from './bytes.js';
import { asItIsNow, mostOfFacts } from './read-feed.js';
import type { Bundled, FeedDocument } from './types.js';

type Messages = Record<string, Message | undefined>;

/** In milliseconds: what is on screen meanwhile is older, not wrong. */
const patience = 5_000;

/** The texts of the facts in one language, if they are what the signed document says. */
const fetchTexts = (address: string, hash: string): Promise<Readonly<Record<string, unknown>>> =>
  within(patience, async signal => {
    const bytes = await fetchBytes(address, mostOfFacts, { ...asItIsNow, signal });
    if ((await hashOf(bytes)) !== hash) throw Error('it is not the one that was signed');
    return Object(JSON.parse(textOf(bytes)));
  });

/** The translations that go with newer facts: those that lie beside them, else ours where the English has not changed. */
export class Translations {
  /** Hashes of those that are another than ours, by language. */
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

  /** Whether there is a newer one that nobody has asked for. */
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

  /** Brings the messages of a language up to the newer facts. Doing it again changes nothing. */
  apply(language: string, messages: Messages): void {
    const newer = this.texts.get(language);
    for (const [place, english] of this.after) {
      const text = newer?.get(place);
      if (typeof text === 'string') messages[place] = text;
      // The place stays, since language files go by the order of the places.
      else if (this.before.get(place) !== english) messages[place] = undefined;
    }
  }
}
