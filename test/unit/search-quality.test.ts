/** Whether the search understands what people type: see tools/bench/quality.ts. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { indexDirectory, search } from 'havn-widgets/directory';
import { withDistractors } from '../../tools/bench/distractors.js';
import {
  bundledIn,
  heldOut,
  type Judged,
  judged,
  languages,
  type Quality,
  qualityOf,
} from '../../tools/bench/quality.js';
import { sure } from '../sure.js';

const faultsOf = ({ failed }: Quality) =>
  failed.map(({ language, text, found }) => `${language} "${text}": ${found}`).join('\n');

/** Searches each query only once, because it counts for its language and for the total. */
const answers: Map<Judged, string[]> = new Map();

function found(one: Judged) {
  const { text, language } = one;
  const answer =
    answers.get(one) ?? search(bundledIn(language), { text, limit: 3 }).services.map(({ id }) => id);
  answers.set(one, answer);
  return answer;
}

/** `queries`: the lexicons were made with them. `held-out`: written later, and no word was added for them. */
for (const [set, sentences] of [
  ['queries', judged],
  ['held-out', heldOut],
] as const)
  describe(`of what people type, ${set}`, () => {
    const all = qualityOf(found, sentences);

    test('92 of 100 have a right answer first, 97 among the first three', () => {
      assert.ok(all.first >= 0.92, `${(all.first * 100).toFixed(1)} %\n${faultsOf(all)}`);
      assert.ok(all.three >= 0.97, `${(all.three * 100).toFixed(1)} %\n${faultsOf(all)}`);
    });

    test('none has an answer first that would do harm', () => {
      assert.equal(all.harm, 0, faultsOf(all));
    });

    for (const language of languages)
      test(`85 of 100 in ${language} have a right answer first`, () => {
        const quality = qualityOf(
          found,
          sentences.filter(one => one.language === language),
        );
        assert.ok(quality.first >= 0.85, `${(quality.first * 100).toFixed(1)} %\n${faultsOf(quality)}`);
      });
  });

describe('of what people type, in a large directory', () => {
  test('as many have, among 10 000 services that are not meant', async () => {
    const others = ['en', 'nb', 'pl', 'uk', 'ar'] as const;
    const sources: Record<string, Awaited<ReturnType<typeof indexDirectory>>> = {};
    for (const language of others)
      sources[language] = await indexDirectory(withDistractors(bundledIn(language), 10_000, language));
    const quality = qualityOf(
      ({ text, language }) =>
        sure(sources[language])
          .search({ text, limit: 3 })
          .services.map(({ id }) => id),
      judged.filter(({ language }) => language in sources),
    );
    assert.ok(quality.first >= 0.85, `${(quality.first * 100).toFixed(1)} %\n${faultsOf(quality)}`);
    assert.equal(quality.harm, 0, faultsOf(quality));
  });
});

test('the judged queries are of nineteen languages, each with services that there are', () => {
  assert.equal(languages.length, 19);
  for (const { text, language, first, may, never } of [...judged, ...heldOut]) {
    assert.ok(first.length > 0, text);
    for (const id of [...first, ...may, ...never])
      assert.ok(
        bundledIn(language).services.some(service => service.id === id),
        `${text}: ${id}`,
      );
  }
});
