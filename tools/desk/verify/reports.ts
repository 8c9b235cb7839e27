/** What was found, for people, for programs, and for the two kinds of reports that CI services show. */
import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import type { Log } from 'sarif';
import { counted } from '../command.js';
import { plain, plainJson } from '../plain.js';
import type { PageReport } from './page.js';
import { type Finding, isFault, type Level, type RuleId, rules } from './rules.js';

interface Report {
  /** of this checkout */
  version: string;
  /** when */
  checked: string;
  /** whether all that was asked for could be read */
  isComplete: boolean;
  /** on the whole */
  notes: string[];
  pages: PageReport[];
}

const countOf = (pages: PageReport[], level: Level) =>
  pages.flatMap(({ findings }) => findings).filter(finding => finding.level === level).length;

const placeInWords = ({ place }: Finding) => (place ? `${place.line}:${place.column}` : '-');

/** The same elements together: "hotline-banner (tag, nb) twice". */
function elementsInWords(elements: PageReport['elements']) {
  const names = elements.map(({ element, way, language }) => `${element} (${way}, ${language})`);
  return [...new Set(names)].map(name => {
    const count = names.filter(other => other === name).length;
    return count > 1 ? `${name} × ${count}` : name;
  });
}

function asText({ notes, pages }: Report) {
  const lines = pages.flatMap(({ url, elements, findings }) => [
    plain(url),
    ...elementsInWords(elements).map(text => `  ${plain(text)}`),
    ...findings.flatMap(finding => [
      `  ${finding.level.padEnd(7)} ${placeInWords(finding).padEnd(8)} ${finding.rule}: ${finding.message}`,
      ...(isFault(finding) ? [`${' '.repeat(19)}→ ${finding.remedy}`] : []),
    ]),
    '',
  ]);
  const sums = [
    counted(pages.length, 'page'),
    counted(countOf(pages, 'error'), 'error'),
    counted(countOf(pages, 'warning'), 'warning'),
    counted(countOf(pages, 'note'), 'note'),
  ];
  return `${[...lines, ...notes, sums.join(', ')].join('\n')}\n`;
}

const asJson = (report: Report) => `${plainJson(report)}\n`;

const ruleIds = Object.keys(rules) as RuleId[];

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
function asSarif({ version, checked, isComplete, notes, pages }: Report) {
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'havn verify',
            version,
            rules: ruleIds.map(id => ({
              id,
              shortDescription: { text: rules[id].summary },
              help: { text: rules[id].remedy },
              defaultConfiguration: { level: rules[id].level },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: isComplete,
            endTimeUtc: checked,
            toolExecutionNotifications: notes.map(text => ({ level: 'note', message: { text } })),
          },
        ],
        results: pages.flatMap(({ url, address = url, findings }) =>
          findings.map(({ rule, level, message, remedy, place }) => ({
            ruleId: rule,
            ruleIndex: ruleIds.indexOf(rule),
            level,
            message: { text: `${message} ${remedy}` },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: address },
                  ...(place && { region: { startLine: place.line, startColumn: place.column } }),
                },
              },
            ],
          })),
        ),
      },
    ],
  };
  return `${plainJson(log)}\n`;
}

/** What XML cannot hold, not even escaped. */
const forXml = (text: string) => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd');

/** JUnit: a suite for each page, a test for each rule that it breaks, one for that it can be read. */
function asJunit({ checked, pages }: Report) {
  const document = new DOMImplementation().createDocument(null, 'testsuites', null);
  const add = (parent: Node, name: string, attributes: Record<string, string | number>, text?: string) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, forXml(String(value)));
    if (text) element.appendChild(document.createTextNode(forXml(text)));
    parent.appendChild(element);
    return element;
  };
  const faultsOf = ({ findings }: PageReport) => findings.filter(isFault);
  const all = pages.map(page => ({ page, rules: [...new Set(faultsOf(page).map(({ rule }) => rule))] }));
  const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
  const root = document.documentElement;
  root.setAttribute('name', 'havn verify');
  root.setAttribute('tests', String(sum(all.map(({ rules: broken }) => broken.length || 1))));
  root.setAttribute('failures', String(sum(all.map(({ rules: broken }) => broken.length))));
  for (const { page, rules: broken } of all) {
    const suite = add(root, 'testsuite', {
      name: page.url,
      tests: broken.length || 1,
      failures: broken.length,
      errors: 0,
      timestamp: checked.replace(/\.\d+Z$/, ''),
    });
    if (!broken.length) add(suite, 'testcase', { classname: page.url, name: 'everything is right' });
    for (const rule of broken) {
      const findings = faultsOf(page).filter(finding => finding.rule === rule);
      const test = add(suite, 'testcase', { classname: page.url, name: rule });
      const text = findings.map(
        finding => `${placeInWords(finding)} ${finding.message}\n→ ${finding.remedy}`,
      );
      const [first] = findings;
      if (first) add(test, 'failure', { message: first.message, type: first.level }, text.join('\n'));
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

export const formats = {
  text: asText,
  json: asJson,
  sarif: asSarif,
  junit: asJunit,
} satisfies Record<string, (report: Report) => string>;

export const isFormat = (name: string): name is keyof typeof formats => Object.hasOwn(formats, name);
