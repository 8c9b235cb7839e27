import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openState as openStateTyped } from 'havn-widgets/directory';
import * as openingHours from '../../dist/npm/directory/opening-hours.js';
import '../properties.js';
import { hostileCases, openingHoursCases } from '../collections.js';
import { sure } from '../sure.js';
import { untyped } from '../untyped.js';

const { isElsewhere, kindOfDayAt } = openingHours;
const [openState, nextOpening] = [untyped(openStateTyped), untyped(openingHours.nextOpening)];

const deviceZone = process.env.TZ;
after(() => {
  if (deviceZone === undefined) delete process.env.TZ;
  else process.env.TZ = deviceZone;
});

/** The answer on devices in several time zones, which must be the same. Node uses a new TZ at once. */
function everywhere(schedules: unknown, instant: string, device = 'Europe/Oslo') {
  const answers = [device, 'Pacific/Kiritimati', 'America/St_Johns', 'UTC'].map(zone => {
    process.env.TZ = zone;
    return openState(schedules, new Date(instant));
  });
  assert.deepEqual(answers, Array(answers.length).fill(answers[0]), 'the zone of the device matters');
  return answers[0];
}

for (const { id, payload, expect, note } of hostileCases('time'))
  test(id, () => assert.equal(everywhere(payload.schedule, payload.instant, payload.device), expect, note));

const { rules, cases, unreadable } = openingHoursCases;
const { office, appointment, always } = rules;
/** A rule of the file by its name, or with other fields. */
const ruleOf = (written: string | { rule: string }) => {
  const { rule, ...more } = typeof written === 'string' ? { rule: written } : written;
  return { ...sure(rules[rule]), ...more };
};
const wednesdayNoon = '2026-06-10T10:00:00Z';

test('the zone of the device does change in these tests', () => {
  process.env.TZ = 'Pacific/Kiritimati';
  assert.equal(new Date(wednesdayNoon).getHours(), 0);
  process.env.TZ = 'UTC';
  assert.equal(new Date(wednesdayNoon).getHours(), 10);
});

for (const { name, rules, at, expect } of cases)
  test(name, () => assert.equal(everywhere(rules.map(ruleOf), at), expect));

test('a thousand rules are read, and no more', () => {
  assert.equal(everywhere(Array(1000).fill(office), wednesdayNoon), 'open');
  assert.equal(everywhere(Array(1001).fill(office), wednesdayNoon), 'unknown');
});

test('beside what is no rule, only what is open for certain is', () => {
  assert.equal(everywhere([null, always], wednesdayNoon), 'open');
  assert.equal(everywhere([appointment, 'x'], wednesdayNoon), 'unknown');
});

test('a day is open by its own rule, and by none of another day', () => {
  const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
  for (const [index, byday] of days.entries()) {
    // 8 June 2026 is a Monday.
    const noon = new Date(Date.UTC(2026, 5, 8 + index, 10));
    assert.equal(openState([{ ...office, byday }], noon), 'open', byday);
    const others = days.filter(day => day !== byday).join();
    assert.equal(openState([{ ...office, byday: others }], noon), 'closed', byday);
  }
});

/** The answer is "unknown" even at times when it would be "closed". */
const assertUnreadable = (rule: object) => {
  for (const instant of [wednesdayNoon, '2026-06-10T20:00:00Z'])
    assert.equal(openState([rule], new Date(instant)), 'unknown');
};

for (const [field, values] of Object.entries(unreadable))
  for (const value of values)
    test(`unreadable: ${field} ${JSON.stringify(value)}`, () =>
      assertUnreadable({ ...office, [field]: value }));

for (const field of ['freq', 'byday', 'opens_at', 'closes_at'])
  test(`unreadable without ${field}`, () => assertUnreadable({ ...office, [field]: undefined }));

test('null is no value, and fields that change nothing are ignored', () => {
  const nulls = {
    valid_from: null,
    valid_to: null,
    interval: null,
    x_timezone: null,
    x_public_holidays: null,
  };
  const flags = { x_always_open: false, x_by_appointment: null, dtstart: null };
  const others = {
    interval: 1,
    x_timezone: 'Europe/Oslo',
    wkst: 'MO',
    id: 'x',
    notes: 'Bring a friend',
    x_own: [],
  };
  for (const more of [nulls, flags, others]) {
    assert.equal(openState([{ ...office, ...more }], new Date(wednesdayNoon)), 'open');
    assert.equal(openState([{ ...office, ...more }], new Date('2026-06-10T20:00:00Z')), 'closed');
  }
});

test('garbage is unknown', () => {
  const noon = new Date(wednesdayNoon);
  const rules = [
    null,
    undefined,
    0,
    'open',
    true,
    [],
    {},
    [[]],
    () => always,
    Symbol('x'),
    Object.create(always),
  ];
  for (const rule of rules) assert.equal(openState([rule], noon), 'unknown');
  const lists = [
    undefined,
    null,
    [],
    {},
    'x',
    always,
    { 0: always, length: 1 },
    new Array(1001).fill(always),
    new Array(3),
  ];
  for (const list of lists) assert.equal(openState(list, noon), 'unknown');
  const thrower = {
    get x_always_open() {
      throw new Error('no');
    },
  };
  assert.equal(openState([thrower], noon), 'unknown');
  for (const instant of [
    undefined,
    null,
    'x',
    Number.NaN,
    {},
    new Date(Number.NaN),
    { getTime: () => '2026' },
  ]) {
    assert.equal(openState([office], instant), 'unknown');
  }
});

test('only own fields count: what a page puts on every object changes nothing', t => {
  const noon = new Date(wednesdayNoon);
  const late = new Date('2026-06-10T20:00:00Z');
  const more = { x_always_open: true, interval: 2, valid_to: '2020-01-01' };
  Object.assign(Object.prototype, more);
  t.after(() => {
    for (const key of Object.keys(more)) Reflect.deleteProperty(Object.prototype, key);
  });
  assert.equal(openState([{}], noon), 'unknown');
  assert.equal(openState([office], noon), 'open');
  assert.equal(openState([office], late), 'closed');
});

test('a page without Intl and with a broken Date.now gets the same answers', t => {
  const { Intl: intl } = globalThis;
  const { now } = Date;
  t.after(() => {
    globalThis.Intl = intl;
    Date.now = now;
  });
  Reflect.deleteProperty(globalThis, 'Intl');
  Object.assign(Date, { now: () => 'i dag' });
  assert.equal(openState([office], new Date(wednesdayNoon)), 'open');
  assert.equal(openState([office], new Date('2026-01-14T06:59:59Z')), 'closed');
});

/** Easter by Meeus, Jones and Butcher, as [month, day]: not the algorithm that is tested. */
function easter(year: number): [month: number, day: number] {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return [Math.floor(n / 31), (n % 31) + 1];
}

test('the public holidays and half-days of every year from 2024 to 2100, and no other day', () => {
  const noon = [{ ...rules.daily, opens_at: '10:00', closes_at: '18:00' }];
  for (let year = 2024; year <= 2100; year++) {
    const [month, day] = easter(year);
    const expected = new Set(['01-01', '05-01', '05-17', '12-24', '12-25', '12-26', '12-31']);
    for (const offset of [-3, -2, 0, 1, 39, 49, 50]) {
      expected.add(new Date(Date.UTC(year, month - 1, day + offset)).toISOString().slice(5, 10));
    }
    for (let date = Date.UTC(year, 0, 1, 12); new Date(date).getUTCFullYear() === year; date += 86_400_000) {
      const name = new Date(date).toISOString().slice(5, 10);
      const answer = openState(noon, new Date(date));
      assert.equal(answer, expected.has(name) ? 'unknown' : 'open', `${year}-${name}`);
    }
  }
});

test('property: Oslo time is that of the time zone database', () => {
  const oslo = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Oslo',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const check = (time: number) => {
    const parts = Object.fromEntries(oslo.formatToParts(time).map(({ type, value }) => [type, value]));
    const minute = Number(parts.hour) * 60 + Number(parts.minute);
    const hhmm = (value: number) =>
      `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;
    const rule = {
      ...office,
      byday: sure(parts.weekday).slice(0, 2).toUpperCase(),
      x_public_holidays: 'open',
    };
    const answer = openState(
      [{ ...rule, opens_at: hhmm(minute), closes_at: hhmm(minute + 1) }],
      new Date(time),
    );
    const halfDay = openState([rule], new Date(time)) === 'unknown';
    assert.equal(answer, halfDay ? 'unknown' : 'open', new Date(time).toISOString());
  };
  fc.assert(fc.property(fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2100, 11, 31) }), check));
  for (let year = 2024; year < 2038; year++) {
    for (const month of [2, 9]) {
      // The days around the clock change, before and after every hour.
      for (let hour = 24 * 24; hour < 31 * 24; hour++) {
        const time = Date.UTC(year, month, 1, hour);
        check(time - 1);
        check(time);
      }
    }
  }
});

const value = fc.constantFrom(
  null,
  true,
  false,
  1,
  'WEEKLY',
  'MO',
  'MO,TU',
  '08:00',
  '24:00',
  '2026-01-01',
  'x',
  'open',
);
const field = fc.oneof(
  fc.constantFrom('freq', 'byday', 'opens_at', 'closes_at', 'valid_from', 'valid_to', 'interval'),
  fc.constantFrom('x_always_open', 'x_by_appointment', 'x_public_holidays', 'x_timezone', '__proto__'),
);
const almostRule = fc
  .dictionary(field, fc.oneof(value, fc.jsonValue()))
  .map(more => ({ ...office, ...more }));
const answers = ['open', 'closed', 'unknown', 'appointment'];

test('property: any JSON, any value and any clock get one of four words', () => {
  const schedules = fc.oneof(fc.jsonValue(), fc.array(fc.jsonValue()), fc.array(almostRule), fc.anything());
  const instant = fc.oneof(fc.date({ noInvalidDate: false }), fc.anything());
  fc.assert(
    fc.property(schedules, instant, (rules, when) => {
      assert.ok(answers.includes(openState(rules, when)));
      assert.ok(answers.includes(openState(rules, new Date(wednesdayNoon))));
    }),
  );
});

test('property: a rule more never closes what is open', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(almostRule, fc.jsonValue()), { maxLength: 5 }), rules => {
      assert.equal(openState([...rules, office], new Date(wednesdayNoon)), 'open');
    }),
  );
});

test('the next opening is the first certain one within a week, by the clock of the country', () => {
  const opening = (schedules: unknown, instant: string) => nextOpening(schedules, new Date(instant));
  assert.deepEqual(opening([office], '2026-12-05T10:00:00Z'), {
    weekday: 'MO',
    time: '08:00',
    isToday: false,
  });
  assert.deepEqual(opening([office], '2026-12-01T06:59:00Z'), {
    weekday: 'TU',
    time: '08:00',
    isToday: true,
  });
  assert.equal(opening([office], '2026-12-01T07:00:00Z')?.weekday, 'WE');
  // In summer the country is two hours ahead.
  assert.equal(opening([office], '2026-06-10T06:00:00Z')?.isToday, false);
  assert.equal(opening([office], '2026-06-10T05:59:00Z')?.isToday, true);
  const late = { ...office, opens_at: '18:00', closes_at: '20:00' };
  assert.equal(opening([late, office], '2026-12-01T16:30:00Z')?.time, '18:00');
  // Neither a rule that ends today, nor an opening in another year.
  assert.equal(opening([{ ...office, valid_to: '2026-12-01' }], '2026-12-01T16:00:00Z'), undefined);
  assert.equal(
    opening([{ ...office, byday: 'MO', valid_from: '2026-12-20' }], '2026-12-01T16:00:00Z'),
    undefined,
  );
});

test('no next opening is said where a holiday comes before it, or nothing can be known', () => {
  for (const [schedules, instant] of [
    [[office], '2027-05-14T20:00:00Z'],
    [[office], '2026-12-24T20:00:00Z'],
    [[{ ...office, opens_at: '25:00' }], wednesdayNoon],
    [[appointment], wednesdayNoon],
    [[], wednesdayNoon],
    [null, wednesdayNoon],
    [[office], 'never'],
    [[office], '1999-01-01T00:00:00Z'],
  ] as [unknown, string][])
    assert.equal(
      nextOpening(schedules, new Date(instant)),
      undefined,
      `${JSON.stringify(schedules)} ${instant}`,
    );
  assert.equal(
    nextOpening([{ ...office, x_public_holidays: 'closed' }], new Date('2027-05-14T20:00:00Z'))?.weekday,
    'TU',
  );
});

test('a public holiday or a half-day is one by the clock of the country', () => {
  for (const [instant, kind] of [
    ['2027-05-17T10:00:00Z', 'holiday'],
    ['2027-05-16T22:30:00Z', 'holiday'],
    ['2027-05-17T22:30:00Z', undefined],
    ['2026-12-01T10:00:00Z', undefined],
    ['2026-12-23T22:30:00Z', undefined],
    ['2026-12-23T23:30:00Z', 'half-day'],
    ['2026-12-24T23:30:00Z', 'holiday'],
    ['2026-12-31T10:00:00Z', 'half-day'],
  ] as const)
    assert.equal(kindOfDayAt(new Date(instant)), kind, instant);
  assert.equal(kindOfDayAt(new Date(Number.NaN)), undefined);
});

test('a device elsewhere is one whose clock shows another time', () => {
  for (const [zone, answer] of [
    ['Europe/Oslo', false],
    ['Europe/Paris', false],
    ['UTC', true],
    ['Asia/Bangkok', true],
  ] as [string, boolean][])
    for (const instant of ['2026-06-10T10:00:00Z', '2026-12-10T10:00:00Z']) {
      process.env.TZ = zone;
      assert.equal(isElsewhere(new Date(instant)), answer, `${zone} ${instant}`);
    }
});
