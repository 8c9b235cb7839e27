/**
 * Fills the generated parts of the documents below from the facts, the recorded sizes and the reviews, so that they cannot
 * disagree with these. Also limits the length of the two documents that newcomers read first. `npm run generate` writes;
 * `npm run check` reports drift, length, and a README that disagrees with docs/embedding.md or the manifest.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { languageName, targetLanguages } from '../build/country.js';
import { reviewOf } from '../build/fact-files.js';
import { inTag } from '../build/in-tag.js';
import { readDeclarations } from '../build/manifest.js';
import { faultsOfDrift, filledIn, table } from '../build/markdown.js';
import { budgetOf, inKilobytes, recordedSizes } from '../build/size.js';
import { scriptLine } from '../build/snippet.js';

/** Most bytes of each: what does not fit belongs in a document of its own. */
const limits: Record<string, number> = { 'README.md': 9_000, 'CONTRIBUTING.md': 8_000 };

type Read = (file: string) => string;

const fromDisk: Read = file => readFileSync(file, 'utf8');

const code = (text: string) => `\`${text}\``;

function reviewText(language: string) {
  const { draft, reviewed_by, reviewed_on } = reviewOf(language);
  const drafted = draft === 'machine' ? 'Machine draft' : 'Human draft';
  return reviewed_by
    ? `${drafted}, reviewed by ${reviewed_by} on ${reviewed_on}`
    : `${drafted}, not reviewed`;
}

const languagesText = () =>
  table(
    ['Language', '`lang`', 'State'],
    [
      [languageName('en'), code('en'), 'The source: what the facts are written in'],
      ...targetLanguages().map(language => [languageName(language), code(language), reviewText(language)]),
    ],
  );

/** Of the language files the largest: they differ little. */
function largestOfLanguages() {
  const sizes = Object.entries(recordedSizes());
  const languages = sizes.filter(([file]) => file.startsWith('locales/'));
  const largest = languages.sort(([, one], [, other]) => other - one)[0];
  return sizes.filter(([file]) => !file.startsWith('locales/') || file === largest?.[0]);
}

const sizesText = () =>
  table(
    ['File', 'Size', 'Budget'],
    largestOfLanguages().map(([file, bytes]) => {
      const [name, ...note] = file.split(', ');
      const budget = budgetOf(file);
      return [
        [code(`dist/${name}`), ...note].join(', '),
        inKilobytes(bytes),
        budget ? inKilobytes(budget) : '',
      ];
    }),
  );

/** The banner with the helpline's number in its tag, which shows before, without and after the script. */
const snippetText = () =>
  [
    '```html',
    `<havn-hotline-banner lang="nb">${inTag('nb')}</havn-hotline-banner>`,
    scriptLine('sha384-…'),
    '```',
  ].join('\n');

/** The generated parts of each document. */
const documents: Record<string, Record<string, () => string>> = {
  'README.md': { snippet: snippetText },
  'docs/sizes.md': { sizes: sizesText },
  'docs/languages/README.md': { languages: languagesText },
};

/** @returns the same with its generated parts anew */
const filled = (file: string, text: string): string => filledIn(file, text, documents[file] ?? {});

function faultsOfLength(file: string, text: string): string[] {
  const bytes = Buffer.byteLength(text);
  const most = limits[file] ?? Infinity;
  return bytes > most
    ? [`${file}: has ${bytes} bytes, more than ${most}: move what a newcomer does not need into docs/`]
    : [];
}

/** What the README says of other documents, by hand. */
function faultsOfReadme(read: Read): string[] {
  const text = read('README.md');
  const unlinked = readDeclarations()
    .map(({ tagName }) => tagName)
    .filter(tag => !text.includes(`(docs/elements/${tag.replace('havn-', '')}.en.md)`));
  return [
    ...(read('docs/embedding.md').includes(`<!-- snippet: tag -->\n${snippetText()}\n`)
      ? []
      : ['docs/embedding.md: its snippet "tag" is not that of README.md']),
    ...unlinked.map(tag => `README.md: has no link to the page of ${tag}`),
  ];
}

export const checkReadme = (read: Read = fromDisk): string[] => [
  ...Object.keys(documents).flatMap(file => faultsOfDrift(file, read(file), filled(file, read(file)))),
  ...Object.keys(limits).flatMap(file => faultsOfLength(file, read(file))),
  ...faultsOfReadme(read),
];

if (process.argv[1] === import.meta.filename)
  for (const file of Object.keys(documents)) writeFileSync(file, filled(file, fromDisk(file)));
