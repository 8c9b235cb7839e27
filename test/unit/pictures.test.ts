/** The pictures of the documents are older than a new form, and never older than new words. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { faultsOfPictures, formsOf } from '../../tools/docs/shown.js';
import { rosa } from '../rosa.js';

const view = 'src/elements/hotline-banner/hotline-banner.view.ts';
const page = 'demo/partners/municipality/index.html';

/** What is older after a change of one file. */
const olderAfter = (changed: string, change: (text: string) => string) =>
  faultsOfPictures(
    formsOf(file => {
      const text = readFileSync(file, 'utf8');
      if (file !== changed) return text;
      const next = change(text);
      assert.notEqual(next, text);
      return next;
    }),
  );

describe('pictures of the documents', () => {
  test('are older than a new template, style or page', () => {
    for (const [file, change] of [
      [view, text => text.replace('part="title"', 'part="title" hidden')],
      ['src/elements/hotline-banner/hotline-banner.styles.ts', text => text.replace(';', ';color:red;')],
      [page, text => text.replace('</main>', '<hr></main>')],
    ] as [string, (text: string) => string][])
      assert.match(olderAfter(file, change).join(), new RegExp(file));
  });

  test('are not older than another word, number or comment', () => {
    assert.deepEqual(
      [
        ...olderAfter(view, text => text.replace('Forced, threatened or', 'Threatened,\\n forced or “even”')),
        ...olderAfter(view, text => text.replace('at most 40', 'At most 30').replace('Headline', 'Title')),
        ...olderAfter(view, text => `/* new */\n${text}`),
        ...olderAfter(page, text => text.replaceAll(rosa.shown, '55 12 34 56').replace('<p>', '<p>Ny. ')),
      ],
      [],
    );
  });
});
