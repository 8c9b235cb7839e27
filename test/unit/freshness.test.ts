/** The files of a build do not mention how old a fact is, because they must stay true for years. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { mock, test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { sure } from '../sure.js';

const words = 'That was more than a year ago';

test('plain HTML does not say how old a fact is, whatever the clock of the build', async () => {
  const { sourceView } = await import('../../dist/npm/views/source.view.js');
  const { localize } = await import('../../dist/npm/locale/index.js');
  const { sources } = await import('../../dist/npm/directory/generated/sources.js');
  const { id, sections } = sure(sources[0]);
  mock.timers.enable({ apis: ['Date'], now: new Date('2099-01-01') });
  try {
    const view = sourceView({ document: id, section: sure(sections[0]).id }, localize('en'), {
      assuredDate: '2027-01-31',
    });
    const html = await collectResult(render(view));
    assert.match(html, /31 January 2027/);
    assert.ok(!html.includes(words));
  } finally {
    mock.timers.reset();
  }
});

test('no page of dist/html says it', () => {
  for (const name of readdirSync('dist/html'))
    assert.ok(!readFileSync(`dist/html/${name}`, 'utf8').includes(words));
});
