/** The check `readme`: generated parts match their sources, and the documents for newcomers stay short. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readDeclarations } from '../../tools/build/manifest.js';
import { checkReadme } from '../../tools/docs/readme.js';
import { documented } from '../../tools/test/documented.js';

const onDisk = (file: string) => readFileSync(file, 'utf8');

/** The faults that the check finds when one document is changed. */
function faultsWith(name: string, change: (text: string) => string) {
  assert.notEqual(change(onDisk(name)), onDisk(name), `nothing is changed in ${name}`);
  return checkReadme(file => (file === name ? change(onDisk(file)) : onDisk(file)));
}

describe('the documents that newcomers read', () => {
  test('are short, and say what their sources say', () => {
    assert.deepEqual(checkReadme(), []);
  });

  test('begin with the snippet of docs/embedding.md, before the first fifth is read', () => {
    const at = onDisk('README.md').indexOf(`\`\`\`html\n${documented('tag')}\n\`\`\``);
    assert.ok(at > 0 && at < 1800, `${at}`);
  });

  test('are refused when they grow too long', () => {
    const longer = (text: string) => `${text.trimEnd()}\n\n${'å'.repeat(4500)}\n`;
    assert.deepEqual(
      ['README.md', 'CONTRIBUTING.md'].map(file =>
        faultsWith(file, longer).map(fault => fault.replace(/\d{5} bytes/, 'N bytes')),
      ),
      [
        ['README.md: has N bytes, more than 9000: move what a newcomer does not need into docs/'],
        ['CONTRIBUTING.md: has N bytes, more than 8000: move what a newcomer does not need into docs/'],
      ],
    );
  });
});

describe('a generated part', () => {
  test('that has drifted is refused, with its line and the command', () => {
    for (const [file, pattern, changed] of [
      ['README.md', /(?<=crossorigin="anonymous") defer/, ''],
      ['docs/sizes.md', /(?<=`dist\/havn\.js` +\| )\d/, '9'],
      ['docs/languages/README.md', /(?<=\| `pl` +\| )Machine draft/, 'Human draft'],
    ] as [string, RegExp, string][]) {
      const [fault, ...others] = faultsWith(file, text => text.replace(pattern, changed));
      const line = onDisk(file).slice(0, onDisk(file).search(pattern)).split('\n').length;
      assert.equal(fault, `${file}:${line}: has drifted from its sources: npm run generate`);
      assert.deepEqual(others, []);
    }
  });

  test('whose markers are gone is refused', () => {
    assert.throws(
      () => faultsWith('docs/sizes.md', text => text.replace('<!-- generated: sizes -->', '')),
      /docs\/sizes\.md has no part for sizes/,
    );
  });
});

test('a snippet of docs/embedding.md that is not that of the README is refused', () => {
  assert.deepEqual(
    faultsWith('docs/embedding.md', text => text.replace('ROSAs hjelpetelefon', 'ROSA')),
    ['docs/embedding.md: its snippet "tag" is not that of README.md'],
  );
});

test('elements without a link in the README are refused', () => {
  assert.deepEqual(
    faultsWith('README.md', text => text.replaceAll('.en.md)', '.nb.md)')),
    readDeclarations().map(({ tagName }) => `README.md: has no link to the page of ${tagName}`),
  );
});
