import type { MsgFn, TemplateMap } from '@lit/localize/internal/types.js';
import type { TemplateResult } from 'lit/html.js';
import { templates as nb } from './generated/nb.js';
import { templates as nn } from './generated/nn.js';
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

const templatesOf = new Map<string, TemplateMap>([
  ['nb', nb],
  ['nn', nn],
]);
const localizations = new Map<string, Localization>();

/**
 * `msg` in one language. Bound for each language rather than set for the page: an element may stand in another language
 * than its neighbour, and a host application may use @lit/localize itself.
 *
 * As `runtimeMsg` of @lit/localize, less what we do not use: texts without markup and lit templates, always by their id.
 * The general one is 0.6 kB of the 8 that the banner may have.
 */
function messagesOf(templates: TemplateMap | undefined): MsgFn {
  const msg = (template: string | TemplateResult, { id }: { id: string }) => {
    const translation = templates?.[id] as string | TemplateResult | undefined;
    if (typeof translation !== 'object') return translation ?? template;
    // In a translation a value is the place of the value in the English template: words come in another order.
    const { values } = template as TemplateResult;
    return { ...translation, values: translation.values.map(place => values[place as number]) };
  };
  return msg as MsgFn;
}

/** The languages that are here now, English first. */
export function languages(): string[] {
  return [english, ...templatesOf.keys()];
}

/** The strings and facts in the language that best answers a `lang` tag (`no`, `nn-NO`, garbage, nothing). */
export function localize(tag: string | null | undefined): Localization {
  const language = negotiate(tag, languages());
  let localization = localizations.get(language);
  if (!localization) {
    const templates = templatesOf.get(language);
    localization = {
      language,
      direction: directionOf(language),
      msg: messagesOf(templates),
      fact: (id, text) => (templates?.[id] as string | undefined) ?? text,
    };
    localizations.set(language, localization);
  }
  return localization;
}
