/** `npm run havn -- validate FILE`: what the elements would refuse of a host's own services, with line and column. */
import { readFileSync } from 'node:fs';
import { loadDirectory, type OverlayError, readOverlay } from 'havn-widgets/directory';
import {
  findNodeAtLocation,
  getNodeValue,
  type Node,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { checkedFile, fromCaller, Misused, mostFindings, readWords } from './command.js';
import { placesIn } from './places.js';
import { plain } from './plain.js';
import { usages } from './usage.js';
import { hintsIn, meant } from './validate-hints.js';
import { frameIn, inLanguage, languages, summaryIn } from './validate-words.js';

export { placesIn };

/** `whose`: the name of the service */
interface Finding {
  offset: number;
  pointer: string;
  message: string;
  found?: string;
  whose?: string;
}

/** More than `readOverlay` takes at once. */
const mostBytes = 1_000_000;

/** The tree of a text, or `undefined` where it nests so deep that no parser takes it, as brackets in a row do. */
function treeOf(text: string, faults: ParseError[]) {
  try {
    return parseTree(text, faults, { disallowComments: true });
  } catch {
    return undefined;
  }
}

/** Keys that stand twice in one object, of which JSON takes the last. */
function doublesIn(node: Node | undefined, pointer: string = ''): Finding[] {
  const seen: Map<string, number> = new Map();
  return (node?.children ?? []).flatMap((child, index) => {
    if (child.type !== 'property') return doublesIn(child, `${pointer}/${index}`);
    const [name, value] = child.children ?? [];
    if (!name) return [];
    const { value: key, offset } = name;
    const at = `${pointer}/${String(key).replace(/~/g, '~0').replace(/\//g, '~1')}`;
    const isDouble = seen.has(key);
    seen.set(key, offset);
    return [
      ...(isDouble ? [{ pointer: at, message: 'stands twice: only the last one counts', offset }] : []),
      ...doublesIn(value, at),
    ];
  });
}

/** The keys of a JSON pointer (RFC 6901). */
const keysOf = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map(key => key.replace(/~1/g, '/').replace(/~0/g, '~'));

/**
 * What is wrong, in the order of the file.
 * @param text without a byte order mark
 */
export function findingsIn(text: string, errors: readonly OverlayError[]): Finding[] {
  // A file that is too large or too deep is not looked into.
  if (errors[0]?.pointer === '' && errors[0].message !== 'is not JSON')
    return errors.map(error => ({ ...error, offset: 0 }));
  const faults: ParseError[] = [];
  const tree = treeOf(text, faults);
  if (!tree && !faults.length) return [{ pointer: '', message: 'is not JSON', offset: 0 }];
  const [fault] = faults;
  if (fault) {
    const reason = printParseErrorCode(fault.error)
      .replace(/(?!^)[A-Z]/g, ' $&')
      .toLowerCase();
    return [{ pointer: '', message: `is not JSON: ${reason}`, offset: fault.offset }];
  }
  const nodeAt = (path: (string | number)[]) => tree && findNodeAtLocation(tree, path);
  const hints = hintsIn(tree && getNodeValue(tree));
  // What is refused is said once.
  const others = hints.filter(({ pointer }) => !errors.some(error => error.pointer === pointer));
  const found = [...errors, ...others].slice(0, mostFindings).map(({ pointer, message }) => {
    const path = keysOf(pointer).map(key => (/^\d+$/.test(key) ? Number(key) : key));
    const node = nodeAt(path);
    const value = node && getNodeValue(node);
    const name = nodeAt([...path.slice(0, 2), 'name']);
    const [, words = ''] = /^has to be one of: (.*)$/s.exec(message) ?? [];
    const likely = typeof value === 'string' && words && meant(value, words.split(', '));
    return {
      pointer,
      message: likely ? `${message}: did you mean "${likely}"?` : message,
      // What is missing stands nowhere: its record does.
      offset: (node ?? nodeAt(path.slice(0, -1)))?.offset ?? 0,
      ...(['string', 'number', 'boolean'].includes(typeof value) && { found: JSON.stringify(value) }),
      ...(path.length > 2 && typeof name?.value === 'string' && { whose: name.value }),
    };
  });
  return [...found, ...doublesIn(tree)]
    .slice(0, mostFindings)
    .sort((one, other) => one.offset - other.offset);
}

function read(words: string[]) {
  const { values, positionals } = readWords(words, usages.validate);
  const language = String(values.lang);
  if (!languages.includes(language)) throw new Misused(`--lang is one of: ${languages.join(', ')}`);
  const [file] = positionals;
  if (file === undefined) throw new Misused('Name one file.');
  return { file, language };
}

/** @returns 0: nothing to mend; 1: findings; 2: no such file */
export function run(words: string[]): number {
  const { file, language } = read(words);
  const frame = frameIn(language);
  const named = plain(file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(checkedFile(fromCaller(file), mostBytes));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    console.error(`${named}: cannot be read: ${code ?? message}`);
    return 2;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const message = inLanguage('is not in UTF-8: save it again with that encoding', language);
    console.log(`${frame.file}: ${message} (${named}:1:1)`);
    return 1;
  }
  const { services, organizations, hidden, errors, refused } = readOverlay(text, loadDirectory());
  const body = text.replace(/^\ufeff/, '');
  const findings = findingsIn(body, errors);
  const placeOf = placesIn(body);
  for (const { offset, pointer, message, found, whose } of findings) {
    const about = [
      found && `${frame.found} ${plain(found, 80)}`,
      whose && `${frame.in} "${plain(whose, 80)}"`,
    ];
    const words = [inLanguage(message, language), about.filter(Boolean).join(', ')]
      .filter(Boolean)
      .join('; ');
    const { line, column } = placeOf(offset);
    console.log(`${plain(pointer) || frame.file}: ${plain(words)} (${named}:${line}:${column})`);
  }
  const counts = {
    services: services.length,
    organizations: organizations.length,
    hidden: hidden.length,
    leftOut: refused,
    findings: findings.length,
  };
  console.error(`${named}: ${summaryIn(language, counts)}`);
  return findings.length ? 1 : 0;
}
