/** The order of content for the reader: what to do now, whom to call, what may follow, and the source. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { critical, loadDirectory } from 'havn-widgets/directory';
import { languages, localize } from '../../dist/npm/locale/index.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const htmlOf = async (view: unknown): Promise<string> =>
  (await collectResult(render(view))).replace(/<!--.*?-->/gs, '');
const wordsOf = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const callsIn = (html: string) => [...html.matchAll(/href="(tel:[^"]*)"/g)].map(([, href]) => href);
const helpline = `tel:${critical.helpline.number}`;
const emergency = `tel:${critical.emergency.number}`;

const viewOf = async (name: string, view: string = 'static') =>
  import(`../../dist/npm/elements/${name}/${name}.${view}.js`);

/** Each guide, with the markup where the part about what may follow begins. */
const guides: [string, RegExp][] = [
  ['entitlements-list', /part="entitlement"/],
  ['permit-guide', /part="permit"/],
  ['referral-guide', /<ol /],
  ['return-guide', /<ol /],
  ['pathway', /<ol /],
];
for (const [name, what] of guides)
  test(`${name}: the helpline stands before what may follow, and the last thing is the source`, async () => {
    const { staticView } = await viewOf(name);
    for (const language of languages()) {
      const html = await htmlOf(staticView(localize(language)));
      const follows = html.search(what);
      assert.ok(follows > 0);
      assert.equal(callsIn(html.slice(0, follows))[0], helpline, language);
      assert.doesNotMatch(html.slice(0, follows), /part="source"/);
      assert.ok(html.lastIndexOf('part="source"') > html.lastIndexOf('href="tel:'));
    }
  });

describe('where the answers of the permit questions lead', async () => {
  const { questionsView } = await import('../../dist/npm/elements/permit-guide/permit-questions.view.js');
  const { localizedContacts } = await import('../../dist/npm/directory/contacts.js');
  const { loadPermits } = await import('../../dist/npm/guidance/permits.js');
  const localization = localize('en');
  const facts = { ...loadPermits(localization.fact), contacts: localizedContacts(localization.fact) };
  const permit = sure(facts.permits[0]);
  const outcome = {
    id: 'any',
    name: 'The name.',
    description: 'The description.',
    conditions: ['The condition.'],
    permits: [permit.id],
    services: [critical.helpline.id],
    x_source: permit.x_source,
  };
  const idle = () => {};
  const actions = { answer: idle, back: idle, restart: idle, changeView: idle };
  const leadsTo = (differences: object) =>
    htmlOf(
      questionsView(
        { question: undefined, outcome: { ...outcome, ...differences }, given: [], least: 0, most: 0 },
        facts,
        actions,
        localization,
      ),
    );
  const assertOrder = (html: string, ...things: (string | RegExp)[]) => {
    const places = things.map(thing => html.search(thing));
    assert.ok(!places.includes(-1), `${places}`);
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
    );
  };

  test('whom to ask comes straight after what it is, then the conditions and the permit, then the source', async () => {
    const html = await leadsTo({});
    assertOrder(
      html,
      'The description.',
      'href="tel:',
      'The condition.',
      `<summary>${permit.name}`,
      /part="source"(?!.*part="source")/s,
    );
  });

  test('without conditions there is no heading for them', async () => {
    const [one, none] = [await leadsTo({}), await leadsTo({ conditions: [] })];
    assert.match(one, /class="label"/);
    assert.doesNotMatch(none, /class="label"/);
  });

  for (const services of [[critical.emergency.id], [critical.emergency.id, critical.helpline.id]])
    test(`in danger ${critical.emergency.number} is first, of ${services}, and nothing is a condition`, async () => {
      const html = await leadsTo({ services, permits: [] });
      assert.equal(callsIn(html)[0], emergency);
      assert.equal(
        wordsOf(html.slice(0, html.indexOf(`href="${emergency}"`))).includes('description'),
        false,
      );
      assert.doesNotMatch(html, /The condition\./);
      assertOrder(html, 'The name.', `href="${emergency}"`, 'The description.', 'part="source"');
      // The paragraphs on privacy and on the answers may come later.
      const before = html.slice(0, html.indexOf('The name.'));
      assert.equal(wordsOf(before.replace(/<p [^>]*hidden.*?<\/p>/s, '')), '');
    });
});

describe('whom to ask', async () => {
  const { askView } = await import('../../dist/npm/views/ask.view.js');
  const contacts = [
    { id: 'line', name: 'Line', phones: [{ number: rosa.dialled }] },
    { id: 'house', name: 'House', x_contact_through: 'line', x_groups: ['women'] },
    { id: 'shelter', name: 'Shelter', phones: [{ number: '02800' }], x_groups: ['women', 'men'] },
  ];
  const listed = async (ids: string[], language = 'en') =>
    wordsOf(await htmlOf(askView(ids, contacts, localize(language))));

  test('is named wherever somebody else than the one who answers stands over the number', async () => {
    const nameAlone = await listed(['line']);
    assert.equal(nameAlone.match(/Line/g)?.length, 1);
    for (const ids of [['house'], ['line', 'house'], ['house', 'line']])
      assert.match(await listed(ids), /^House \(women\) Ask here: Line Call/, `${ids}`);
  });

  test('has in its name for whom alone it is', async () => {
    assert.match(await listed(['house']), /^House \(women\)/);
    assert.match(await listed(['shelter']), /^Shelter \(women and men\)/);
    assert.match(await listed(['shelter'], 'nn'), /^Shelter \(kvinner og menn\)/);
    assert.doesNotMatch(await listed(['line']), /\(/);
  });
});

test('all who may be first to identify stand in the referral guide, whatever is chosen, once', async () => {
  const { referralView } = await viewOf('referral-guide', 'view');
  const { loadReferral } = await import('../../dist/npm/guidance/referral.js');
  const localization = localize('en');
  const facts = { ...loadReferral(localization.fact), directory: loadDirectory() };
  const all = facts.professions.find(({ id }) => id === 'other')?.description ?? '';
  for (const profession of ['', ...facts.professions.map(({ id }) => id)]) {
    const html = await htmlOf(referralView({ profession }, facts, undefined, localization));
    assert.equal(wordsOf(html).split(all).length - 1, 1, profession);
  }
});

test('the card of who takes no person’s case has no button that stands out', async () => {
  const { oneCardView } = await viewOf('service-card', 'view');
  const directory = loadDirectory();
  for (const service of directory.services.filter(({ phones }) => phones)) {
    const html = await htmlOf(oneCardView(service, directory, undefined, localize('en')));
    const isFilled = /class="target call"/.test(html);
    assert.equal(
      isFilled,
      service.x_audience.includes('person') && service.id !== critical.emergency.id,
      service.id,
    );
  }
});

test('a safe house has no place on its card', async () => {
  const { oneCardView } = await viewOf('service-card', 'view');
  const directory = loadDirectory();
  const [house] = directory.services.filter(({ x_safe_house }) => x_safe_house);
  const area = { id: 'somewhere', name: 'Somewhere' };
  const footOf = async (isSafeHouse: boolean) => {
    const service = {
      ...house,
      x_safe_house: isSafeHouse,
      x_areas: [area.id],
      service_areas: [{ name: 'Elsewhere' }],
    };
    const html = await htmlOf(
      oneCardView(service, { ...directory, areas: [area] }, undefined, localize('en')),
    );
    return wordsOf(html);
  };
  assert.match(await footOf(false), /Somewhere and Elsewhere/);
  assert.doesNotMatch(await footOf(true), /Somewhere|Elsewhere|Place not stated/);
});
