/** DOMPurify, in the browser as systems use it. */
import { documented } from '../../tools/test/documented.js';
import { pageOf } from '../../tools/test/harness.js';
import { type Setup, testFilter } from './filter-tests.js';
import { served } from './served.js';

/** @param code that answers with what is left of `html` */
const purifying =
  (code: string): Setup =>
  async browser => {
    served(browser, 'dompurify/dist', ['purify.min.js']);
    const { page } = await browser.open(pageOf('<script src="/dompurify/dist/purify.min.js"></script>'), {
      path: '/dompurify.html',
    });
    return html => page.evaluate(`(html => ${code})(${JSON.stringify(html)})`);
  };

testFilter('DOMPurify', 'filter-dompurify', purifying('DOMPurify.sanitize(html)'));
testFilter(
  'DOMPurify, set up for Havn',
  'filter-dompurify-set-up',
  purifying(documented('dompurify').replace(/;$/, '')),
);
