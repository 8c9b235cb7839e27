/**
 * `tools/build/new-element.ts NAME` makes the element `havn-NAME`: a panel with the helpline that works at once in
 * every language, with its contract and its test. No other file changes: the lists of elements come from the folders of
 * src/elements (tools/build/entries.ts). It prints what is left to do.
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

const leftToDo = `
havn-__name__ is there, and shows the helpline. To see it: put <havn-__name__></havn-__name__> into demo/gallery.html, and
  npm run generate && npm start
Then, by hand:
  src/elements/__name__/__name__.ts       what it is for, in the comment over the class
  src/elements/__name__/__name__.view.ts  your texts: msg('…', { id: '__camel__.title', desc: '…' }), then npm run generate
  tools/build/messages-in-reach.ts       if it reads facts of a new kind
  tools/build/entries.ts           if it loads chunks
  tools/build/frames.ts            the title of its page for frames, if it is not the name of the helpline
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
  execFileSync('node_modules/.bin/biome', ['check', '--write', ...files.map(([file]) => named(file))], {
    stdio: 'pipe',
  });
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
