/** The translations of the plugin into Bokmål and Nynorsk, in the formats of WordPress. */

import type { General } from '../../../demo/builder/facts.js';
import type { words } from '../../../demo/builder/words.js';
import { written } from './php.js';

/** The English texts of an element. */
interface Described {
  title: string;
  description: string;
  attributes: Record<string, { label: string; hint?: string; values?: Record<string, string> }>;
}
interface Translation {
  nb: string;
  nn: string;
}
/** by English text; a context goes before it, separated by \u0004, as in gettext */
type Texts = Map<string, Translation>;

const locales = { nb: 'nb_NO', nn: 'nn_NO' } as const;
const plural = 'nplurals=2; plural=(n != 1);';

/**
 * The texts in calls of translation functions.
 * @param source PHP or TypeScript
 */
function textsIn(source: string) {
  const calls =
    /\b(?:__|_e|esc_(?:html|attr)(?:__|_e)|t)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")(?=\s*[,)])/g;
  return [...source.matchAll(calls)].map(([, single, double]) =>
    (single ?? double ?? '').replace(/\\(['"])/g, '$1'),
  );
}

/**
 * All texts with their translations.
 * @param known where the texts and translations come from
 * @throws if a text has no translation
 */
export function catalogue({
  sources,
  elements,
  keywords,
  facts,
  wordsOfBuilder,
  translations,
}: {
  sources: string[];
  elements: Record<string, Described>;
  /** by element */
  keywords: Record<string, string[]>;
  facts: Pick<General, 'names'>;
  wordsOfBuilder: typeof words;
  translations: Record<string, Translation>;
}): Texts {
  const texts: Texts = new Map();
  const missing = new Set();
  const add = (english: string, translation?: { [Language in keyof Translation]: string | undefined }) => {
    const known = translation ?? translations[english] ?? texts.get(english);
    if (known?.nb && known.nn) texts.set(english, { nb: known.nb, nn: known.nn });
    else missing.add(english);
  };
  const { en, nb, nn } = wordsOfBuilder;
  const { nb: inNb = {}, nn: inNn = {} } = facts.names;
  const both = (of: (words: typeof nb) => string | undefined) => ({ nb: of(nb), nn: of(nn) });
  for (const [name, element] of Object.entries(elements)) {
    const title = both(words => words.elements[name]?.name);
    add(element.title, title);
    add(`block title\u0004${element.title}`, title);
    add(
      `block description\u0004${element.description}`,
      both(words => words.elements[name]?.what),
    );
    for (const word of keywords[name] ?? []) add(`block keyword\u0004${word}`, translations[word]);
    for (const [key, attribute] of Object.entries(element.attributes)) {
      if (en.attributes[key]) {
        add(
          attribute.label,
          both(words => words.attributes[key]?.label),
        );
        if (attribute.hint)
          add(
            attribute.hint,
            both(words => words.attributes[key]?.hint),
          );
      }
      for (const [id, english] of Object.entries(attribute.values ?? {}))
        add(
          english,
          en.attributes[key]?.values?.[id]
            ? both(words => words.attributes[key]?.values?.[id])
            : inNb[`${key}.${id}`]
              ? { nb: inNb[`${key}.${id}`], nn: inNn[`${key}.${id}`] }
              : undefined,
        );
    }
  }
  for (const text of sources.flatMap(textsIn)) add(text);
  if (missing.size)
    throw new Error(
      `wordpress: these words have no bokmål or nynorsk in wordpress/words.ts:\n${[...missing].join('\n')}`,
    );
  return texts;
}

/** @returns path, content */
export const translationFiles = (texts: Texts, version: string): [string, string][] =>
  (['nb', 'nn'] as const).flatMap(language => {
    const locale = locales[language];
    const rows = [...texts].map(([english, translation]) => [english, translation[language]] as const);
    const forPhp = {
      domain: 'havn',
      'plural-forms': plural,
      language: locale,
      'project-id-version': `Havn ${version}`,
      messages: Object.fromEntries(rows),
    };
    const forScript = {
      '': { domain: 'messages', lang: locale, 'plural-forms': plural },
      ...Object.fromEntries(rows.map(([english, own]) => [english, [own]])),
    };
    return [
      [`havn-${locale}.l10n.php`, `<?php\nreturn ${written(forPhp, '')};\n`],
      [`havn-${locale}-havn-editor.json`, JSON.stringify({ locale_data: { messages: forScript } })],
    ];
  });
