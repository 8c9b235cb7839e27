/**
 * Every load looks alike: whether what stands inside a tag has been painted before the script came is chance, and neither
 * the height of a widget nor its distance to the text around it shows which it was.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openEngine, testInTurn } from '../../../tools/test/engine.js';
import { element, fallback, names, pageOf, scriptTag } from '../../../tools/test/harness.js';

const engine = await openEngine({ isOneTab: true });

const script = engine.file('/dist/havn.js');
/** Long enough for what stands in the page to be painted. */
const late = 400;
engine.serve('/late.js', {
  ...script,
  stream: response => void setTimeout(() => response.end(script.body), late),
});

// A page paints nothing while its style sheet is on its way, and scripts that wait for the end of the page run after it.
engine.serve('/style.css', {
  body: '',
  type: 'text/css',
  stream: response => void setTimeout(() => response.end('body { margin: 1px }'), late / 2),
});

/** Without a margin: one would hide that of a widget. */
const text = `<div>${'Det finnes hjelp for den som er utsatt. '.repeat(4)}</div>`;
const body = names.map(name => text + element(name, ' lang="nb"', fallback)).join('');
const page = (address: string) =>
  pageOf(
    `<main>${body}${text}</main>`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/style.css"><script src="${address}" defer></script>`,
  );

/** Runs in the page: of each element how high it is, and how far from the text before and behind it. */
function placesOf() {
  return [...document.querySelectorAll('main > :not(div)')].map(element => {
    const { top, bottom, height } = element.getBoundingClientRect();
    const before = element.previousElementSibling?.getBoundingClientRect().bottom ?? 0;
    const behind = element.nextElementSibling?.getBoundingClientRect().top ?? 0;
    return [element.localName, ...[height, top - before, behind - top - (bottom - top)].map(Math.round)].join(
      ' ',
    );
  });
}

/** Runs in the page: whether each element shows all that is its own. */
const areWhole = () =>
  [...document.querySelectorAll('main > :not(div)')].every(
    ({ shadowRoot }) => shadowRoot?.querySelector('[part=base]') && !shadowRoot.querySelector('.brief'),
  );

/** What is there once nothing moves any more. */
async function settledPlaces() {
  await engine.until(areWhole);
  for (let before = ''; ; ) {
    const places = (await engine.evaluate(placesOf)).join('\n');
    if (places === before) return places;
    before = places;
    await new Promise(resolve => setTimeout(resolve, 150));
  }
}

describe('height and outer spacing', () => {
  // The window of WebKit is never so narrow as that of a phone.
  for (const width of [...(engine.key === 'webkit' ? [] : [360]), 500, 768, 1280])
    testInTurn(`are the same on every load, ${width} pixels wide`, async () => {
      await engine.open(pageOf(''));
      await engine.resize(width, 800);
      const loads = [];
      for (const address of ['/late.js', '/dist/havn.js', '/dist/havn.js']) {
        await engine.open(page(address));
        loads.push(await settledPlaces());
      }
      assert.equal(new Set(loads).size, 1, loads.join('\n\n'));
    });
});

test('the button for the English original stays under the finger, also at the end of a page', async () => {
  const text = `<p>${'Text. '.repeat(600)}</p>`;
  for (const after of [text, '']) {
    await engine.open(
      pageOf(`${text}${element('permit-guide', ' lang="ro"', fallback)}${after}${scriptTag()}`),
    );
    await engine.resize(500, 700);
    const moves = await engine.evaluate(async () => {
      const element = document.querySelector('havn-permit-guide') as HTMLElement & {
        updateComplete: Promise<boolean>;
      };
      await customElements.whenDefined('havn-permit-guide');
      await element.updateComplete;
      const button = element.shadowRoot?.querySelector('[part=original]') as HTMLElement;
      button.scrollIntoView({ block: 'center' });
      const moves = [];
      for (let press = 0; press < 2; press++) {
        const { top } = button.getBoundingClientRect();
        button.click();
        await element.updateComplete;
        await new Promise(resolve => setTimeout(resolve, 200));
        moves.push(Math.abs(button.getBoundingClientRect().top - top));
      }
      return moves;
    });
    for (const move of moves) assert.ok(move < 3, `moved by ${move}`);
  }
});
