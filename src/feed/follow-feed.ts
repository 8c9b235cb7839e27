import { warn } from '../base/warn.js';
import { webAddress } from '../safety/index.js';
import { factsFrom, textsOf } from './facts.js';
import { readFeed } from './read-feed.js';
import { hasSamePlaces, inPlaceOf, isReading, replaceFacts, whenAtRest } from './swap.js';
import { Translations } from './translations.js';
import type { Bundled, Facts, FeedDocument, FollowFeed, Texts } from './types.js';

/** An address on the web, resolved against the page. */
function addressOf(text: string): string | null {
  const link = Document.prototype.createElement.call(document, 'a') as HTMLAnchorElement;
  link.href = text;
  return webAddress(link.href);
}

/** The function that follows a feed, for one build. It is called with the facts and texts to keep up to date. */
export const followerOf =
  (bundled: Bundled): FollowFeed =>
  (text, facts, texts) => {
    const address = addressOf(text);
    const stay = (reason: unknown) =>
      warn('data-facts', `is not followed, the facts of this script stay: ${reason}`);
    if (!address) return stay('it is not an address on the web');
    readFeed(address, bundled)
      .then(feed => feed && takeUp(feed, address, bundled, facts, texts))
      .catch(stay);
  };

async function takeUp(
  feed: FeedDocument,
  address: string,
  bundled: Bundled,
  facts: Facts,
  { messages, localizations, renderAnew, notReviewed }: Texts,
): Promise<void> {
  const newer = factsFrom(feed.facts);
  const translations = new Translations(address, feed, bundled, textsOf(facts), textsOf(newer));
  const showNewer = () => {
    // Localizations that exist already have texts of the older facts.
    for (const language of Object.keys(localizations)) delete localizations[language];
    renderAnew();
  };
  const translate = () => {
    for (const language of Object.keys(messages)) translations.apply(language, messages[language] ?? {});
  };
  /** Fetches the languages that are in use now. `false`: none was missing. */
  const fetchSpoken = async () => {
    const missing = Object.keys(localizations).filter(language => translations.lacks(language));
    const coming = missing.map(language => translations.obtain(language));
    for (const one of coming) await one;
    return missing.length > 0;
  };

  await fetchSpoken();
  translate();
  // A review of newer translations does not cover those in this script: a language is never taken off the list.
  for (const [language, { reviewed_on }] of Object.entries(feed.facts['locales/review.json']))
    if (!reviewed_on && !notReviewed.includes(language)) notReviewed.push(language);

  if (hasSamePlaces(facts, newer) || !isReading()) replaceFacts(facts, newer);
  else {
    replaceFacts(facts, inPlaceOf(facts, newer));
    whenAtRest(() => {
      replaceFacts(facts, newer);
      showNewer();
    });
  }
  showNewer();

  // Languages that load from now on show the texts of their file first, and those of the newer facts afterwards.
  const takeUpLanguages = async () => {
    translate();
    if (!(await fetchSpoken())) return;
    translate();
    showNewer();
  };
  // The host page may have broken what this needs: then the texts that are on screen stay.
  const follow = () => void takeUpLanguages().catch(() => {});
  addEventListener('havn:language', follow);
  addEventListener('havn-language-change', follow, true);
  new MutationObserver(follow).observe(document, {
    subtree: true,
    attributes: true,
    attributeFilter: ['lang'],
  });
}
