/**
 * `tools/build/new-element.ts NAME` makes the element `havn-NAME`: a panel with the helpline that works at once in
 * every language, with its contract and its test. It adds the element to the lists of elements, and prints what is left
 * to do.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The new files, each with its template in tools/build/new-element. */
const files: [file: string, template: string][] = [
  ['src/elements/__name__/__name__.ts', 'element.txt'],
  ['src/elements/__name__/__name__.view.ts', 'view.txt'],
  ['src/elements/__name__/__name__.styles.ts', 'styles.txt'],
  ['src/elements/__name__/__name__.static.ts', 'static.txt'],
  ['test/elements/__name__.test.ts', 'test.txt'],
];

/** The lists of elements: the file, the text before which the new line goes, and the line. */
const lists: [file: string, before: RegExp, line: string][] = [
  [
    'src/index.ts',
    /^export \{ HotlineBanner/m,
    "export { __Class__ } from './elements/__name__/__name__.js';",
  ],
  ['src/embed/all.ts', /^import \{ fill/m, "import { __Class__ } from '../elements/__name__/__name__.js';"],
  ['src/embed/all.ts', /^\];/m, '__Class__,'],
  ['tools/build/entries.ts', /^ {2}element\('hotline-banner'/m, "element('__name__', '__Class__'),"],
  ['src/styles/brand.css', /^ {4}\.havn$/m, 'havn-__name__,'],
  ['tools/build/frames.ts', /^\}\);/m, "'__name__': 'service.rosa-helpline.name',"],
  ['tools/pictures/contact-sheets.ts', /^ {2}<havn-quick-exit>/m, '  <havn-__name__></havn-__name__>'],
  ['tools/pictures/real-hosts.ts', /^ {2}tag\('quick-exit'/m, "tag('__name__'),"],
  ['tools/bench/loading-pages.ts', /^ {2}withFallback\('quick-exit'/m, "withFallback('__name__'),"],
  [
    'test/elements/every-element.ts',
    /^ {2}\['quick exit', /m,
    "['__name__', '<havn-__name__></havn-__name__>'],",
  ],
  ['test/elements/every-element.ts', /^ {2}'<havn-quick-exit>/m, "'<havn-__name__></havn-__name__>',"],
  ['test/pages/all-elements.ts', /^ {2}<havn-quick-exit>/m, '  <havn-__name__></havn-__name__>'],
  [
    'test/pages/long/accessibility.test.ts',
    /^ {2}'quick exit': /m,
    "'__name__': '<havn-__name__></havn-__name__>',",
  ],
];

const leftToDo = `
havn-__name__ is there, and shows the helpline. To see it: put <havn-__name__></havn-__name__> into demo/index.html, and
  npm run generate && npm start
Then, by hand:
  src/elements/__name__/__name__.ts       what it is for, in the comment over the class
  src/elements/__name__/__name__.view.ts  your texts: msg('…', { id: '__camel__.title', desc: '…' }), then npm run generate
  tools/build/messages-in-reach.ts       if it reads facts of a new kind
  test/elements/__name__.test.ts   what it promises
  test/pages/heap.test.ts          how many elements it may make
  demo/builder/words.ts            its name, in each language of the builder
  docs/elements/__name__.en.md and .nb.md: its page; in README.md its line in the table of elements
  docs/screenshots.md              its pictures: npm run tool -- tools/pictures/screenshots.ts --docs
  CHANGELOG.md                     what people can do now
And last: npm run generate && npm test && npm run check`;

/** @param name lower-case letters and hyphens */
export function makeElement(name: string) {
  if (!/^[a-z]+(-[a-z]+)*$/.test(name)) throw new Error(`"${name}" is no name: small letters and hyphens`);
  if (existsSync(`src/elements/${name}`)) throw new Error(`src/elements/${name} is there already`);
  const camel = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
  const Class = camel.replace(/^./, letter => letter.toUpperCase());
  const named = (text: string) =>
    text.replaceAll('__name__', name).replaceAll('__camel__', camel).replaceAll('__Class__', Class);

  mkdirSync(`src/elements/${name}`);
  for (const [file, template] of files)
    writeFileSync(
      named(file),
      named(readFileSync(join(import.meta.dirname, 'new-element', template), 'utf8')),
    );
  for (const [file, before, line] of lists) {
    const text = readFileSync(file, 'utf8');
    if (!before.test(text)) throw new Error(`${file} has no ${before}: enter ${named(line)} by hand`);
    writeFileSync(
      file,
      text.replace(before, found => `${named(line)}\n${found}`),
    );
  }
  const changed = [...files, ...lists].map(([file]) => named(file));
  execFileSync('node_modules/.bin/biome', ['check', '--write', ...changed], { stdio: 'pipe' });
  console.log(named(leftToDo));
}

if (process.argv[1] === import.meta.filename) {
  try {
    makeElement(process.argv[2] ?? '');
  } catch (error) {
    console.error(`npm run tool -- tools/build/new-element.ts NAME: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
