/**
 * What the pictures of the documents show, as one hash a file: tools/docs/shown.json has what it was when they
 * were taken. Only what gives an element its form counts: its templates and styles, and the page of the municipality. Words,
 * numbers and comments do not, so that no editor of facts or translations has to take pictures anew.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const record = 'tools/docs/shown.json';

const shows = (file: string) =>
  /^src\/((base|elements|views)\/.*\.(view|styles)|views\/(icons|links)|styles\/.*)\.ts$/.test(file);

const comments = /\/\*.*?\*\//gs;
const text = /(?:html)?(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`)/.source;
const words = new RegExp(`(?<=\\bmsg\\(|\\bdesc:)${text}`, 'g');

/** @returns templates and rules, without types, comments, line breaks and the texts of messages */
const formOfCode = (code: string) =>
  transformSync(code, { loader: 'ts', minifyWhitespace: true, legalComments: 'none' })
    .code.replace(words, '')
    .replace(comments, '')
    .replace(/\s+/g, ' ');

/** @returns the tags and their classes */
const formOfPage = (text: string) => text.match(/<\/?[\w-]+|class="[^"]*"/g)?.join(' ') ?? '';

/** @param read gives the text of a file */
export function formsOf(read = (file: string) => readFileSync(file, 'utf8')): Record<string, string> {
  const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .map(file => join('src', file).replaceAll('\\', '/'))
    .filter(shows)
    .sort();
  const page = 'demo/partners/municipality';
  const forms = [
    ...code.map(file => [file, formOfCode(read(file))] as const),
    [`${page}/index.html`, formOfPage(read(`${page}/index.html`))] as const,
    [`${page}/style.css`, read(`${page}/style.css`).replace(comments, '')] as const,
  ];
  return Object.fromEntries(
    forms.map(([file, form]) => [file, createHash('sha256').update(form).digest('hex').slice(0, 16)]),
  );
}

export const recordForms = () => writeFileSync(record, `${JSON.stringify(formsOf(), null, 2)}\n`);

/** @returns each file that has another form than in the pictures */
export function faultsOfPictures(now = formsOf()): string[] {
  const then: Record<string, string> = JSON.parse(readFileSync(record, 'utf8'));
  const changed = Object.keys({ ...then, ...now }).filter(file => then[file] !== now[file]);
  return changed.map(
    file =>
      `docs/images is older than ${file}: npm run tool -- tools/pictures/screenshots.ts --docs, and look at the pictures`,
  );
}
