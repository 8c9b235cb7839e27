/** The documents that facts were taken from. */
import { sources } from './generated/sources.js';
import type { Translate } from './localized.js';
import type { SourceDocument } from './types.js';

export interface LocalizedSource extends SourceDocument {
  /** The title in the language of the document. */
  readonly original: string;
}

/** The documents, their titles and section titles translated; without an argument, in the language of the document. */
export const loadSources = (translate: Translate = (_place, own) => own): LocalizedSource[] =>
  sources.map(source => {
    const place = `source.${source.id}`;
    return {
      ...source,
      original: source.title,
      title: translate(`${place}.title`, source.title),
      sections: source.sections.map(({ id, title }) => ({
        id,
        title: translate(`${place}.sections.${id}`, title),
      })),
    };
  });
