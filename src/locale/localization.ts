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
  /** A text of the interface: `msg('Source', {id: 'source.label'})`. The English text is the one in the call. */
  readonly msg: MsgFn;
  /** A text of the facts, by its place, e.g. `service.<id>.name`; the given English if there is no translation. */
  readonly fact: (id: string, english: string) => string;
}

/** English is the source language: its texts are in the code and in the data. */
const english = 'en';

// Objects, since old polyfills of Map on a page take no list and have no iterators. The keys are languages only.
export { messagesOf };
/** The localizations that have been requested, by language. */
export const localizations: Record<string, Localization> = {};

/**
 * `msg` in one language. Bound for each language rather than set for the page: neighbouring elements may have different
 * languages, and a host application may use @lit/localize itself.
 *
 * Like `runtimeMsg` of @lit/localize, without what we do not use: messages always have an id, and a translation is
 * data, a text or pieces that lit-html renders one after the other. `runtimeMsg` is 0.6 kB of the 8 that the banner may
 * have.
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
    // One text takes less memory than pieces, since Lit remembers the place of each piece.
    return pieces.every(piece => typeof piece === 'string' || typeof piece === 'number')
      ? pieces.join('')
      : pieces;
  };
  return msg as unknown as MsgFn;
}

/** Adds a language. One that is already loaded is not changed. */
export function addLanguage(language: string, messages: Messages): void {
  if (languages().indexOf(language) < 0) messagesOf[language] = messages;
}

/** The languages that are loaded now, English first. */
export function languages(): string[] {
  return [english, ...Object.keys(messagesOf)];
}

/** A message in the languages that every script carries, in their order. */
export type BundledMessage = readonly [id: string, ...texts: Message[]];

/** Adds messages to the bundled languages: with a bundler each element brings its own messages, and no others. */
export function addMessages(messages: readonly BundledMessage[]): void {
  const tables = Object.values(messagesOf) as Record<string, Message>[];
  for (const [id, ...texts] of messages)
    texts.forEach((text, index) => {
      (tables[index] as Record<string, Message>)[id] = text;
    });
}

let offered: readonly string[] = [];

/** Sets which languages can be loaded on demand. */
export function offerOnDemand(languages: readonly string[]): void {
  offered = languages;
}

/** Whether a language can be loaded on demand. Also true once it is loaded. */
export const isOffered = (language: string): boolean => offered.indexOf(language) >= 0;

/**
 * The languages that are loaded, and those that can be. Their order does not depend on which of them a reader has
 * loaded: otherwise the list would tell the next reader.
 */
export function knownLanguages(): string[] {
  return [...languages().filter(language => !isOffered(language)), ...offered];
}

/** The texts and facts in the language that best matches a `lang` (`no`, `nn-NO`, garbage, nothing). */
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
