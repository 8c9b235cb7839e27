/** What people type, typed into the finder of the script that is shipped: the lexicon of each language has to be in it. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { bundledIn, judged, languages, qualityOf } from '../../tools/bench/quality.js';
import { openBrowser, pageOf, scriptTag } from '../../tools/test/harness.js';

const browser = await openBrowser();
after(() => browser.close());

/** Some of each language: the search itself is measured on all of them in test/unit/search-quality.test.ts. */
const some = judged.filter((_, index) => index % 10 === 0);

/** Runs in the page. @returns for each sentence, the names of the first three services that are shown */
async function typed(texts: string[]) {
  const root = document.querySelector('havn-service-finder')?.shadowRoot;
  const field = root?.querySelector('input');
  if (!root || !field) throw new Error('There is no field');
  const answers = [];
  for (const text of texts) {
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await document.querySelector('havn-service-finder')?.updateComplete;
    const names = [...root.querySelectorAll('.card .name')].map(name => name.textContent?.trim() ?? '');
    answers.push(names.slice(0, 3));
  }
  return answers;
}

test('in every language the finder understands what is typed as its readers type', async () => {
  const found = new Map<string, string[]>();
  for (const language of languages) {
    const { page, errors } = await browser.open(
      pageOf(`<havn-service-finder lang="${language}"></havn-service-finder>${scriptTag()}`),
    );
    await page.locator(`havn-service-finder [part=base][lang=${language}]`).waitFor();
    const own = some.filter(one => one.language === language);
    const answers = await page.evaluate(
      typed,
      own.map(({ text }) => text),
    );
    const ids = new Map(bundledIn(language).services.map(({ id, name }) => [name, id]));
    for (const [index, { text }] of own.entries())
      found.set(
        `${language} ${text}`,
        (answers[index] ?? []).map(name => ids.get(name) ?? name),
      );
    assert.deepEqual(errors, []);
    await page.close();
  }
  const { first, harm, failed } = qualityOf(
    ({ language, text }) => found.get(`${language} ${text}`) ?? [],
    some,
  );
  const faults = failed.map(({ language, text, found }) => `${language} "${text}": ${found}`).join('\n');
  assert.ok(first >= 0.92, `${(first * 100).toFixed(1)} %\n${faults}`);
  assert.equal(harm, 0, faults);
});
