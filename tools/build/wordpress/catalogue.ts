/** The words of the plugin in bokmål and nynorsk, as WordPress reads them. */

/** @typedef {{nb: string, nn: string}} Translation */
/** @typedef {Map<string, Translation>} Texts by the English; what names a context first has \u0004 after it, as in gettext */

const locales = /** @type {const} */ ({ nb: 'nb_NO', nn: 'nn_NO' });
const plural = 'nplurals=2; plural=(n != 1);';

/** What stands in calls for a translation. @param {string} source PHP or TypeScript */
function textsIn(source) {
  const calls =
    /\b(?:__|_e|esc_(?:html|attr)(?:__|_e)|t)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")(?=\s*[,)])/g;
  return [...source.matchAll(calls)].map(([, single, double]) =>
    (single ?? double).replace(/\\(['"])/g, '$1'),
  );
}

/**
 * All of them.
 * @param {any} known what the words come from
 * @returns {Texts}
 * @throws where one has no translation
 */
export function catalogue({ sources, elements, keywords, facts, wordsOfBuilder, translations }) {
  /** @type {Texts} */
  const texts = new Map();
  const missing = new Set();
  /** @param {string} english @param {Partial<Translation>} [translation] */
  const add = (english, translation) => {
    const known = translation ?? translations[english] ?? texts.get(english);
    if (known?.nb && known.nn) texts.set(english, { nb: known.nb, nn: known.nn });
    else missing.add(english);
  };
  const { en, nb, nn } = wordsOfBuilder;
  const both = (/** @type {(words: any) => string | undefined} */ of) => ({ nb: of(nb), nn: of(nn) });
  for (const [name, element] of Object.entries(elements)) {
    const title = both(words => words.elements[name]?.name);
    add(element.title, title);
    add(`block title\u0004${element.title}`, title);
    add(
      `block description\u0004${element.description}`,
      both(words => words.elements[name]?.what),
    );
    for (const word of keywords[name]) add(`block keyword\u0004${word}`, translations[word]);
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
            : facts.names.nb[`${key}.${id}`]
              ? { nb: facts.names.nb[`${key}.${id}`], nn: facts.names.nn[`${key}.${id}`] }
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

/** @param {string} text */
const quoted = text => `'${text.replace(/[\\']/g, '\\$&')}'`;

/**
 * @param {Texts} texts
 * @param {string} version
 * @returns {[string, string][]} path, content
 */
export const translationFiles = (texts, version) =>
  /** @type {const} */ (['nb', 'nn']).flatMap(language => {
    const locale = locales[language];
    const rows = [...texts].map(
      ([english, translation]) => /** @type {const} */ ([english, translation[language]]),
    );
    // "\u0004" is written so that no tool takes it out.
    const inPhp = (/** @type {string} */ text) => text.split('\u0004').map(quoted).join(' . "\\4" . ');
    const messages = rows.map(([english, own]) => `\t\t${inPhp(english)} => ${quoted(own)},\n`).join('');
    const forScript = {
      '': { domain: 'messages', lang: locale, 'plural-forms': plural },
      ...Object.fromEntries(rows.map(([english, own]) => [english, [own]])),
    };
    return [
      [
        `havn-${locale}.l10n.php`,
        `<?php\nreturn array(\n\t'domain' => 'havn',\n\t'plural-forms' => ${quoted(plural)},\n\t'language' => ${quoted(locale)},\n\t'project-id-version' => ${quoted(`Havn ${version}`)},\n\t'messages' => array(\n${messages}\t),\n);\n`,
      ],
      [`havn-${locale}-havn-editor.json`, JSON.stringify({ locale_data: { messages: forScript } })],
    ];
  });
