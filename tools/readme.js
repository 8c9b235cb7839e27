/**
 * Fills what stands between the markers of README.md, from the manifest, the facts and the sizes, so that it cannot
 * disagree with them. `npm run readme` writes; `node tools/readme.js --check` says what has drifted.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { budgetTable } from '../test/bench/report.js';
import { asRead, inCountry, targetLanguages } from './country.js';
import { readDeclarations, valuesOf } from './manifest.js';
import { filledIn, table } from './markdown.js';
import { budgetOf, inKilobytes, recordedSizes } from './size.js';

const readme = 'README.md';

/** @param {string} file */
const json = file => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} text */
const code = text => `\`${text}\``;

/** The values of an attribute, from its type. @param {string} type */
const values = type => (type === 'boolean' ? 'present or not' : valuesOf(type).map(code).join(' ') || type);

/** @param {import('./manifest.js').Described} attribute */
const attributeRow = ({ name, type, default: value, description = '' }) => [
  code(name),
  values(type?.text ?? 'string'),
  value === undefined ? '' : value === 'false' ? 'not' : code(value),
  description,
];

/** @param {string} title @param {import('./manifest.js').Described[]} items */
const list = (title, items) =>
  items.length
    ? `${title}\n\n${items
        .map(({ name, default: value, description }) => {
          const standard = value === undefined ? '' : ` (${code(value)})`;
          return `- ${code(name)}${standard}: ${description}`;
        })
        .join('\n')}\n`
    : '';

/** @param {import('./manifest.js').Declaration} element */
const elementText = ({
  tagName,
  description,
  attributes,
  events,
  cssParts,
  cssProperties,
}) => `### ${code(tagName)}

${description.replaceAll('\n', ' ')}

${
  attributes.length
    ? table(['Attribute', 'Values', 'Default', 'What it does'], attributes.map(attributeRow))
    : 'It has no attributes of its own.'
}

<details>
<summary>Events, parts and custom properties</summary>

${[
  list('Events. None of them carries what a reader typed or chose:', events),
  list('Parts, for `::part()`:', cssParts),
  list('Custom properties, with their defaults:', cssProperties),
]
  .filter(Boolean)
  .join('\n')}
</details>`;

const elementsText = () => readDeclarations().map(elementText).join('\n\n');

/** @param {string} language the name of a language in English */
const languageName = language => new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** @param {{draft: string, reviewed_by?: string, reviewed_on?: string}} review */
const reviewText = ({ draft, reviewed_by, reviewed_on }) => {
  const drafted = draft === 'machine' ? 'Drafted by a machine' : 'Translated by a person';
  return reviewed_by
    ? `${drafted}, reviewed by ${reviewed_by} on ${reviewed_on}`
    : `${drafted}, not reviewed yet`;
};

function languagesText() {
  const review = json(inCountry('locales/review.json'));
  return table(
    ['Language', '`lang`', 'State'],
    [
      [languageName('en'), code('en'), 'The source: what the facts are written in'],
      ...targetLanguages().map(language => [
        languageName(language),
        code(language),
        reviewText(review[language]),
      ]),
    ],
  );
}

const sizesText = () =>
  table(
    ['File', 'Size', 'Budget'],
    Object.entries(recordedSizes()).map(([file, bytes]) => {
      const [name, ...note] = file.split(', ');
      const budget = budgetOf(file);
      return [
        [code(`dist/${name}`), ...note].join(', '),
        inKilobytes(bytes),
        budget ? inKilobytes(budget) : '',
      ];
    }),
  );

/** What `npm run bench` has written last. */
const benchText = () => budgetTable(json('docs/bench.json')).replaceAll('| Gate', '| Fails above');

/** @param {string[]} lines */
const htmlBlock = lines => ['```html', ...lines, '```'].join('\n');

/**
 * An element with the number in its tag, so that it is there before, without and after the script. The number comes
 * from the facts.
 * @param {string} tag
 * @param {string} words
 */
function elementWithNumber(tag, words) {
  /** @type {any[]} */
  const services = json(inCountry('directory/services.json'));
  const number = services.find(service => service.x_helpline).phones[0].number;
  return `<${tag} lang="nb"><p>${words}: <a href="tel:${number}" dir="ltr">${asRead(number, '&nbsp;')}</a></p></${tag}>`;
}

const snippetText = () =>
  htmlBlock([
    elementWithNumber('havn-hotline-banner', 'ROSA, døgnåpen hjelpetelefon'),
    '<script src="https://your.host/havn/havn.js" integrity="sha384-…" crossorigin="anonymous" defer></script>',
  ]);

const othersText = () =>
  htmlBlock([
    elementWithNumber('havn-service-finder', 'Spør ROSA hvor du kan få hjelp'),
    elementWithNumber('havn-entitlements-list', 'Spør ROSA om rettighetene dine'),
  ]);

/** @type {Record<string, () => string>} */
const parts = {
  snippet: snippetText,
  others: othersText,
  elements: elementsText,
  languages: languagesText,
  sizes: sizesText,
  bench: benchText,
};

/** @param {string} text of the README @returns {string} the same with its generated parts anew */
export const filled = text => filledIn(readme, text, parts);

/** @returns {string[]} what has drifted, in words */
export function checkReadme() {
  const text = readFileSync(readme, 'utf8');
  const lines = filled(text).split('\n');
  const now = text.split('\n');
  const at = now.findIndex((line, index) => line !== lines[index]);
  if (at < 0 && now.length === lines.length) return [];
  return [`${readme}:${at + 1}: has drifted from its sources: npm run readme`];
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv.includes('--check')) {
    const faults = checkReadme();
    for (const fault of faults) console.error(fault);
    if (faults.length) process.exitCode = 1;
  } else writeFileSync(readme, filled(readFileSync(readme, 'utf8')));
}
