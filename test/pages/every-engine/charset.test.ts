/** A language file holds letters, not escapes: it has to be read as UTF-8 whatever the charset of the page. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messagesIn } from '../../../tools/build/messages.js';
import { openEngine } from '../../../tools/test/engine.js';
import { fallback, pageOf, scriptTag } from '../../../tools/test/harness.js';
import { speaks } from '../speaks.js';

const engine = await openEngine({ isOneTab: true });

const legacy = 'windows-1252';
const title = () =>
  document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[lang=uk] [part=title]')
    ?.textContent ?? '';

for (const [how, tag] of [
  ['when our script loads it', ''],
  ['when the page loads it', `<script src="/dist/locales/uk.js" charset="${legacy}"></script>`],
])
  test(`a language file is read as UTF-8 by a page in ${legacy}, ${how}`, async () => {
    for (const path of ['/dist/havn.js', '/dist/locales/uk.js'])
      engine.serve(path, { ...engine.file(path), type: `text/javascript; charset=${legacy}` });
    await engine.open(
      pageOf(`${tag}<havn-hotline-banner lang="uk">${fallback}</havn-hotline-banner>${scriptTag()}`),
      { type: `text/html; charset=${legacy}` },
    );
    await engine.until(speaks, 'havn-hotline-banner', 'uk');
    assert.equal((await engine.evaluate(title))?.trim(), messagesIn('uk')['banner.title']);
  });
