/** What was found, for people, for programs, and for the two kinds of reports that CI services show. */

import { DOMImplementation, XMLSerializer } from '@xmldom/xmldom';
import { counted } from '../command.js';
import { plain, plainJson } from '../plain.js';
import { isFault, rules } from './rules.js';

/** @typedef {import('./rules.js').Finding} Finding */
/** @typedef {import('./page.js').PageReport} PageReport */

/**
 * @typedef {object} Report
 * @property {string} version of this checkout
 * @property {string} checked when
 * @property {string[]} notes on the whole
 * @property {PageReport[]} pages
 */

/** @param {PageReport[]} pages @param {import('./rules.js').Level} level */
const countOf = (pages, level) =>
  pages.flatMap(({ findings }) => findings).filter(finding => finding.level === level).length;

/** @param {Finding} finding */
const placeInWords = ({ place }) => (place ? `${place.line}:${place.column}` : '-');

/** The same elements together: "hotline-banner (tag, nb) twice". @param {PageReport['elements']} elements */
function elementsInWords(elements) {
  const names = elements.map(({ element, way, language }) => `${element} (${way}, ${language})`);
  return [...new Set(names)].map(name => {
    const count = names.filter(other => other === name).length;
    return count > 1 ? `${name} × ${count}` : name;
  });
}

/** @param {Report} report */
export function asText({ notes, pages }) {
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

/** @param {Report} report */
export const asJson = report => `${plainJson(report)}\n`;

const ruleIds = /** @type {import('./rules.js').RuleId[]} */ (Object.keys(rules));

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/ @param {Report} report */
export function asSarif({ version, checked, notes, pages }) {
  /** @type {import('sarif').Log} */
  const log = {
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
            executionSuccessful: pages.every(({ isRead }) => isRead),
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

/** What XML cannot hold, not even escaped. @param {string} text */
const forXml = text => text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, '\ufffd');

/** JUnit: a suite for each page, a test for each rule that it breaks, one for that it can be read. @param {Report} report */
export function asJunit({ checked, pages }) {
  const document = new DOMImplementation().createDocument(null, 'testsuites', null);
  /** @param {Node} parent @param {string} name @param {Record<string, string | number>} attributes @param {string} [text] */
  const add = (parent, name, attributes, text) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, forXml(String(value)));
    if (text) element.appendChild(document.createTextNode(forXml(text)));
    parent.appendChild(element);
    return element;
  };
  const faultsOf = (/** @type {PageReport} */ { findings }) => findings.filter(isFault);
  const all = pages.map(page => ({ page, rules: [...new Set(faultsOf(page).map(({ rule }) => rule))] }));
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((one, other) => one + other, 0);
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
      add(test, 'failure', { message: findings[0].message, type: findings[0].level }, text.join('\n'));
    }
  }
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(document)}\n`;
}

/** @type {Record<string, (report: Report) => string>} */
export const formats = { text: asText, json: asJson, sarif: asSarif, junit: asJunit };
