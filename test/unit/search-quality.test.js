/** Whether the search finds what people look for: see test/bench/quality.js. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexDirectory, search } from 'havn-widgets/directory';
import { withDistractors } from '../bench/distractors.js';
import { bundled, judged, languages, successAt3 } from '../bench/quality.js';

/** @param {ReturnType<typeof successAt3>} result @param {number} least */
function assertSuccess({ success, failed }, least) {
  const faults = failed.map(({ language, query, found }) => `${language} "${query}": ${found}`);
  assert.ok(success >= least, `${(success * 100).toFixed(1)} %\n${faults.join('\n')}`);
}

describe('a right answer is among the first three', () => {
  test('for 95 of 100 queries, in the bundled services', () => {
    assertSuccess(
      successAt3(({ query: text, language, audience }) =>
        search(bundled[language], { text, limit: 3, ...(audience && { audience }) }).services.map(
          ({ id }) => id,
        ),
      ),
      0.95,
    );
  });

  test('for 90 of 100 queries, among 10 000 services that are not meant', async () => {
    /** @type {Record<string, Awaited<ReturnType<typeof indexDirectory>>>} */
    const sources = {};
    for (const language of languages)
      sources[language] = await indexDirectory(withDistractors(bundled[language], 10_000, language));
    assertSuccess(
      successAt3(({ query: text, language, audience }) =>
        sources[language]
          .search({ text, limit: 3, ...(audience && { audience }) })
          .services.map(({ id }) => id),
      ),
      0.9,
    );
  });
});

test('the judged queries are 120 in five languages, each with services that there are', () => {
  assert.equal(judged.length, 120);
  assert.equal(new Set(judged.map(({ language, query }) => `${language} ${query}`)).size, 120);
  assert.equal(languages.length, 5);
  for (const { query, language, services } of judged) {
    assert.ok(services.length > 0, query);
    for (const id of services)
      assert.ok(
        bundled[language].services.some(service => service.id === id),
        id,
      );
  }
});
