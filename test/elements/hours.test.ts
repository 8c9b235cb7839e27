import { emulateMedia } from '@web/test-runner-commands';
import type { Schedule, Service } from '../../src/directory/types.js';
import { sure } from '../sure.js';
import { clear, expect, settled, show, until } from './helpers.js';
import { replacing, setClock } from './host.js';
import { all, part, parts, textOf } from './on-screen.js';

/** The texts of the opening hours, which are side by side on screen. */
const wordsOf = (hours: Element) => all(hours, 'span').map(textOf).join(' | ');

describe('hours', () => {
  async function hoursAt(instant: string, { behind = -60, lang = 'en', service = 'kom-coordination' } = {}) {
    setClock(instant, behind);
    const card = await show(`<havn-service-card service="${service}" lang="${lang}"></havn-service-card>`);
    return wordsOf(part(card, 'hours'));
  }

  it('say that it is open', async () => {
    expect(await hoursAt('2026-12-01T10:00Z')).to.equal('Open now | Monday to Friday 08:00–16:00');
  });

  it('say when it opens next: today the hour, else the weekday too', async () => {
    expect(await hoursAt('2026-12-01T06:00Z')).to.equal(
      'Closed now | Opens: 08:00 | Monday to Friday 08:00–16:00',
    );
    clear();
    expect(await hoursAt('2026-12-01T15:00Z')).to.equal(
      'Closed now | Opens: Wednesday 08:00 | Monday to Friday 08:00–16:00',
    );
    clear();
    expect(await hoursAt('2026-12-05T10:00Z')).to.equal(
      'Closed now | Opens: Monday 08:00 | Monday to Friday 08:00–16:00',
    );
  });

  it('keep each hour from left to right', async () => {
    setClock('2026-12-01T15:00Z', -60);
    const card = await show('<havn-service-card service="kom-coordination"></havn-service-card>');
    const hours = part(card, 'hours');
    const marked = all(hours, 'bdi[dir=ltr]').map(textOf);
    expect(marked).to.deep.equal(['08:00', '08:00–16:00']);
    expect(textOf(hours).match(/\d\d:\d\d/g)).to.have.length(3);
  });

  it('say nothing of it before a holiday, on which nobody knows', async () => {
    expect(await hoursAt('2027-05-14T20:00Z', { behind: -120 })).to.equal(
      'Closed now | Monday to Friday 08:00–16:00',
    );
  });

  it('say that it is a holiday, and which hours are usual', async () => {
    expect(await hoursAt('2027-05-17T10:00Z', { behind: -120 })).to.equal(
      'Public holiday today: may be closed. Usual hours: | Monday to Friday 08:00–16:00',
    );
  });

  it('say which day it is where many close early, and never that it is a holiday or closed', async () => {
    for (const [day, lang, words] of [
      ['2026-12-24', 'en', '24 December 2026: may be closed. Usual hours: | Monday to Friday 08:00–16:00'],
      ['2026-12-31', 'en', '31 December 2026: may be closed. Usual hours: | Monday to Friday 08:00–16:00'],
      [
        '2026-12-24',
        'nb',
        '24. desember 2026: kan være stengt. Vanlige åpningstider: | Mandag til fredag 08:00–16:00',
      ],
    ] as const) {
      expect((await hoursAt(`${day}T10:00Z`, { lang })).toLowerCase()).to.equal(words.toLowerCase());
      clear();
    }
    expect(await hoursAt('2026-12-23T10:00Z')).to.match(/^Open now/);
  });

  it('that are day and night are in no doubt, whatever the day', async () => {
    for (const day of ['2026-12-24', '2026-12-25', '2026-12-31']) {
      expect(await hoursAt(`${day}T10:00Z`, { service: 'rosa-helpline' })).to.equal('Open day and night');
      clear();
    }
  });

  it('say whose clock it is where the device has another', async () => {
    expect(await hoursAt('2026-12-01T10:00Z', { behind: 300 })).to.equal(
      'Open now | Monday to Friday 08:00–16:00 | Norwegian time',
    );
    clear();
    expect(await hoursAt('2026-12-01T10:00Z', { behind: 300, lang: 'nb' })).to.contain('Norsk tid');
    clear();
    expect(await hoursAt('2026-12-01T10:00Z', { lang: 'nb' })).not.to.contain('Norsk tid');
  });

  it('say the same in the contact table and in the guide for professionals as on the card', async () => {
    for (const [instant, behind, words] of [
      ['2026-12-24T10:00Z', -60, '24 December 2026: may be closed. Usual hours:'],
      ['2026-12-25T10:00Z', -60, 'Public holiday today: may be closed. Usual hours:'],
      ['2026-12-01T06:00Z', 300, 'Opens: 08:00 | Monday to Friday 08:00–16:00 | Norwegian time'],
    ] as const) {
      const card = await hoursAt(instant, { behind });
      expect(card).to.contain(words);
      const table = await show(
        '<havn-contact-directory audience="professional" lang="en"></havn-contact-directory>',
      );
      const row = sure(parts(table, 'row').find(row => row.matches('[data-service=kom-coordination]')));
      expect(wordsOf(sure(row.querySelector('[part=hours]')))).to.equal(card);
      const guide = await show('<havn-referral-guide lang="en"></havn-referral-guide>');
      expect(wordsOf(part(guide, 'hours'))).to.equal(card);
      clear();
    }
  });

  it('are on paper those of every week, without what holds now', async () => {
    setClock('2026-12-01T06:00Z', -60);
    const guide = await show('<havn-referral-guide lang="en"></havn-referral-guide>');
    await emulateMedia({ media: 'print' });
    const onPaper = all(part(guide, 'hours'), 'span').filter(({ offsetWidth }) => offsetWidth > 0);
    await emulateMedia({ media: 'screen' });
    expect(onPaper.map(textOf)).to.deep.equal(['Monday to Friday 08:00–16:00']);
  });

  it('that have ended are not told, and those of some days only with these days', async () => {
    setClock('2026-12-01T10:00Z', -60);
    const week = (fields: Schedule): Schedule => ({
      freq: 'WEEKLY',
      byday: 'MO,TU',
      opens_at: '09:00',
      closes_at: '15:00',
      ...fields,
    });
    const source = { document: 'harbour.example', section: 'Services' };
    const service = (id: string, ...schedules: Schedule[]): Service => ({
      id,
      organization_id: 'harbour',
      name: `Quay ${id}`,
      description: '',
      status: 'active',
      x_audience: ['person'],
      x_needs: [],
      x_source: source,
      schedules,
    });
    const services = [
      service('ended', week({ valid_to: '2026-11-30' })),
      service('ends-today', week({ valid_to: '2026-12-01' })),
      service('begins', week({ valid_from: '2027-06-01', valid_to: '2027-08-31' })),
      service('both', week({ valid_from: '2026-01-01' }), week({ byday: 'SA', valid_to: '2026-08-31' })),
    ];
    const organizations = [{ id: 'harbour', name: 'Harbour', description: '', x_source: source }];
    const finder = await show('<havn-service-finder lang="en"></havn-service-finder>');
    finder.directory = { services, organizations, needs: [], groups: [], areas: [] };
    await until(() => parts(finder, 'hours').length === services.length);
    expect(parts(finder, 'hours').map(wordsOf)).to.deep.equal([
      'Opening hours not known. Call and ask.',
      'Open now | Monday and Tuesday 09:00–15:00 (– 1 December 2026)',
      'Opening hours not known. Call and ask. | Monday and Tuesday 09:00–15:00 (1 June 2027 – 31 August 2027)',
      'Open now | Monday and Tuesday 09:00–15:00',
    ]);
  });

  it('are looked at again within 15 seconds', async () => {
    const asked: { action: () => void; time: number }[] = [];
    const ask = (action: () => void, time: number) => asked.push({ action, time });
    await replacing(globalThis, 'setInterval', ask, async () => {
      setClock('2026-12-01T14:59Z');
      const card = await show('<havn-service-card service="kom-coordination"></havn-service-card>');
      expect(textOf(part(card, 'hours'))).to.contain('Open now');
      const { action, time } = sure(asked[0]);
      expect(time).to.be.at.most(15_000);
      setClock('2026-12-01T15:00Z');
      action();
      await settled();
      expect(textOf(part(card, 'hours'))).to.contain('Closed now');
    });
  });
});
