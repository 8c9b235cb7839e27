import type { MsgFn } from '@lit/localize/internal/types.js';
import type { TemplateResult } from 'lit/html.js';
import { bundled as messagesOf } from './generated/bundled-languages.js';
import { complete } from './message-table.js';
import type { Message, Messages } from './messages.js';
import { directionOf, negotiate } from './negotiate.js';

/** What a view needs to speak one language. */
export interface Localization {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The interface: `msg('Source', {id: 'source.label'})`. The English text is what stands in the call. */
  readonly msg: MsgFn;
  /** The facts: the text of the fact at this place, e.g. `service.<id>.name`, or the English given. */
  readonly fact: (id: string, english: string) => string;
}

/** English is the source language: its texts stand in the code and in the data. */
const english = 'en';

// Objects, since old polyfills of Map on a page take no list and have no iterators. Only the names of languages get here.
export { messagesOf };
/** What has been asked for. */
export const localizations: Record<string, Localization> = {};

/**
 * `msg` in one language. Bound for each language rather than set for the page: an element may stand in another language
 * than its neighbour, and a host application may use @lit/localize itself.
 *
 * As `runtimeMsg` of @lit/localize, less what we do not use: messages always have an id, and a translation is data, a text
 * or its pieces, which lit-html renders one after the other. The general one is 0.6 kB of the 8 that the banner may have.
 */
function msgIn(messages: Messages | undefined): MsgFn {
  const msg = (template: string | TemplateResult, { id }: { id: string }) => {
    const message = messages?.[id] || template;
    if (typeof message === 'string') return message;
    const { strings, values } = template as TemplateResult;
    const pieces =
      message === template
        ? strings.flatMap((text, place) => (place ? [values[place - 1], text] : [text]))
        : (message as readonly unknown[]).map(piece => (typeof piece === 'number' ? values[piece] : piece));
    // One text takes less memory than its pieces, of which Lit keeps the place of each.
    return pieces.every(piece => typeof piece === 'string' || typeof piece === 'number')
      ? pieces.join('')
      : pieces;
  };
  return msg as unknown as MsgFn;
}

/** Adds a language; one that is here already stays as it is. */
export function addLanguage(language: string, messages: Messages): void {
  if (languages().indexOf(language) < 0) messagesOf[language] = messages;
}

/** The languages that are here now, English first. */
export function languages(): string[] {
  return [english, ...Object.keys(messagesOf)];
}

/** A message in the languages that every script carries, in their order. */
export type BundledMessage = readonly [id: string, ...texts: Message[]];

/** Adds messages to those languages: with a bundler each element brings its own, and none of another. */
export function addMessages(messages: readonly BundledMessage[]): void {
  const tables = Object.values(messagesOf) as Record<string, Message>[];
  for (const [id, ...texts] of messages)
    texts.forEach((text, index) => {
      (tables[index] as Record<string, Message>)[id] = text;
    });
}

let offered: readonly string[] = [];

/** Names the languages that can be had on demand. */
export function offerOnDemand(languages: readonly string[]): void {
  offered = languages;
}

/** Whether a language can be had on demand, here already or not. */
export const isOffered = (language: string): boolean => offered.indexOf(language) >= 0;

/**
 * The languages that are here, and those that can be had. In an order that does not tell which of these a reader has had:
 * a list that changes would still say so to the next one.
 */
export function knownLanguages(): string[] {
  return [...languages().filter(language => !isOffered(language)), ...offered];
}

/** The strings and facts in the language that best answers a `lang` tag (`no`, `nn-NO`, garbage, nothing). */
export function localize(tag: string | null | undefined): Localization {
  const language = negotiate(tag, languages());
  let localization = localizations[language];
  if (!localization) {
    const messages = messagesOf[language];
    localization = {
      language,
      direction: directionOf(language),
      msg: msgIn(messages),
      fact: (id, text) => {
        if (messages && !(id in messages)) complete(language);
        return (messages?.[id] as string | undefined) || text;
      },
    };
    localizations[language] = localization;
  }
  return localization;
}
