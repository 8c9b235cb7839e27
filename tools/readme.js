/**
 * Fills what stands between the markers of README.md, from the manifest, the facts and the sizes, so that it cannot
 * disagree with them. `npm run readme` writes; `node tools/readme.js --check` says what has drifted.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { budgets, inKilobytes, recordedSizes } from './size.js';

const readme = 'README.md';

/** @param {string} file */
const json = file => JSON.parse(readFileSync(file, 'utf8'));

/** @param {string} text */
const code = text => `\`${text}\``;

/** @param {string[]} head @param {string[][]} rows */
const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows]
    .map(cells => `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** The values of an attribute, from its type. @param {string} type */
function values(type) {
  if (type === 'boolean') return 'present or not';
  return type.includes('"')
    ? type
        .split(' | ')
        .map(value => code(value.replaceAll('"', '')))
        .join(' ')
    : type;
}

/** @param {any} attribute */
const attributeRow = ({ name, type, default: value, description }) => [
  code(name),
  values(type.text),
  value === undefined ? '' : value === 'false' ? 'not' : code(value),
  description,
];

/** @param {string} title @param {any[]} [items] */
const list = (title, items = []) =>
  items.length
    ? `${title}\n\n${items
        .map(({ name, default: value, description }) => {
          const standard = value === undefined ? '' : ` (${code(value)})`;
          return `- ${code(name)}${standard}: ${description}`;
        })
        .join('\n')}\n`
    : '';

/** @param {any} element */
const elementText = ({
  tagName,
  description,
  attributes = [],
  events = [],
  cssParts = [],
  cssProperties = [],
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
  // What the analyzer infers from dispatchEvent() has no description, and is no event of its own.
  list(
    'Events. None of them carries anything:',
    events.filter((/** @type {any} */ event) => event.description),
  ),
  list('Parts, for `::part()`:', cssParts),
  list('Custom properties, with their defaults:', cssProperties),
]
  .filter(Boolean)
  .join('\n')}
</details>`;

function elementsText() {
  /** @type {any[]} */
  const modules = json('custom-elements.json').modules;
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .sort((one, other) => order(one.tagName) - order(other.tagName))
    .map(elementText)
    .join('\n\n');
}

/** The banner first: it is what every page wants. @param {string} tag */
const order = tag =>
  ['havn-hotline-banner', 'havn-service-finder', 'havn-entitlements-list'].indexOf(tag) + 1 || Infinity;

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
  const { sourceLocale, targetLocales } = json('lit-localize.json');
  const review = json('data/locales/review.json');
  return table(
    ['Language', '`lang`', 'State'],
    [
      [languageName(sourceLocale), code(sourceLocale), 'The source: what the facts are written in'],
      ...targetLocales.map((/** @type {string} */ language) => [
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
      const budget = budgets[file];
      return [
        [code(`dist/${name}`), ...note].join(', '),
        inKilobytes(bytes),
        budget ? inKilobytes(budget) : '',
      ];
    }),
  );

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
  const services = json('data/directory/services.json');
  const number = services.find(service => service.x_helpline).phones[0].number;
  const shown = number.replace('+47', '').replace(/(\d\d)(?=\d)/g, '$1&nbsp;');
  return `<${tag} lang="nb"><p>${words}: <a href="tel:${number}" dir="ltr">${shown}</a></p></${tag}>`;
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
};

/** As `npm run format` would leave it. @param {string} text */
const formatted = text =>
  execFileSync('node_modules/.bin/biome', ['format', `--stdin-file-path=${readme}`], {
    input: text,
    encoding: 'utf8',
  });

/**
 * @param {string} text of the README
 * @returns {string} the same with its generated parts anew
 */
export function filled(text) {
  const missing = Object.keys(parts).filter(name => !text.includes(`<!-- generated: ${name} -->`));
  if (missing.length) throw new Error(`${readme} has no part for ${missing.join(', ')}`);
  const anew = text.replace(
    /<!-- generated: (\w+) -->[\s\S]*?<!-- \/generated -->/g,
    (_, /** @type {string} */ name) => {
      const part = parts[name];
      if (!part) throw new Error(`${readme}: nothing is generated for "${name}"`);
      return `<!-- generated: ${name} -->\n${part()}\n<!-- /generated -->`;
    },
  );
  return formatted(anew);
}

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
