import type { MsgFn } from '@lit/localize/internal/types.js';
import type { TemplateResult } from 'lit/html.js';
import { messages as nb } from './generated/nb.js';
import { messages as nn } from './generated/nn.js';
import type { Messages } from './messages.js';
import { directionOf, negotiate } from './negotiate.js';

/** What a view needs to speak one language. */
export interface Localization {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The interface: `msg('Source', {id: 'source.label'})`. The English text is what stands in the call. */
  readonly msg: MsgFn;
  /** The facts: the text of the fact at this place, e.g. `service.rosa-helpline.name`, or the English given. */
  readonly fact: (id: string, english: string) => string;
}

/** English is the source language: its texts stand in the code and in the data. */
const english = 'en';

const messagesOf = new Map<string, Messages>([
  ['nb', nb],
  ['nn', nn],
]);
const localizations = new Map<string, Localization>();

/**
 * `msg` in one language. Bound for each language rather than set for the page: an element may stand in another language
 * than its neighbour, and a host application may use @lit/localize itself.
 *
 * As `runtimeMsg` of @lit/localize, less what we do not use: messages always have an id, and a translation is data, a text
 * or its pieces, which lit-html renders one after the other. The general one is 0.6 kB of the 8 that the banner may have.
 */
function msgIn(messages: Messages | undefined): MsgFn {
  const msg = (template: string | TemplateResult, { id }: { id: string }) => {
    const message = messages?.[id];
    if (!message || typeof message === 'string') return message || template;
    const { values } = template as TemplateResult;
    return message.map(piece => (typeof piece === 'number' ? values[piece] : piece));
  };
  return msg as unknown as MsgFn;
}

/** The ids of all messages, in the order of the language files. */
export const messageIds = (): string[] => Object.keys(nb);

/** Adds a language; one that is here already stays as it is. */
export function addLanguage(language: string, messages: Messages): void {
  if (languages().indexOf(language) < 0) messagesOf.set(language, messages);
}

/** The languages that are here now, English first. */
export function languages(): string[] {
  return [english, ...messagesOf.keys()];
}

let offered: readonly string[] = [];

/** Names the languages that can be had on demand. */
export function offerOnDemand(languages: readonly string[]): void {
  offered = languages;
}

/** The languages that are here, and those that can be had. */
export function knownLanguages(): string[] {
  const here = languages();
  return [...here, ...offered.filter(language => here.indexOf(language) < 0)];
}

/** The strings and facts in the language that best answers a `lang` tag (`no`, `nn-NO`, garbage, nothing). */
export function localize(tag: string | null | undefined): Localization {
  const language = negotiate(tag, languages());
  let localization = localizations.get(language);
  if (!localization) {
    const messages = messagesOf.get(language);
    localization = {
      language,
      direction: directionOf(language),
      msg: msgIn(messages),
      fact: (id, text) => (messages?.[id] as string | undefined) ?? text,
    };
    localizations.set(language, localization);
  }
  return localization;
}
