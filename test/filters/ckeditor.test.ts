/** CKEditor 5 with a usual set of plugins: what a user gets back who pastes into its source view. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documented } from '../../tools/test/documented.js';
import { pageOf } from '../../tools/test/harness.js';
import { type Setup, testFilter } from './filter-tests.js';
import { paste, served } from './served.js';

const folder = 'ckeditor5/dist/browser';

/** @param code that starts the editor in `element` */
const editing =
  (code: string): Setup =>
  async browser => {
    served(browser, folder, ['ckeditor5.umd.js', 'ckeditor5.css']);
    const { page } = await browser.open(
      pageOf(
        `<div id="editor"></div><script src="/${folder}/ckeditor5.umd.js"></script>`,
        `<link rel="stylesheet" href="/${folder}/ckeditor5.css">`,
      ),
      { path: '/ckeditor.html' },
    );
    await page.evaluate(`
    const element = document.querySelector('#editor');
    const { ${[...new Set(code.match(/\b[A-Z]\w+(?=[,\]. ])/g))].filter(name => name !== 'GPL').join(', ')} } = CKEDITOR;
    ${code.replace(/;$/, '')}.then(editor => { globalThis.editor = editor; })`);
    const source = page.getByRole('button', { name: 'Source' });
    return async html => {
      await source.click();
      await paste(page.getByRole('textbox', { name: 'Source code editing area' }), html);
      await source.click();
      return page.evaluate('editor.getData()');
    };
  };

const usual = `ClassicEditor.create(element, {
  licenseKey: 'GPL',
  plugins: [Essentials, Paragraph, Heading, Bold, Italic, Link, List, BlockQuote, Table, MediaEmbed, Indent, SourceEditing],
  toolbar: ['heading', 'bold', 'italic', 'link', 'sourceEditing'],
})`;

// Its TableCaption would keep it, as words beside the table.
const options = { drops: 'caption' };

testFilter('CKEditor 5', 'filter-ckeditor', editing(usual), undefined, options);
testFilter(
  'CKEditor 5, set up for Havn',
  'filter-ckeditor-set-up',
  editing(documented('ckeditor')),
  get => {
    test('keeps of a link that the next site is told nothing', async () => {
      const left = await get().filter('<p><a href="https://www.nav.no/" rel="noreferrer">NAV</a></p>');
      assert.match(left, /rel="noreferrer"/);
    });
  },
  options,
);
testFilter(
  'CKEditor 5, all HTML allowed',
  'filter-ckeditor-all',
  editing(documented('ckeditor-all')),
  get => {
    test('takes out scripts and event handlers', async () => {
      const left = await get().filter('<p onclick="alert(1)">Tekst</p><script>alert(1)</script>');
      assert.match(left, /<p>Tekst<\/p>/);
      assert.doesNotMatch(left, /<script|onclick/);
    });
  },
  options,
);
