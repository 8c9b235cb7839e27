/** TinyMCE 8, self-hosted: what a user gets back who pastes into its source view and saves. */
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { documented } from '../../tools/test/documented.js';
import { pageOf } from '../../tools/test/harness.js';
import { type Setup, testFilter } from './filter-tests.js';
import { paste, served } from './served.js';
import { onServer, snippet } from './ways.js';

const folder = 'tinymce';
const files = readdirSync(new URL(`../../node_modules/${folder}`, import.meta.url), { recursive: true })
  .map(String)
  .filter(file => /\.min\.(?:js|css)$/.test(file));

/** @param code that starts the editor */
const editing =
  (code: (origin: string) => string): Setup =>
  async browser => {
    served(browser, folder, files);
    const { page } = await browser.open(
      pageOf('<form><textarea></textarea></form><script src="/tinymce/tinymce.min.js"></script>'),
      { path: '/tinymce.html' },
    );
    await page.evaluate(`${code(browser.origin).replace(/;$/, '')}.then(() => {})`);
    return async html => {
      await page.getByRole('button', { name: 'Source code' }).click();
      const dialog = page.getByRole('dialog');
      await paste(dialog.getByRole('textbox'), html);
      await dialog.getByRole('button', { name: 'Save' }).click();
      // What the form around it sends.
      return page.evaluate(`tinymce.triggerSave(); document.querySelector('textarea').value`);
    };
  };

const usual = `tinymce.init({ selector: 'textarea', license_key: 'gpl', plugins: 'code', toolbar: 'code' })`;

testFilter(
  'TinyMCE 8',
  'filter-tinymce',
  editing(() => usual),
  get => {
    test('forbids the frame everything, scripts too', async () => {
      const { browser, filter } = get();
      assert.match(await filter(snippet('frame', browser.origin)), /<iframe [^>]*sandbox=""/);
    });
  },
);

testFilter(
  'TinyMCE 8, set up for Havn',
  'filter-tinymce-set-up',
  editing(origin => onServer(documented('tinymce'), origin)),
);
