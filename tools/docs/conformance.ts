/**
 * Writes what buyers ask for: the accessibility conformance report and a text for the Norwegian statement, both from
 * tools/docs/criteria.json, where each result names the tests that show it. They are pages of the documentation site
 * (tools/docs/made.ts), and `npm run release` writes them into .build/release. The date is that of the version in CHANGELOG.md: no clock.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { table } from '../build/markdown.js';
import { sectionOf } from './changelog.js';

/** What shows a result: a test, by its title (`…` stands for what a template fills in), or that no person has looked. */
type Evidence = { file: string; test: string } | { manual: string };
type Result = 'Supports' | 'Partially supports' | 'Does not support' | 'Not applicable';
interface Words {
  en: string;
  nb: string;
}
/** whom Norwegian law binds to it */
type Norway = 'private and public' | 'public' | 'public, since 2024' | 'neither';
interface Criterion {
  en: string;
  wcag: string;
  level: 'A' | 'AA';
  name: Words;
  norway: Norway;
  result: Result;
  remark: Words;
  evidence: Evidence[];
}
interface Clause {
  en: string;
  name: string;
  result: Result;
  remark: string;
  evidence: Evidence[];
}
interface Chapter {
  chapter: string;
  name: string;
  clauses: Clause[];
}
interface Source {
  for: string;
  title: Words;
  address: string;
  note?: string;
}
interface Conformance {
  sources: Source[];
  criteria: Criterion[];
  chapters: Chapter[];
}
export interface Inputs {
  conformance: Conformance;
  version: string;
  description: string;
  changelog: string;
}
/** a file, or nothing where there is none */
type Read = (file: string) => string | undefined;

const data = 'tools/docs/criteria.json';
const report = 'docs/accessibility-conformance.md';
const statement = 'docs/accessibility-statement.nb.md';
/** What is not met, in words: written by hand. */
const summary = 'docs/accessibility.md';

/** The criteria of WCAG 2.1 on level A and AA, which chapter 9 of EN 301 549 takes up, each as 9 and its number. */
const wcag21 =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.3.1 3.3.2 3.3.3 3.3.4 4.1.1 4.1.2 4.1.3'.split(
    ' ',
  );

/** Of the other chapters. */
const clauses =
  '4.2.1 4.2.2 4.2.3 4.2.4 4.2.5 4.2.6 4.2.7 4.2.8 4.2.9 4.2.10 4.2.11 5.1 5.2 5.3 5.4 5.5.1 5.5.2 5.6.1 5.6.2 5.7 5.8 5.9 6 7 8 9.6 10 11 12.1.1 12.1.2 12.2.2 12.2.3 12.2.4 13'.split(
    ' ',
  );

const resultsInBokmål: Record<Result, string> = {
  Supports: 'Oppfylt',
  'Partially supports': 'Delvis oppfylt',
  'Does not support': 'Ikke oppfylt',
  'Not applicable': 'Ikke relevant',
};

const readIfThere: Read = file => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

export function readInputs(): Inputs {
  const { version, description } = JSON.parse(readFileSync('package.json', 'utf8'));
  return {
    conformance: JSON.parse(readFileSync(data, 'utf8')),
    version,
    description,
    changelog: readFileSync('CHANGELOG.md', 'utf8'),
  };
}

/** The 47 that a statement counts without 1.2.5. */
const isOf47 = ({ norway }: Criterion) => norway === 'private and public' || norway === 'public';

const link = (evidence: Evidence) =>
  'manual' in evidence ? evidence.manual : `[“${evidence.test}”](../${evidence.file})`;

/** Remark and evidence in one cell. */
const remarks = (remark: string, evidence: Evidence[]) => [remark, ...evidence.map(link)].join('<br>');

const criterionRow = ({ en, wcag, level, name, result, remark, evidence }: Criterion) => [
  `${wcag} ${name.en} (Level ${level}), EN ${en}`,
  result,
  remarks(remark.en, evidence),
];

const columns = ['Criteria', 'Conformance level', 'Remarks and explanations'];

const criteriaTable = (criteria: Criterion[], level: string) =>
  table(columns, criteria.filter(criterion => criterion.level === level).map(criterionRow));

const chapterText = ({ chapter, name, clauses }: Chapter) =>
  `### Chapter ${chapter}: ${name}

${chapter === '9' ? 'Clauses 9.1 to 9.4 are the tables above.\n\n' : ''}${table(
  columns,
  clauses.map(({ en, name, result, remark, evidence }) => [
    `${en} ${name}`,
    result,
    remarks(remark, evidence),
  ]),
)}`;

function reportText({
  conformance: { criteria, chapters, sources },
  version,
  description,
  changelog,
}: Inputs) {
  const day = sectionOf(changelog, version)?.day;
  const results = [...criteria, ...chapters.flatMap(({ clauses }) => clauses)];
  const partly = results
    .filter(({ result }) => result === 'Partially supports' || result === 'Does not support')
    .map(({ en }) => en);
  return `# Havn: accessibility conformance report

EN 301 549 edition, with the headings of VPAT® 2.5 EU. It is shorter than the form of ITI, and is not filled in on it. VPAT is a service mark of the Information Technology Industry Council.

## Name of product and version

Havn (\`havn-widgets\`) ${version}

## Report date

${day ?? `None yet: version ${version} is not released. The date will be that of the version in CHANGELOG.md.`}

## Product description

${description}

## Contact information

Where to ask and to report: [support.md](support.md).

## Notes

- A result is of the elements alone. The page that holds them has duties of its own: its title, its language, its h1, what else stands on it, and the contrast of colours that it sets itself (\`--havn-text\`, \`--havn-surface\`, \`--havn-tint\`, \`--havn-border\`).
- **No person has tested with a screen reader.** No test by a person with other assistive technology, and none by a reader with a disability, is on record. Nobody outside the project has checked this report.
- Not met in full: ${partly.join(', ') || 'none'}.
- Where the last line of a remark says “not checked by a person yet”, no test shows all of it, and the result is what the sources say.
- The translations were drafted by a machine, and no native speaker has reviewed any. Tests of language see that a text is there and how it is marked, not that it is right.

## Evaluation methods used

- Tests (\`npm test\` and \`npm run test:browsers\`): every element in every state with axe-core, in light and dark, and by hand-written tests what axe cannot see: order and sight of the focus, reflow at 320 pixels, text of 200 %, text spacing, size of targets, names, status messages. A title that is quoted is a link to the file of the test; \`…\` stands for what varies.
- In Chromium, Firefox ESR and WebKitGTK on Linux; a file in \`test/elements\`, \`test/pages/every-engine\` and \`test/pages/long\` runs in all three, others in Chromium or without a browser. Safari, Edge, and browsers on telephones: not checked.
- The screen reader Orca 48 in Firefox ESR on Linux, run by a program (\`npm run test:heard\`): what it says of each element when the page opens, from heading to heading, from link to link and with Tab, in English, bokmål and Arabic, stands in \`test/heard\`, last recorded on 30 November 2026. It is compared by hand before a release, not in each run of the tests.
- Forced colours and less motion are tested in Chromium alone.
- \`npm run check\` fails where a test that is named here is no longer there. It cannot tell whether a test shows all of a criterion: that is a judgement.

## Applicable standards and guidelines

| Standard | Included |
| --- | --- |
| [WCAG 2.1](https://www.w3.org/TR/WCAG21/) | Level A and AA; AAA is not reported |
| [EN 301 549 V3.2.1 (2021-03)](https://www.etsi.org/deliver/etsi_en/301500_301599/301549/03.02.01_60/en_301549v030201p.pdf) | chapters 4 to 13, some as one line |

## Terms

- **Supports**: at least one method meets the criterion, and no fault is known.
- **Partially supports**: some of it does not meet the criterion, or it is not shown that it does.
- **Does not support**: most of it does not meet the criterion.
- **Not applicable**: there is nothing that the criterion speaks of, or it speaks of the page.

## WCAG 2.1 report

### Table 1: Level A

${criteriaTable(criteria, 'A')}

### Table 2: Level AA

${criteriaTable(criteria, 'AA')}

## EN 301 549 report

${chapters.map(chapterText).join('\n\n')}

## Sources

${sources.map(({ for: what, title, address, note }) => `- For ${what}: [${title.en}](${address}).${note ? ` ${note}` : ''}`).join('\n')}
`;
}

/** The files that show a result, in bokmål. */
function shownBy(evidence: Evidence[]) {
  const files = new Set(evidence.flatMap(item => ('file' in item ? item.file : [])));
  const links = [...files].map(file => `[${file.split('/').pop()?.replace('.test.ts', '')}](../${file})`);
  const isUnchecked = evidence.some(item => 'manual' in item);
  return [...links, ...(isUnchecked ? ['ikke kontrollert av en person'] : [])].join(', ');
}

const statementRow = ({ wcag, level, name, result, remark, evidence }: Criterion) => [
  `${wcag} ${name.nb} (${level})`,
  resultsInBokmål[result],
  remark.nb,
  shownBy(evidence),
];

function statementText({ conformance: { criteria, sources }, version, changelog }: Inputs) {
  const heads = ['Krav', 'Vurdering', 'Merknad', 'Vist av'];
  const of47 = criteria.filter(isOf47);
  const ofPrivate = of47.filter(({ norway }) => norway === 'private and public').length;
  const later = criteria.filter(({ norway }) => norway === 'public, since 2024');
  const faults = [...of47, ...later].filter(
    ({ result }) => result === 'Partially supports' || result === 'Does not support',
  );
  const day = sectionOf(changelog, version)?.day;
  return `# Til tilgjengelighetserklæringen din

For deg som har Havn på siden din og skal fylle ut erklæringen på uustatus.no. Her står hva som gjelder for elementene i Havn ${version}${day ? ` (${day})` : ', som ikke er utgitt ennå'}. Resten av siden må du vurdere selv. Ingen som har norsk som morsmål, har lest korrektur på denne siden.

## Tekst du kan kopiere

> Deler av siden kommer fra Havn ${version}, som viser hjelpetilbud for ofre for menneskehandel. Prosjektet bak Havn tester elementene med automatiske tester i tre nettlesermotorer, og oppgir ${faults.length ? `disse bruddene: ${faults.map(({ wcag, name }) => `${wcag} ${name.nb}`).join('; ')}` : 'ingen kjente brudd'}. Ingen person har testet med skjermleser.

## Kjente brudd

${faults.map(({ wcag, name, remark }) => `- **${wcag} ${name.nb}:** ${remark.nb}`).join('\n') || 'Ingen.'}

«Delvis oppfylt» er et brudd i erklæringen bare hvis du bruker det merknaden nevner.

## Dette må du kontrollere selv

- Tittelen og språket på siden, og en \`h1\` over elementene: overskriftene deres begynner på \`h2\`.
- Kontrasten, hvis du setter \`--havn-text\`, \`--havn-surface\`, \`--havn-tint\` eller \`--havn-border\`.
- \`title\` på rammen, hvis du bruker \`iframe\`.
- Siden med skjermleser: det har ingen person gjort med Havn.

## De 47 kravene

Privat sektor skal følge ${ofPrivate} av dem; de ${of47.length - ofPrivate} andre gjelder offentlig sektor.

${table(heads, of47.map(statementRow))}

For videoer som offentlig sektor har publisert fra 1. februar 2024, gjelder ett krav til, og da er det 48:

${table(heads, later.map(statementRow))}

## Kilder

${sources.map(({ title, address }) => `- [${title.nb}](${address})`).join('\n')}
`;
}

export const documentsOf = (inputs: Inputs = readInputs()): Record<string, string> => ({
  [report]: reportText(inputs),
  [statement]: statementText(inputs),
});

/** The titles of the tests and suites of a file that are not left out, with … for what a template fills in. */
export function titlesOf(source: string): Set<string> {
  const code = source.replace(/^\s*\/\/.*$/gm, '').replace(/^\s*\/\*[\s\S]*?\*\//gm, '');
  const calls =
    /\b(?:describe|suite|test(?:Once|InTurn)?|it)\(\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
  return new Set(
    [...code.matchAll(calls)].map(([, single, double, template = '']) =>
      (single ?? double ?? template.replace(/\$\{[^}]*\}/g, '…')).replace(/\\(.)/g, '$1'),
    ),
  );
}

const faultsOfList = (expected: string[], found: string[], what: string) => [
  ...expected
    .filter(number => !found.includes(number))
    .map(number => `${data}: ${what} ${number} is missing`),
  ...found
    .filter((number, index) => found.indexOf(number) !== index)
    .map(number => `${data}: ${what} ${number} stands twice`),
  ...found
    .filter(number => !expected.includes(number))
    .map(number => `${data}: ${what} ${number} is not known`),
];

function faultsOfEvidence({ en, result, evidence }: Criterion | Clause, read: Read): string[] {
  if (!Object.hasOwn(resultsInBokmål, result)) return [`${data}: ${en}: "${result}" is no result`];
  if (!evidence.length && result !== 'Not applicable') return [`${data}: ${en}: nothing shows its result`];
  return evidence.flatMap(item => {
    if ('manual' in item) return [];
    const source = read(item.file);
    if (source === undefined) return [`${data}: ${en}: there is no ${item.file}`];
    return titlesOf(source).has(item.test) ? [] : [`${data}: ${en}: ${item.file} has no test “${item.test}”`];
  });
}

/** What is wrong with the data, in words. */
export function faultsOfConformance(inputs: Inputs = readInputs(), read: Read = readIfThere): string[] {
  const { criteria, chapters } = inputs.conformance;
  const others = chapters.flatMap(({ clauses }) => clauses);
  const faults = [
    ...faultsOfList(
      wcag21,
      criteria.map(({ wcag }) => wcag),
      'criterion',
    ),
    ...faultsOfList(
      clauses,
      others.map(({ en }) => en),
      'clause',
    ),
    ...criteria
      .filter(({ en, wcag }) => en !== `9.${wcag}`)
      .map(({ en, wcag }) => `${data}: ${en} is not WCAG ${wcag}`),
    ...[...criteria, ...others].flatMap(item => faultsOfEvidence(item, read)),
  ];
  const count = criteria.filter(isOf47).length;
  if (count !== 47) faults.push(`${data}: ${count} criteria hold for the Norwegian statement, not 47`);
  const known = read(summary) ?? '';
  for (const item of [...criteria, ...others]) {
    const number = 'wcag' in item ? item.wcag : item.en;
    const isMet = item.result === 'Supports' || item.result === 'Not applicable';
    if (!isMet && !known.includes(number))
      faults.push(`${summary} does not name ${number}, which is not met`);
  }
  return faults;
}

/** A document that lies alone, with no other beside it: its links within the project become paths. */
const alone = (text: string) => text.replace(/\[([^\]]*)\]\((?:\.\.\/)?((?![a-z]+:)[^)]*)\)/g, '$1 ($2)');

if (process.argv[1] === import.meta.filename) {
  mkdirSync('.build/release', { recursive: true });
  for (const [file, text] of Object.entries(documentsOf())) {
    const path = `.build/release/${basename(file)}`;
    writeFileSync(path, alone(text));
    console.log(path);
  }
}
