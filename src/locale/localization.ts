import { runtimeMsg } from '@lit/localize/internal/runtime-msg.js';
import { str } from '@lit/localize/internal/str-tag.js';
import type { MsgFn, MsgOptions, TemplateLike } from '@lit/localize/internal/types.js';
import { bundled as messagesOf } from './generated/bundled-languages.js';
import { complete } from './message-table.js';
import type { Messages } from './messages.js';
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

/** Adds a language. One that is already loaded is not changed. */
export function addLanguage(language: string, messages: Messages): void {
  if (languages().indexOf(language) < 0) messagesOf[language] = messages;
}

/** The languages that are loaded now, English first. */
export function languages(): string[] {
  return [english, ...Object.keys(messagesOf)];
}

/** A message in the languages that every script carries, in their order. */
export type BundledMessage = readonly [id: string, ...texts: string[]];

/** Adds messages to the bundled languages: with a bundler each element brings its own messages, and no others. */
export function addMessages(messages: readonly BundledMessage[]): void {
  const tables = Object.values(messagesOf) as Record<string, string>[];
  for (const [id, ...texts] of messages)
    texts.forEach((text, index) => {
      (tables[index] as Record<string, string>)[id] = text;
    });
}

let offered: readonly string[] = [];

/** Sets which languages can be loaded on demand. */
export function offerOnDemand(languages: readonly string[]): void {
  offered = languages;
}

/** Whether a language can be loaded on demand. Also true once it is loaded. */
const isOffered = (language: string): boolean => offered.indexOf(language) >= 0;

/**
 * The languages that are loaded, and those that can be. Their order does not depend on which of them a reader has
 * loaded: otherwise the list would tell the next reader.
 */
export function knownLanguages(): string[] {
  return [...languages().filter(language => !isOffered(language)), ...offered];
}

/**
 * A translation as `runtimeMsg` takes it: with the places of the values in the English template. Without a regular
 * expression, which would take 4 kB of memory on each page.
 */
function templateOf(text: string): TemplateLike {
  if (text.indexOf('{') < 0) return text;
  const [first, ...others] = text.split('{');
  const strings = [first, ...others.map(part => part.slice('0}'.length))];
  return str(strings as unknown as TemplateStringsArray, ...others.map(part => Number(part[0])));
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
      // Bound for each language rather than configured for the page: neighbouring elements may have different languages,
      // and a host application may have configured @lit/localize itself, which can be done once.
      msg: ((template: TemplateLike, options: MsgOptions & { id: string }) => {
        const text = messages?.[options.id];
        // Always under the same key: V8 keeps a hidden class for each key that an object begins with.
        return runtimeMsg(text ? { found: templateOf(text) } : undefined, template, { id: 'found' });
      }) as MsgFn,
      fact: (id, text) => {
        if (messages && !(id in messages)) complete(language);
        return messages?.[id] || text;
      },
    };
    localizations[language] = localization;
  }
  return localization;
}
