/** The output of tools/build/api for any directory, read by independent parsers. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  loadDirectory,
  type Organization,
  openState,
  type Schedule,
  type Service,
  type TaxonomyTerm,
  toHsds,
} from 'havn-widgets/directory';
import ICAL from 'ical.js';
import { escaped, folded } from '../../dist/npm/directory/export/vcard.js';
import { toCalendar } from '../../tools/build/api/calendar.js';
import { toJsonLd } from '../../tools/build/api/jsonld.js';
import { toProfile } from '../../tools/build/api/profile.js';
import { byId } from '../changed-facts.js';
import { asHsdsHolds, readHsds, sent } from '../data/hsds-reader.js';
import { rosa } from '../rosa.js';
import { sure } from '../sure.js';

const runs = { numRuns: Number(process.env.HAVN_RUNS ?? 500) };
const directory = loadDirectory();

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}$/);
/** Text as the schema of the facts allows it: no space at either end, no control or direction characters. */
const words = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...' ,;\\"\'=+@-æøå'),
    ),
    maxLength: 60,
  })
  .map(text => text.replace(/[\s<>{}\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim())
  .filter(Boolean);
const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(parts => parts.map(part => String(part).padStart(2, '0')).join(':'));
const date = fc
  .date({ min: new Date('2026-01-01'), max: new Date('2029-12-31'), noInvalidDate: true })
  .map(value => value.toISOString().slice(0, 10));
const days = fc
  .subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 })
  .map(codes => codes.join());
const record = <Made extends object>(
  required: Record<string, fc.Arbitrary<unknown>>,
  optional: Record<string, fc.Arbitrary<unknown>> = {},
) =>
  fc
    .record({ ...required, ...optional }, { requiredKeys: Object.keys(required), noNullPrototype: true })
    .map(made => made as Made);
const period = fc
  .tuple(date, date)
  .map(dates => dates.sort())
  .chain(([valid_from, valid_to]) => fc.subarray(Object.entries({ valid_from, valid_to })))
  .map(fields => Object.fromEntries(fields));
const weekly = fc
  .tuple(
    record(
      {
        freq: fc.constant('WEEKLY'),
        byday: days,
        opens_at: time,
        closes_at: fc.oneof(time, fc.constant('24:00')),
      },
      { x_public_holidays: fc.constantFrom('open', 'closed') },
    ),
    period,
  )
  .map(([rule, dates]) => ({ ...rule, ...dates }))
  // Without whole days, which have the field x_always_open instead.
  .filter(({ opens_at, closes_at }) => opens_at !== closes_at && `${opens_at}${closes_at}` !== '00:0023:59');
const schedule = fc.oneof(
  weekly,
  fc.constant({ x_always_open: true }),
  fc.constant({ x_by_appointment: true }),
);

/** A directory whose services refer only to records that exist. */
const anyDirectory = fc
  .record({
    organizationIds: fc.uniqueArray(slug, { minLength: 1, maxLength: 3 }),
    needIds: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
    groupIds: fc.uniqueArray(slug, { minLength: 1, maxLength: 2 }),
    areas: fc
      .uniqueArray(record<TaxonomyTerm>({ id: slug, name: words }), {
        selector: ({ id }) => id,
        minLength: 1,
        maxLength: 2,
      })
      .filter(areas => new Set(areas.map(({ name }) => name)).size === areas.length),
    serviceIds: fc.uniqueArray(slug, { minLength: 1, maxLength: 4 }),
  })
  .chain(({ organizationIds, needIds, groupIds, areas, serviceIds }) => {
    const source = record({ document: slug, section: slug });
    const some = (ids: string[]) => fc.subarray(ids, { minLength: 1 });
    const service = (id: string, index: number) =>
      record<Service>(
        {
          id: fc.constant(id),
          organization_id: fc.constantFrom(...organizationIds),
          // Names are unique, because in strict HSDS the test can find a service only by its name.
          name: words.map(text => `${text} ${index}`),
          description: words,
          status: fc.constantFrom('active', 'inactive'),
          x_audience: some(['person', 'helper', 'professional']),
          x_needs: some(needIds),
          x_source: source,
        },
        {
          url: fc.constantFrom('http://www.rosa-help.no/', 'https://a.no/b?c=d', 'https://xn--a-0ga.no'),
          email: fc.constantFrom('a@b.no', 'KOM.pod@politiet.no'),
          phones: fc.array(
            record({ number: fc.constantFrom(rosa.dialled, '112', '02800') }, { description: words }),
            { minLength: 1, maxLength: 3 },
          ),
          schedules: fc.array(schedule, { minLength: 1, maxLength: 3 }),
          eligibility_description: words,
          application_process: words.filter(text => !text.includes('Contact: ')),
          alert: words,
          assured_date: date,
          x_groups: some(groupIds),
          x_areas: some(areas.map(area => area.id)),
          x_summary: words,
          x_helpline: fc.constant(true),
          x_role: fc.constant(true),
          x_contact_through: fc.constantFrom(...serviceIds),
        },
      );
    return fc.record(
      {
        services: fc.tuple(...serviceIds.map(service)),
        organizations: fc.tuple(
          ...organizationIds.map(id =>
            record<Organization>(
              { id: fc.constant(id), name: words, description: words, x_source: source },
              {
                parent_organization_id: fc.constantFrom(...organizationIds),
                x_kind: fc.constantFrom('public', 'ngo', 'intergovernmental'),
              },
            ),
          ),
        ),
        needs: fc.tuple(
          ...needIds.map(id =>
            record<TaxonomyTerm>({ id: fc.constant(id), name: words }, { x_keywords: words }),
          ),
        ),
        groups: fc.tuple(...groupIds.map(id => record<TaxonomyTerm>({ id: fc.constant(id), name: words }))),
        areas: fc.constant(areas),
      },
      { noNullPrototype: true },
    );
  })
  // In the order in which the services name them. HSDS has no records that no service names.
  .map(made => {
    const used = made.services.flatMap(({ x_areas = [] }) => x_areas);
    const order = [...new Set(used)];
    return { ...made, areas: order.map(id => byId(made.areas, id)) };
  });

describe('HSDS', () => {
  test('any directory, read back from strict HSDS: all that HSDS can hold', () => {
    fc.assert(
      fc.property(anyDirectory, made => {
        const hsds = toHsds(made);
        assert.deepEqual(readHsds(hsds), asHsdsHolds(made, hsds));
      }),
      runs,
    );
  });

  test('any directory, read back from the profile: all of it', () => {
    fc.assert(
      fc.property(anyDirectory, made => {
        assert.deepEqual(readHsds(toProfile(made, toHsds(made), {})), made);
      }),
      runs,
    );
  });

  test('what holds on public holidays stands in the words that HSDS has', () => {
    const published = (rule: Schedule) => {
      const services = [{ ...sure(directory.services[0]), schedules: [rule] }];
      return sent(toHsds({ ...directory, services })).services[0]?.schedules[0]?.notes;
    };
    const rule = { freq: 'WEEKLY', byday: 'MO', opens_at: '08:00', closes_at: '16:00' };
    assert.equal(published(rule), 'Local time in Europe/Oslo');
    assert.equal(
      published({ ...rule, x_public_holidays: 'closed' }),
      'Local time in Europe/Oslo. Closed on public holidays',
    );
    assert.equal(
      published({ ...rule, x_public_holidays: 'open' }),
      'Local time in Europe/Oslo. Open on public holidays',
    );
  });
});

describe('iCalendar', () => {
  const captured = '2026-11-25';
  const calendarOf = (schedules: Schedule[], fields?: Partial<Service>) =>
    toCalendar(
      [
        {
          service: { ...sure(directory.services[0]), schedules, ...fields },
          schedules: schedules.map((_, index) => ({ id: `id-${index}` })),
          captured,
        },
      ],
      { openState, escaped, folded },
    );

  /** The opening hours in a calendar, as an independent parser reads them. */
  function hoursOf(text: string): [number, number][] {
    const calendar = new ICAL.Component(ICAL.parse(text));
    const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
    return calendar.getAllSubcomponents('vevent').flatMap(component => {
      const event = new ICAL.Event(component);
      const hours: [number, number][] = [];
      const occurrences = event.iterator();
      for (let next = occurrences.next(); next; next = occurrences.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(next);
        startDate.zone = endDate.zone = zone;
        hours.push([startDate.toUnixTime() * 1000, endDate.toUnixTime() * 1000]);
      }
      return hours;
    });
  }
  const weekdays = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:00', closes_at: '16:00' };

  test('always open and by appointment have none, and neither has a safe house', () => {
    assert.equal(calendarOf([{ x_always_open: true }]), undefined);
    assert.equal(calendarOf([{ x_by_appointment: true }]), undefined);
    assert.equal(calendarOf([]), undefined);
    assert.equal(calendarOf([weekdays], { x_safe_house: true }), undefined);
    assert.ok(calendarOf([weekdays]));
  });

  test('begins when the facts were captured, or when the rule does; ends with the rule, or the second year after', () => {
    const first = (rule: Schedule) => new Date(hoursOf(calendarOf([rule]) ?? '')[0]?.[0] ?? 0).toISOString();
    const last = (rule: Schedule) =>
      new Date(hoursOf(calendarOf([rule]) ?? '').at(-1)?.[0] ?? 0).toISOString();
    assert.equal(first(weekdays), '2026-11-25T07:00:00.000Z');
    assert.equal(first({ ...weekdays, valid_from: '2027-07-03' }), '2027-07-05T06:00:00.000Z');
    assert.equal(last(weekdays), '2028-12-29T07:00:00.000Z');
    assert.equal(last({ ...weekdays, valid_to: '2027-07-03' }), '2027-07-02T06:00:00.000Z');
    assert.equal(calendarOf([{ ...weekdays, valid_to: '2026-01-01' }]), undefined);
  });

  test('a public holiday is left out unless the rule says that hours hold there', () => {
    const may17 = Date.parse('2027-05-17T06:00:00Z');
    const has = (rule: Schedule) => hoursOf(calendarOf([rule]) ?? '').some(([start]) => start === may17);
    assert.equal(has(weekdays), false);
    assert.equal(has({ ...weekdays, x_public_holidays: 'closed' }), false);
    assert.equal(has({ ...weekdays, x_public_holidays: 'open' }), true);
  });

  test('hours that touch the night in which the clocks change are left out of it', () => {
    const starts = (fields: Partial<Schedule>) =>
      hoursOf(calendarOf([{ ...weekdays, byday: 'SU', x_public_holidays: 'open', ...fields }]) ?? '').map(
        ([start]) => new Date(start).toISOString().slice(0, 10),
      );
    assert.ok(starts({ opens_at: '08:00' }).includes('2027-03-28'));
    for (const night of ['2027-03-28', '2027-10-31']) {
      assert.ok(!starts({ opens_at: '02:30' }).includes(night), night);
      assert.ok(!starts({ opens_at: '00:00', closes_at: '24:00' }).includes(night), night);
    }
  });

  test('tells what to nobody: the name, and not what the service is for', () => {
    const text = calendarOf([weekdays]) ?? '';
    assert.match(text, /^SUMMARY:ROSA helpline\r$/m);
    assert.doesNotMatch(text, /DESCRIPTION|LOCATION|GEO|victim/i);
  });

  test('any rule: open where openState() is open for all of the hours, and never where it is not', () => {
    fc.assert(
      fc.property(weekly, rule => {
        const hours = hoursOf(
          calendarOf([rule]) ?? 'BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nEND:VTIMEZONE\r\nEND:VCALENDAR',
        );
        for (const [start, end] of hours.slice(0, 60))
          for (const instant of [start, (start + end) / 2, end - 60_000])
            assert.equal(openState([rule], new Date(instant)), 'open', new Date(instant).toISOString());
      }),
      { numRuns: Math.ceil(runs.numRuns / 10) },
    );
  });
});

describe('JSON-LD', () => {
  const talkative = {
    ...directory.services.find(({ id }) => id === 'lauras-hus'),
    phones: [{ number: '+4790000000' }],
    email: 'secret@example.org',
    url: 'https://secret.example/',
    address: 'Secret street 1',
  };
  const uuids = { services: {}, organizations: {} };

  test('a safe house has no number, address or place, whatever its record claims', () => {
    const text = toJsonLd([talkative as Service], directory, 'en', uuids);
    assert.doesNotMatch(text, /secret|9000|areaServed|availableChannel/i);
    const made = { ...directory, services: [talkative as Service] };
    assert.doesNotMatch(JSON.stringify(toProfile(made, toHsds(made), {})), /secret|9000/i);
  });

  test('any directory: JSON that closes no script, with every service and who runs it', () => {
    fc.assert(
      fc.property(anyDirectory, made => {
        const hostile = { ...sure(made.services[0]), name: '</script><script>alert(1)</script>' };
        const text = toJsonLd([hostile, ...made.services.slice(1)], made, 'nb', uuids);
        assert.doesNotMatch(text, /</);
        const { '@graph': nodes } = JSON.parse(text);
        assert.equal(nodes[0].name, hostile.name);
        const organizations = new Set(made.services.map((service: Service) => service.organization_id));
        assert.equal(nodes.length, made.services.length + organizations.size);
      }),
      runs,
    );
  });
});
