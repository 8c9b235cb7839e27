/** `npm run havn -- validate FILE`: what the elements would refuse of a host's own services, with line and column. */
import { readFileSync } from 'node:fs';
import { loadDirectory, readOverlay } from 'havn-widgets/directory';
import { findNodeAtLocation, parseTree, printParseErrorCode } from 'jsonc-parser';
import { counted, fromCaller } from './command.js';
import { plain } from './plain.js';

export const usage = 'validate FILE';
export const summary =
  "Checks a host's own services: what would be left out, and where it stands in the file.";

/** @typedef {{offset: number, pointer: string, message: string}} Finding */

/** @param {string} text @param {number} offset */
function placeOf(text, offset) {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return `${lines.length}:${(lines[lines.length - 1] ?? '').length + 1}`;
}

/** The keys of a JSON pointer (RFC 6901). @param {string} pointer */
const keysOf = pointer =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));

/**
 * What is wrong, in the order of the file.
 * @param {string} text without a byte order mark
 * @param {readonly import('havn-widgets/directory').OverlayError[]} errors
 * @returns {Finding[]}
 */
function findingsIn(text, errors) {
  // A file that is too large or too deep is not looked into.
  if (errors[0]?.pointer === '' && errors[0].message !== 'is not JSON')
    return errors.map(error => ({ ...error, offset: 0 }));
  /** @type {import('jsonc-parser').ParseError[]} */
  const faults = [];
  const tree = parseTree(text, faults, { disallowComments: true });
  const [fault] = faults;
  if (fault) {
    const reason = printParseErrorCode(fault.error)
      .replace(/(?!^)[A-Z]/g, ' $&')
      .toLowerCase();
    return [{ pointer: '', message: `is not JSON: ${reason}`, offset: fault.offset }];
  }
  return errors
    .map(({ pointer, message }) => {
      const path = keysOf(pointer).map(key => (/^\d+$/.test(key) ? Number(key) : key));
      // What is missing stands nowhere: its record does.
      const places = [path, path.slice(0, -1)].map(place => tree && findNodeAtLocation(tree, place));
      return { pointer, message, offset: places.find(Boolean)?.offset ?? 0 };
    })
    .sort((one, other) => one.offset - other.offset);
}

/**
 * @param {string[]} words
 * @returns {number} 0: nothing to mend; 1: findings; 2: no such file
 */
export function run([file, ...others]) {
  if (!file || others.length) {
    console.error(`npm run havn -- ${usage}`);
    return 2;
  }
  const named = plain(file);
  let bytes;
  try {
    bytes = readFileSync(fromCaller(file));
  } catch (error) {
    console.error(`${named}: cannot be read: ${/** @type {NodeJS.ErrnoException} */ (error).code}`);
    return 2;
  }
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    console.log(`the file: is not in UTF-8: save it again with that encoding (${named}:1:1)`);
    return 1;
  }
  const { services, organizations, hidden, errors, refused } = readOverlay(text, loadDirectory());
  const body = text.replace(/^\ufeff/, '');
  for (const { offset, pointer, message } of findingsIn(body, errors))
    console.log(`${plain(pointer) || 'the file'}: ${plain(message)} (${named}:${placeOf(body, offset)})`);
  const shown = [
    counted(services.length, 'service'),
    `of ${counted(organizations.length, 'organisation')}`,
    ...(hidden.length ? [`with ${counted(hidden.length, 'national service')} hidden`] : []),
  ].join(' ');
  console.error(`${named}: ${shown}; ${errors.length ? `${refused} left out` : 'nothing is left out'}.`);
  return errors.length ? 1 : 0;
}
