/** The documents that facts were taken from. */
import { sources } from './generated/sources.js';
import type { Translate } from './localized.js';
import type { SourceDocument } from './types.js';

export interface LocalizedSource extends SourceDocument {
  /** The title that the document itself has. */
  readonly original: string;
}

/** The documents with their titles and those of their sections in another language; without an argument in their own. */
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
