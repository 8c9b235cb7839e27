import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { openState as openStateTyped } from 'havn-widgets/directory';
import * as openingHours from '../../dist/npm/directory/opening-hours.js';
import '../properties.js';
import { hostileCases } from '../collections.js';
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

const office = { freq: 'WEEKLY', byday: 'MO,TU,WE,TH,FR', opens_at: '08:00', closes_at: '16:00' };
const daily = (opens_at: string, closes_at: string, more?: object) => ({
  freq: 'WEEKLY',
  byday: 'MO,TU,WE,TH,FR,SA,SU',
  opens_at,
  closes_at,
  ...more,
});
const night = { ...office, byday: 'TH', opens_at: '22:00', closes_at: '06:00' };
const always = { x_always_open: true };
const appointment = { x_by_appointment: true };
/** Rules that say what holds on public holidays. */
const stated = (x_public_holidays: 'open' | 'closed', rule: object = office) => [
  { ...rule, x_public_holidays },
];
const wednesdayNoon = '2026-06-10T10:00:00Z';

test('the zone of the device does change in these tests', () => {
  process.env.TZ = 'Pacific/Kiritimati';
  assert.equal(new Date(wednesdayNoon).getHours(), 0);
  process.env.TZ = 'UTC';
  assert.equal(new Date(wednesdayNoon).getHours(), 10);
});

/** Each row: the case, the rules, the time, the answer. */
const rows: [string, unknown, string, string][] = [
  ['opening is included', [office], '2026-06-10T06:00:00Z', 'open'],
  ['the last millisecond counts', [office], '2026-06-10T13:59:59.999Z', 'open'],
  ['closing is not included', [office], '2026-06-10T14:00:00Z', 'closed'],

  // Daylight saving time begins on 29 March 2026 and 28 March 2027 and ends on 25 October 2026, always at 01:00 UTC.
  ['before summer time', [daily('03:00', '04:00')], '2026-03-29T00:59:59Z', 'closed'],
  ['after the jump', [daily('03:00', '04:00')], '2026-03-29T01:00:00Z', 'open'],
  ['hours within the missing hour', [daily('02:15', '02:45')], '2026-03-29T01:00:00Z', 'closed'],
  ['a night over the jump', [daily('22:00', '03:30')], '2026-03-29T01:29:59Z', 'open'],
  ['a night over the jump, over', [daily('22:00', '03:30')], '2026-03-29T01:30:00Z', 'closed'],
  ['02:30 the first time', [daily('02:15', '02:45')], '2026-10-25T00:30:00Z', 'open'],
  ['02:30 the second time', [daily('02:15', '02:45')], '2026-10-25T01:30:00Z', 'open'],
  ['02:45 the second time', [daily('02:15', '02:45')], '2026-10-25T01:45:00Z', 'closed'],
  ['winter again', [daily('08:00', '09:00')], '2026-10-25T07:00:00Z', 'open'],
  ['the last summer Saturday', [daily('08:00', '09:00')], '2026-10-24T06:00:00Z', 'open'],

  // Midnight.
  ['24:00 is the end of the day', [daily('08:00', '24:00')], '2026-06-10T21:59:59Z', 'open'],
  ['24:00 is not the next day', [daily('08:00', '24:00')], '2026-06-10T22:00:00Z', 'closed'],
  ['00:00 as closing is the same', [daily('08:00', '00:00')], '2026-06-10T21:59:59Z', 'open'],
  ['00:00 as closing, over', [daily('08:00', '00:00')], '2026-06-10T22:00:00Z', 'closed'],
  [
    '00:00 to 24:00 is all day',
    [{ ...office, opens_at: '00:00', closes_at: '24:00' }],
    '2026-06-12T21:59:59Z',
    'open',
  ],
  [
    'and ends on Friday',
    [{ ...office, opens_at: '00:00', closes_at: '24:00' }],
    '2026-06-12T22:00:00Z',
    'closed',
  ],
  [
    'a night of nearly a day',
    [{ ...night, opens_at: '10:00', closes_at: '09:59' }],
    '2026-06-12T07:58:00Z',
    'open',
  ],
  ['Sunday night runs into Monday', [{ ...night, byday: 'SU' }], '2026-06-15T03:59:59Z', 'open'],
  [
    'Monday night does not begin on Monday morning',
    [{ ...night, byday: 'MO' }],
    '2026-06-15T03:00:00Z',
    'closed',
  ],

  // Public holidays, half-days and the nights beside them: 1 May 2026 is a Friday.
  ['Maundy Thursday', [office], '2026-04-02T10:00:00Z', 'unknown'],
  ['Easter Sunday, closed on Sundays anyway', [office], '2026-04-05T10:00:00Z', 'unknown'],
  ['a holiday, at night', [office], '2026-05-01T20:00:00Z', 'unknown'],
  ['the first minute of a holiday', [office], '2026-04-30T22:00:00Z', 'unknown'],
  ['the minute before', [office], '2026-04-30T21:59:59Z', 'closed'],
  ['the first minute after', [office], '2026-05-01T22:00:00Z', 'closed'],
  ['1 May', [office], '2026-05-01T10:00:00Z', 'unknown'],
  ['17 May, a Monday', [office], '2027-05-17T10:00:00Z', 'unknown'],
  ['Whit Monday', [office], '2026-05-25T10:00:00Z', 'unknown'],
  ['Easter Eve is none', [daily('10:00', '18:00')], '2026-04-04T10:00:00Z', 'open'],
  ['Whit Eve is none', [daily('10:00', '18:00')], '2026-05-23T10:00:00Z', 'open'],
  ['31 December', [office], '2026-12-31T10:00:00Z', 'unknown'],
  ['31 December, holidays stated open', stated('open'), '2026-12-31T10:00:00Z', 'unknown'],
  ['31 December, stated closed', stated('closed'), '2026-12-31T10:00:00Z', 'unknown'],
  ['30 December', [office], '2026-12-30T10:00:00Z', 'open'],
  ['stated open', stated('open'), '2026-05-01T10:00:00Z', 'open'],
  ['stated open, after hours', stated('open'), '2026-05-01T20:00:00Z', 'closed'],
  ['stated open, on a Sunday', stated('open'), '2026-04-05T10:00:00Z', 'closed'],
  ['stated closed, other days', stated('closed'), wednesdayNoon, 'open'],
  ['the night of a holiday', [{ ...night, byday: 'FR' }], '2026-05-02T00:30:00Z', 'unknown'],
  [
    'the night of a holiday, stated closed',
    stated('closed', { ...night, byday: 'FR' }),
    '2026-05-02T00:30:00Z',
    'closed',
  ],
  [
    'the night of a holiday, stated open',
    stated('open', { ...night, byday: 'FR' }),
    '2026-05-02T00:30:00Z',
    'open',
  ],
  ['the night into a holiday', [night], '2026-05-01T00:30:00Z', 'unknown'],
  ['the night into a holiday, stated closed', stated('closed', night), '2026-05-01T00:30:00Z', 'unknown'],
  ['the night into a holiday, stated open', stated('open', night), '2026-05-01T00:30:00Z', 'open'],
  ['that night before midnight', [night], '2026-04-30T21:30:00Z', 'open'],
  ['New Year, by appointment', [appointment], '2027-01-01T10:00:00Z', 'appointment'],
  [
    'a rule for one day says what holds on it',
    [{ ...office, valid_from: '2026-12-24', valid_to: '2026-12-24' }],
    '2026-12-24T10:00:00Z',
    'open',
  ],

  // Validity: both the first and the last day are included, in Oslo time.
  ['the first day', [{ ...office, valid_from: '2026-06-10' }], wednesdayNoon, 'open'],
  ['the day before', [{ ...office, valid_from: '2026-06-11' }], wednesdayNoon, 'unknown'],
  ['the last minute', [{ ...office, valid_to: '2026-06-10' }], '2026-06-10T21:59:59Z', 'closed'],
  ['a minute later', [{ ...office, valid_to: '2026-06-10' }], '2026-06-10T22:00:00Z', 'unknown'],
  ['the night of the last day', [{ ...night, valid_to: '2026-06-11' }], '2026-06-12T03:59:59Z', 'open'],
  [
    'after the night of the last day',
    [{ ...night, valid_to: '2026-06-11' }],
    '2026-06-12T04:00:00Z',
    'unknown',
  ],
  [
    'a night long after the last day',
    [{ ...night, valid_to: '2026-06-04' }],
    '2026-06-12T00:30:00Z',
    'unknown',
  ],
  [
    'the night before the first day',
    [{ ...night, valid_from: '2026-06-12' }],
    '2026-06-12T03:00:00Z',
    'closed',
  ],
  ['always, run out', [{ ...always, valid_to: '2025-12-31' }], wednesdayNoon, 'unknown'],
  ['by appointment, not yet', [{ ...appointment, valid_from: '2027-01-01' }], wednesdayNoon, 'unknown'],
  ['not a day of the calendar', [{ ...office, valid_to: '2027-02-29' }], wednesdayNoon, 'unknown'],
  ['month 13', [{ ...office, valid_to: '2026-13-01' }], wednesdayNoon, 'unknown'],
  ['a leap day', [{ ...office, valid_to: '2028-02-29' }], wednesdayNoon, 'open'],
  ['a date with a time', [{ ...office, valid_to: '2026-12-31T00:00:00Z' }], wednesdayNoon, 'unknown'],
  [
    'dates the wrong way round',
    [{ ...office, valid_from: '2026-12-31', valid_to: '2026-01-01' }],
    wednesdayNoon,
    'unknown',
  ],
  [
    'summer hours and winter hours',
    [
      { ...office, closes_at: '15:00', valid_to: '2026-05-14' },
      { ...office, valid_from: '2026-05-15' },
    ],
    '2026-06-10T13:30:00Z',
    'open',
  ],
  [
    'and closed by those in force',
    [
      { ...office, valid_to: '2026-05-14' },
      { ...office, closes_at: '15:00', valid_from: '2026-05-15' },
    ],
    '2026-06-10T13:30:00Z',
    'closed',
  ],

  // Several rules.
  [
    'lunch',
    [
      { ...office, closes_at: '11:30' },
      { ...office, opens_at: '12:30' },
    ],
    wednesdayNoon,
    'closed',
  ],
  [
    'after lunch',
    [
      { ...office, closes_at: '11:30' },
      { ...office, opens_at: '12:30' },
    ],
    '2026-06-10T10:30:00Z',
    'open',
  ],
  ['one unreadable, one open', [{ ...office, freq: 'MONTHLY' }, office], wednesdayNoon, 'open'],
  ['one unreadable, one closed', [{ ...office, freq: 'MONTHLY' }, office], '2026-06-10T20:00:00Z', 'unknown'],
  ['nothing beside always', [null, always], wednesdayNoon, 'open'],
  ['hours, else by appointment', [office, appointment], '2026-06-10T20:00:00Z', 'appointment'],
  ['hours, now', [appointment, office], wednesdayNoon, 'open'],
  ['unreadable beside by appointment', [appointment, 'x'], wednesdayNoon, 'unknown'],
  ['every other week beside closed', [{ ...office, interval: 2 }, office], '2026-06-10T20:00:00Z', 'unknown'],
  [
    'dates the wrong way round beside closed',
    [{ ...office, valid_from: '2026-12-31', valid_to: '2026-01-01' }, office],
    '2026-06-10T20:00:00Z',
    'unknown',
  ],
  [
    'a holiday that one rule leaves open and another states closed',
    [office, { ...office, x_public_holidays: 'closed' }],
    '2026-05-01T10:00:00Z',
    'unknown',
  ],
  [
    'the night into a holiday beside closed',
    [night, { ...office, x_public_holidays: 'closed' }],
    '2026-05-01T00:30:00Z',
    'unknown',
  ],
  ['by appointment denied', [{ ...office, x_by_appointment: false }], wednesdayNoon, 'open'],
  ['a thousand rules', Array(1000).fill(office), wednesdayNoon, 'open'],
  ['one more', Array(1001).fill(office), wednesdayNoon, 'unknown'],

  // Device clocks that cannot be right: the answer is unknown with any rules.
  ['the first minute of 2024', [always], '2023-12-31T23:00:00Z', 'open'],
  ['the minute before', [always], '2023-12-31T22:59:59Z', 'unknown'],
  ['the last of 2100', [always], '2100-12-31T22:59:59Z', 'open'],
  ['2101', [always], '2100-12-31T23:00:00Z', 'unknown'],
  ['before 1970', [office], '1969-06-11T10:00:00Z', 'unknown'],
];
for (const [name, schedules, instant, expected] of rows) {
  test(name, () => assert.equal(everywhere(schedules, instant), expected));
}

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

/** Changes that make a good rule unreadable: the answer is "unknown" even at times when it would be "closed". */
const unreadable = [
  { freq: undefined },
  { freq: 'weekly' },
  { freq: 'DAILY' },
  { freq: 'MONTHLY' },
  { byday: undefined },
  { byday: '' },
  { byday: 'mo' },
  { byday: 'MO, TU' },
  { byday: 'MO,' },
  { byday: ',MO' },
  { byday: 'MO,XX' },
  { byday: '1MO' },
  { byday: 'MO-FR' },
  { byday: ['MO'] },
  { byday: 'MOTU' },
  { opens_at: '8:00' },
  { opens_at: '08.00' },
  { opens_at: '0800' },
  { opens_at: '08:60' },
  { opens_at: '08:00:00' },
  { opens_at: '08:00Z' },
  { opens_at: '08:00+02:00' },
  { opens_at: ' 08:00' },
  { opens_at: '08:00\n' },
  { opens_at: '-8:00' },
  { opens_at: '24:00' },
  { opens_at: 800 },
  { opens_at: '' },
  { opens_at: '\u0660\u0668:\u0660\u0660' },
  { opens_at: null },
  { opens_at: undefined },
  { closes_at: null },
  { closes_at: undefined },
  { closes_at: '24:01' },
  { closes_at: '25:00' },
  { closes_at: '08:00' },
  { interval: 0 },
  { interval: 2 },
  { interval: '1' },
  { interval: -1 },
  { bymonth: '7' },
  { bymonthday: '1' },
  { byyearday: '1' },
  { byweekno: '20' },
  { bysetpos: 1 },
  { count: 3 },
  { dtstart: '2026-01-01' },
  { until: '2027-01-01' },
  { timezone: 2 },
  { x_timezone: 'Europe/Helsinki' },
  { x_timezone: 'Mars/Phobos' },
  { x_timezone: '' },
  { x_timezone: 1 },
  { x_public_holidays: 'maybe' },
  { x_public_holidays: true },
  { valid_from: 'soon' },
  { valid_to: 20_271_231 },
  { valid_to: '' },
  { valid_to: ['2027-12-31'] },
  { valid_to: 'x2027-12-31' },
  { opens_at: ['08:00'] },
  { x_always_open: 'yes' },
  { x_by_appointment: 1 },
  { x_always_open: true },
  { x_by_appointment: true },
];
for (const change of unreadable) {
  const [key] = Object.keys(change);
  const [value] = Object.values(change);
  test(`unreadable: ${key} ${JSON.stringify(value)}`, () => {
    for (const instant of [wednesdayNoon, '2026-06-10T20:00:00Z']) {
      assert.equal(openState([{ ...office, ...change }], new Date(instant)), 'unknown');
    }
  });
}

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
  const noon = [daily('10:00', '18:00')];
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
  assert.equal(nextOpening(stated('closed'), new Date('2027-05-14T20:00:00Z'))?.weekday, 'TU');
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
