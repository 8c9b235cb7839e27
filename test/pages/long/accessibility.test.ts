/** WCAG 2.2 AA: what axe sees, in three engines, and by hand what it cannot see. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { namesBeside } from '../../../tools/build/entries.js';
import { allRules, axe, faultsByAxe } from '../../../tools/test/axe.js';
import { isChromium, openEngine, testInTurn } from '../../../tools/test/engine.js';
import { openBrowser, pageOf, scriptTag } from '../../../tools/test/harness.js';

const engine = await openEngine({ isOneTab: true });
engine.serve('/axe.js', { body: axe, type: 'text/javascript' });

/** Every element, with as much of it on screen as there can be. */
const known = {
  'banner, bar': '<havn-hotline-banner exit></havn-hotline-banner>',
  'banner, card': '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  finder: '<havn-service-finder page-size="8"></havn-service-finder>',
  'finder, professional':
    '<havn-service-finder audience="professional" need="coordination"></havn-service-finder>',
  entitlements: '<havn-entitlements-list></havn-entitlements-list>',
  'referral guide': '<havn-referral-guide profession="police"></havn-referral-guide>',
  'return guide': '<havn-return-guide></havn-return-guide>',
  contacts: '<havn-contact-directory audience="professional"></havn-contact-directory>',
  card: '<havn-service-card service="iom-varp"></havn-service-card>',
  'permits, compared': '<havn-permit-guide></havn-permit-guide>',
  'permits, asked': '<havn-permit-guide view="questions"></havn-permit-guide>',
  pathway: '<havn-pathway step="2"></havn-pathway>',
  'quick exit': '<havn-quick-exit></havn-quick-exit>',
  'language menu': '<havn-language-menu></havn-language-menu>',
};
const elements = {
  ...known,
  ...Object.fromEntries(
    namesBeside(Object.values(known).join('')).map(name => [name, `<havn-${name}></havn-${name}>`]),
  ),
};
const everything = Object.values(elements).join('');

/** Runs in the page: opens all that is folded away. */
function openAll() {
  for (const { shadowRoot } of document.querySelectorAll('*'))
    for (const details of shadowRoot?.querySelectorAll('details') ?? []) details.open = true;
}

/** Runs in the page: answers the questions of the permit guide until it says what may apply. */
async function answerAll() {
  const root = document.querySelector('havn-permit-guide[view=questions]')?.shadowRoot;
  for (let round = 0; round < 9; round++) {
    const answer = root?.querySelector('[part=answer]') as HTMLElement | null | undefined;
    answer?.click();
    await new Promise(resolve => setTimeout(resolve));
  }
}

/** Each state in which all of it is looked at. */
const states: Record<string, () => unknown> = {
  'at first': () => {},
  opened: openAll,
  answered: answerAll,
};

async function open(body: string, style: string = '', lang: string = 'en') {
  const html = pageOf(body + scriptTag(), style && `<style>${style}</style>`);
  await engine.open(html.replace(' lang="nb"', ` lang="${lang}"`));
  await engine.until((lang: string) => {
    for (const element of document.querySelectorAll('body *'))
      if (
        element.localName.startsWith('havn-') &&
        element.shadowRoot?.querySelector('[part=base]')?.getAttribute('lang') !== lang
      )
        return element.localName;
    return true;
  }, lang);
}

/**
 * Runs in the page: what of the widgets stands out of its box, is cut off, or lies over something else to press. Text for
 * ears alone, which a browser holds in a box of one pixel, is left out.
 */
function misplaced() {
  const isSeen = (element: Element) => {
    const { width, height } = element.getBoundingClientRect();
    // The way out lies above the page on purpose.
    if (element.closest('[popover]')) return false;
    return element.checkVisibility({ contentVisibilityAuto: true }) && width > 2 && height > 2;
  };
  const found: string[] = [];
  for (const host of document.querySelectorAll('body *')) {
    if (!host.localName.startsWith('havn-')) continue;
    const { left, right } = host.getBoundingClientRect();
    const inside = [...(host.shadowRoot?.querySelectorAll('*') ?? [])].filter(isSeen);
    // Of what a row that scrolls has cut off, the reader sees the rest when scrolling.
    const scrollers = inside.filter(element => element.matches('.few > .needs'));
    const boxOf = (element: Element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const around = scrollers.find(one => one !== element && one.contains(element))?.getBoundingClientRect();
      return {
        top,
        bottom,
        left: Math.max(left, around?.left ?? left),
        right: Math.min(right, around?.right ?? right),
      };
    };
    for (const element of inside) {
      const box = boxOf(element);
      const name = `${host.localName} ${element.localName}.${element.getAttribute('class')} ${element.textContent?.trim().slice(0, 40)}`;
      const { overflowX, display, position } = getComputedStyle(element);
      if (box.right > right + 1 || box.left < left - 1) found.push(`out: ${name}`);
      else if (
        !/^(?:svg|path|option|select|input|table|thead|tbody|tr|g)$/.test(element.localName) &&
        display !== 'inline' &&
        element.scrollWidth > element.clientWidth + 1 &&
        overflowX !== 'visible' &&
        !scrollers.includes(element)
      )
        found.push(`cut off: ${name}`);
      const whole = element.getBoundingClientRect();
      if (position === 'static' && /^(?:a|button|summary)$/.test(element.localName))
        for (const child of element.querySelectorAll('*')) {
          const inner = child.getBoundingClientRect();
          if (
            child.textContent?.trim() &&
            !child.closest('svg') &&
            isSeen(child) &&
            (inner.bottom > whole.bottom + 1 || inner.top < whole.top - 1 || inner.right > whole.right + 1)
          )
            found.push(`text out of its button: ${name}`);
        }
    }
    // Each box is asked for once: there are hundreds of controls, and each is held against each.
    const controls = inside
      .filter(element => /^(?:a|button|summary|select|input)$/.test(element.localName))
      .map(element => ({ element, box: boxOf(element) }));
    controls.forEach(({ element: first, box: a }, index) => {
      for (const { element: second, box: b } of controls.slice(index + 1))
        if (
          a.right > b.left + 1 &&
          b.right > a.left + 1 &&
          a.bottom > b.top + 1 &&
          b.bottom > a.top + 1 &&
          !first.contains(second)
        )
          found.push(
            `over each other: ${first.textContent?.trim().slice(0, 30)} / ${second.textContent?.trim().slice(0, 30)}`,
          );
    });
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return [...new Set(found)];
}

const narrow = 'body { margin: 0 } body > * { max-inline-size: 320px }';
const spacing =
  '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-block-end: 2em !important }';

describe('axe', () => {
  // What axe reads of a scheme is the same in every engine, and of a language but its direction in every language. From
  // left to right, test/elements/accessibility.test.ts looks at each state in Chromium.
  for (const [lang, schemes] of Object.entries(
    isChromium ? { ar: ['light', 'dark'] } : { nb: ['light'], ar: ['dark'] },
  ))
    for (const scheme of schemes)
      testInTurn(`finds nothing in any element, ${lang}, ${scheme}, opened and answered`, async () => {
        await open(
          `<main>${everything}</main><script src="/axe.js"></script>`,
          `:root { color-scheme: ${scheme}; background: Canvas; color: CanvasText }`,
          lang,
        );
        await engine.evaluate(openAll);
        await engine.evaluate(answerAll);
        const found = await engine.evaluate(faultsByAxe, {
          within: 'main',
          runOnly: allRules,
          // Of pages, and this is none.
          rules: { region: { enabled: false } },
        });
        assert.deepEqual(found, []);
      });

  test('would find what is wrong in a shadow root', async () => {
    await open(`${elements['banner, bar']}<script src="/axe.js"></script>`);
    await engine.evaluate(() => {
      const call = document.querySelector('havn-hotline-banner')?.shadowRoot?.querySelector('[part=call]');
      if (call) call.textContent = '';
    });
    const found = await engine.evaluate(faultsByAxe, { runOnly: ['wcag2a'] });
    assert.equal(found.length, 1);
  });
});

describe('reflow', () => {
  for (const [name, act] of Object.entries(states))
    for (const lang of ['nb', 'ar']) {
      testInTurn(`at 320 pixels nothing is out of place, ${name}, ${lang}`, async () => {
        await open(everything, narrow, lang);
        await engine.evaluate(act);
        assert.deepEqual(await engine.evaluate(misplaced), []);
      });
      testInTurn(
        `with the text spacing of WCAG 1.4.12 nothing is out of place, ${name}, ${lang}`,
        async () => {
          for (const style of [spacing, spacing + narrow]) {
            await open(everything, style, lang);
            await engine.evaluate(act);
            assert.deepEqual(await engine.evaluate(misplaced), []);
          }
        },
      );
      testInTurn(`with text of 200 % nothing is out of place, ${name}, ${lang}`, async () => {
        await open(everything, `html { font-size: 200% } ${narrow.replace('320', '640')}`, lang);
        await engine.evaluate(act);
        assert.deepEqual(await engine.evaluate(misplaced), []);
      });
    }

  test('something out of place would be seen', async () => {
    await open(
      elements.card,
      `${narrow} havn-service-card::part(call) { margin-inline-start: 200px; white-space: nowrap }`,
    );
    assert.notDeepEqual(await engine.evaluate(misplaced), []);
  });
});

/** Runs in the page: what is too small to press; what calls, searches, chooses or leaves is 44 pixels. */
function tooSmall() {
  const found: string[] = [];
  for (const host of document.querySelectorAll('body *'))
    for (const control of host.shadowRoot?.querySelectorAll(
      'a, button, summary, select, input, [tabindex="0"]',
    ) ?? []) {
      // A box to tick is as large as its label, which ticks it.
      const target =
        (control instanceof HTMLInputElement &&
          /^(?:radio|checkbox)$/.test(control.type) &&
          control.closest('label')) ||
        control;
      if (!target.checkVisibility({ contentVisibilityAuto: true })) continue;
      const { width, height } = target.getBoundingClientRect();
      const isVital =
        /^(?:call|emergency|exit|service-call)$/.test(control.getAttribute('part') ?? '') ||
        /^(?:input|select)$/.test(control.localName);
      const least = isVital ? 44 : 24;
      // Browsers round a height of 44 to a fraction less.
      if (width < least - 0.1 || height < least - 0.1)
        found.push(
          `${host.localName} ${control.localName} ${control.textContent?.trim().slice(0, 40)}: ${width} x ${height}`,
        );
    }
  return found;
}

/** Runs in the page: controls whose name does not hold what is written on them. */
function misnamed() {
  const plain = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim().toLowerCase();
  const found: string[] = [];
  for (const host of document.querySelectorAll('body *'))
    for (const control of host.shadowRoot?.querySelectorAll('a, button, summary, select, input') ?? []) {
      const root = control.getRootNode() as ShadowRoot;
      const byId = control
        .getAttribute('aria-labelledby')
        ?.split(' ')
        .map(id => root.getElementById(id)?.textContent)
        .join(' ');
      const label = control.getAttribute('aria-label') ?? byId;
      const shown = /^(?:select|input)$/.test(control.localName)
        ? plain((control as HTMLInputElement).labels?.[0]?.textContent)
        : plain(control.textContent);
      const name = label === undefined ? shown : plain(label);
      if (!name) found.push(`no name: ${control.outerHTML.slice(0, 100)}`);
      else if (!/^(?:select|input)$/.test(control.localName) && !name.includes(shown))
        found.push(`"${shown}" is called "${name}"`);
    }
  return found;
}

/** Runs in the page: numbers that could read backwards, and texts of no language. */
function misread() {
  const found: string[] = [];
  for (const host of document.querySelectorAll('body *')) {
    if (!host.shadowRoot) continue;
    const walker = document.createTreeWalker(host.shadowRoot, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement as Element;
      if (!node.nodeValue?.trim() || !parent) continue;
      if (!parent.closest('[lang]')) found.push(`no language: ${node.nodeValue}`);
      if (
        /\d[ \u00a0]\d\d[ \u00a0]\d|\d:\d\d|\+\d{4}/.test(node.nodeValue) &&
        parent.closest('[dir]')?.getAttribute('dir') !== 'ltr'
      )
        found.push(`backwards: ${node.nodeValue}`);
    }
  }
  return found;
}

describe('targets, names and languages', () => {
  for (const [name, act] of Object.entries(states))
    for (const lang of isChromium ? ['en', 'ar'] : ['ar'])
      testInTurn(`${name}, ${lang}`, async () => {
        for (const style of ['', narrow]) {
          await open(everything, style, lang);
          await engine.evaluate(act);
          assert.deepEqual(await engine.evaluate(tooSmall), []);
        }
        assert.deepEqual(await engine.evaluate(misnamed), []);
        assert.deepEqual(await engine.evaluate(misread), []);
      });
});

/** Runs in the page: where the focus is, and what is wrong with it there. */
function focused() {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  if (!element || element === document.body) return { index: -2, wrong: '' };
  if (element.id === 'end') return { index: -1, wrong: '' };
  const root = element.getRootNode() as ShadowRoot;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const x = box.left + box.width / 2;
  const y = box.top + box.height / 2;
  const top = root.elementFromPoint(x, y);
  const wrong = [
    outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2 ? 'its focus does not show' : '',
    y < 0 || y > innerHeight || x < 0 || x > innerWidth ? 'it is out of sight' : '',
    top && (element.contains(top) || top.contains(element)) ? '' : 'something lies over it',
  ].filter(Boolean);
  const name = element.textContent?.trim().slice(0, 40);
  return {
    index: [...root.querySelectorAll('*')].indexOf(element),
    wrong: wrong.length ? `${element.localName} ${name}: ${wrong.join()}` : '',
  };
}

/** Runs in the page: the places in the tree of all that Tab must reach, in the order in which they are read. */
function reachable() {
  const host = [...document.querySelectorAll('body *')].find(({ shadowRoot }) => shadowRoot);
  const all = [...(host?.shadowRoot?.querySelectorAll('*') ?? [])];
  const radios = new Set();
  return all.flatMap((element, index) => {
    if (
      !element.matches('a[href], button, summary, select, input, [tabindex="0"]') ||
      !element.checkVisibility()
    )
      return [];
    if (element instanceof HTMLInputElement && element.type === 'radio') {
      if (radios.has(element.name)) return [];
      radios.add(element.name);
    }
    return [index];
  });
}

describe('the focus', () => {
  for (const [name, html] of Object.entries(elements))
    testInTurn(`goes through the ${name} in the order of reading, is seen and not covered`, async () => {
      await open(`<p>x</p>${html}<button id="end">x</button>`, 'body { padding: 8px }');
      await engine.evaluate(openAll);
      const expected = await engine.evaluate(reachable);
      assert.ok(expected.length > 0);
      const order = [];
      const wrong = [];
      for (let step = 0; step <= expected.length + 3; step++) {
        await engine.keys('Tab');
        const place = await engine.evaluate(focused);
        if (place.index < 0) break;
        order.push(place.index);
        if (place.wrong) wrong.push(place.wrong);
      }
      assert.deepEqual(order, expected);
      assert.deepEqual(wrong, []);
    });
});

describe('status messages', () => {
  test('the finder tells how many there are while the focus stays in the field', async () => {
    await open(elements.finder);
    const look = () =>
      engine.evaluate(() => {
        const root = document.querySelector('havn-service-finder')?.shadowRoot;
        return [root?.querySelector('[role=status]')?.textContent?.trim(), root?.activeElement?.localName];
      });
    const [before] = await look();
    await engine.keys('Tab', 'o', 's', 'l', 'o');
    await new Promise(resolve => setTimeout(resolve, 100));
    const [after, focus] = await look();
    assert.notEqual(after, before);
    assert.match(String(after), /\d/);
    assert.equal(focus, 'input');
    assert.equal(
      await engine.evaluate(
        () =>
          document.querySelector('havn-service-finder')?.shadowRoot?.querySelectorAll('[role=status]').length,
      ),
      1,
    );
  });

  test('the place of a status is there before there is something to say', async () => {
    await open(everything);
    assert.deepEqual(
      await engine.evaluate(() =>
        [
          'havn-service-finder',
          'havn-contact-directory',
          'havn-referral-guide',
          'havn-permit-guide[view=questions]',
        ].map(
          selector => document.querySelector(selector)?.shadowRoot?.querySelectorAll('[role=status]').length,
        ),
      ),
      [1, 1, 1, 1],
    );
  });

  test('the guide for professionals tells whom it speaks to, and the focus stays on the choice', async () => {
    await open('<havn-referral-guide></havn-referral-guide>');
    const [said, focus] = await engine.evaluate(async () => {
      const root = document.querySelector('havn-referral-guide')?.shadowRoot;
      const select = root?.querySelector('select') as HTMLSelectElement;
      const status = root?.querySelector('[role=status]');
      select.focus();
      select.selectedIndex = 2;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      await new Promise(resolve => setTimeout(resolve, 20));
      return [status?.isConnected && status.textContent?.trim(), root?.activeElement?.localName];
    });
    assert.match(String(said), /\w{4}/);
    assert.equal(focus, 'select');
  });
});

describe('colours of the system and less motion', () => {
  test('hold in Chromium, which can be told to', {
    skip: !isChromium,
  }, async () => {
    const browser = await openBrowser();
    try {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page } = await browser.open(pageOf(everything + scriptTag()), {
          context: { forcedColors: 'active', reducedMotion: 'reduce', colorScheme },
        });
        const found = await page.evaluate(() => {
          const canvas = getComputedStyle(
            document.body.appendChild(
              Object.assign(document.createElement('p'), { style: 'background: Canvas' }),
            ),
          ).backgroundColor;
          return [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) =>
            [...(shadowRoot?.querySelectorAll('*') ?? [])].flatMap(element => {
              const {
                animationName,
                transitionDuration,
                borderStyle,
                borderColor,
                textDecorationLine,
                backgroundColor,
              } = getComputedStyle(element);
              const isPlain = element.matches('a, button, select, input') && element.getClientRects().length;
              const hasEdge = borderStyle !== 'none' && borderColor !== canvas;
              return [
                ...(animationName !== 'none' || !/^0s(?:, 0s)*$/.test(transitionDuration)
                  ? [`moves: ${element.outerHTML.slice(0, 60)}`]
                  : []),
                ...(isPlain && !hasEdge && textDecorationLine === 'none'
                  ? [`has no edge: ${element.outerHTML.slice(0, 80)} ${backgroundColor}`]
                  : []),
              ];
            }),
          );
        });
        assert.deepEqual(found, []);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  });
});
