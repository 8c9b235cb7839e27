import { isHalfDay, isHoliday, summer, timeZone, winter } from './generated/country.js';
import type { OpenState, Schedule } from './types.js';

/*
 * Hours are wall-clock hours in the country, wherever the device is. The EU rules for summer time are computed here,
 * since host pages remove `Intl`, and old devices have old time zone tables.
 * A day is a number: days since 1 January 1970.
 */
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const hasOwn = Object.prototype.hasOwnProperty;

export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
export const EVERY_DAY = 'MO,TU,WE,TH,FR,SA,SU';

/** From weakest to strongest: if rules disagree about an instant, the strongest state is the answer. */
const STRENGTH: readonly OpenState[] = ['closed', 'appointment', 'unknown', 'open'];

/**
 * Fields that change what a rule means, each with the values that we can read. The fields without values are HSDS and
 * iCalendar terms that make a rule skip days: "unknown" is better than "open" on the wrong Tuesday.
 */
const READABLE: readonly (readonly [string, ...unknown[]])[] = [
  ['x_timezone', timeZone],
  ['x_public_holidays', 'open', 'closed'],
  ['x_always_open', true, false],
  ['x_by_appointment', true, false],
  ['interval', 1],
  ['timezone'],
  ['dtstart'],
  ['until'],
  ['count'],
  ['bymonth'],
  ['bymonthday'],
  ['byyearday'],
  ['byweekno'],
  ['bysetpos'],
];

/**
 * Whether a service is open at an instant, as one of four states. Never guesses, never throws.
 *
 * `unknown`: no rule is in force; a rule cannot be read (and none says open); it is a public holiday or a
 * half-day and a rule does not say what applies then; or the clock is not in 2024 to 2100. The opening minute is
 * included, the closing minute is not. If closing is before opening, it is on the next day, and the night belongs to
 * the day on which it began. If rules disagree: open before unknown before by appointment before closed.
 *
 * @param schedules the rules of a service; null, undefined or empty if they are not known
 * @param instant the moment asked about: a `Date` (the time zone of the device does not matter), ISO 8601 text with a
 * zone, or milliseconds since 1970
 */
export function openState(
  schedules: readonly Schedule[] | null | undefined,
  instant: Date | string | number,
): OpenState {
  try {
    const clock = clockAt(instant);
    return clock ? strongestOf(schedules, clock.day, clock.minute) : 'unknown';
  } catch {
    return 'unknown';
  }
}

/** When a service opens next: the weekday as in `byday`, and the hour as HH:MM by the clock of the country. */
interface Opening {
  readonly weekday: string;
  readonly time: string;
  readonly isToday: boolean;
}

/**
 * When a service opens next, within a week; `undefined` if that is not certain (such as before a public holiday), or if
 * it does not open in that week.
 */
export function nextOpening(
  schedules: readonly Schedule[] | null | undefined,
  instant: Date | string | number,
): Opening | undefined {
  try {
    const clock = clockAt(instant);
    if (!clock || !schedules) return undefined;
    const { day, minute } = clock;
    const times = schedules.map(({ opens_at }) => opens_at || '').sort();
    for (let date = day; date <= day + 7; date++)
      for (const time of times) {
        const opens = minuteOf(time);
        if (!(date > day || opens > minute)) continue;
        const state = strongestOf(schedules, date, opens);
        if (state === 'unknown') return undefined;
        if (state === 'open') return { weekday: WEEKDAYS[weekday(date)] || '', time, isToday: date === day };
      }
  } catch {
    // As in `openState`: hours that cannot be read are unknown.
  }
  return undefined;
}

/** Whether an instant is before, during or after the validity of a rule. A date that cannot be read sets no limit. */
export function phaseOf({ valid_from, valid_to }: Schedule, instant: Date): 'before' | 'during' | 'after' {
  const clock = clockAt(instant);
  if (clock && dayOf(valid_to ?? undefined, Infinity) < clock.day) return 'after';
  return clock && dayOf(valid_from ?? undefined, -Infinity) > clock.day ? 'before' : 'during';
}

/** Whether it is a public holiday or a half-day in the country at an instant; `undefined` on all other days. */
export function kindOfDayAt(instant: Date): 'holiday' | 'half-day' | undefined {
  const clock = clockAt(instant);
  return clock && kindOf(clock.day);
}

/** Whether the clock of the device shows another time than clocks in the country. */
export const isElsewhere = (instant: Date): boolean =>
  localTime(+instant) - +instant !== -instant.getTimezoneOffset() * 60_000;

/** The day in the country as YYYY-MM-DD; `undefined` where the clock is not in 2024 to 2100. */
export function dayInCountry(instant: Date): string | undefined {
  const clock = clockAt(instant);
  return clock && new Date(clock.day * DAY).toISOString().slice(0, 10);
}

/** Day and minute in the country; `undefined` where the clock is not in 2024 to 2100. */
function clockAt(instant: Date | string | number): { day: number; minute: number } | undefined {
  const wall = localTime(+new Date(instant));
  const year = new Date(wall).getUTCFullYear();
  if (!(year >= 2024 && year <= 2100)) return undefined;
  return { day: Math.floor(wall / DAY), minute: Math.floor((wall % DAY) / 60_000) };
}

function strongestOf(schedules: unknown, day: number, minute: number): OpenState {
  // Nobody has a thousand rules, and the `length` of a sparse array can be billions.
  if (!Array.isArray(schedules) || schedules.length > 1000) return 'unknown';
  let strongest = -1;
  for (let i = 0; i < schedules.length; i++) {
    const state = stateOf(own(schedules, i), day, minute);
    if (state) strongest = Math.max(strongest, STRENGTH.indexOf(state));
  }
  return STRENGTH[strongest] || 'unknown';
}

/** The state that one rule gives for a minute of a day; `undefined` if the rule is not in force. */
function stateOf(rule: unknown, day: number, minute: number): OpenState | undefined {
  for (const values of READABLE) {
    const value = own(rule, values[0]);
    if (value !== undefined && values.indexOf(value, 1) < 0) return 'unknown';
  }
  const from = dayOf(own(rule, 'valid_from'), -Infinity);
  const to = dayOf(own(rule, 'valid_to'), Infinity);
  const always = own(rule, 'x_always_open') === true;
  const appointment = own(rule, 'x_by_appointment') === true;
  const weekly = own(rule, 'opens_at') !== undefined;
  // Exactly one of the three, and the dates in order. An unreadable date is NaN, so the comparison fails.
  if (+always + +appointment + +weekly !== 1 || !(from <= to)) return 'unknown';
  const inForce = from <= day && day <= to;
  if (!weekly) {
    if (!inForce) return undefined;
    return always ? 'open' : 'appointment';
  }

  const byday = own(rule, 'byday');
  const opens = minuteOf(own(rule, 'opens_at'));
  const closes = minuteOf(own(rule, 'closes_at'));
  if (
    own(rule, 'freq') !== 'WEEKLY' ||
    typeof byday !== 'string' ||
    !byday.split(',').every(day => WEEKDAYS.includes(day)) ||
    !(opens < 1440 && closes <= 1440) ||
    opens === closes
  ) {
    return 'unknown';
  }

  /** Whether the hours that begin on day `start` include a minute, counted from midnight of that day. */
  const covers = (start: number, time: number) =>
    from <= start &&
    start <= to &&
    byday.indexOf(WEEKDAYS[weekday(start)] || '?') >= 0 &&
    opens <= time &&
    time < (closes < opens ? closes + 1440 : closes);

  /** Whether the rule applies on a date: usual hours (`open`), none (`closed`), or it does not say (`unknown`). */
  const holds = (date: number) => {
    const kind = kindOf(date);
    if (!kind) return 'open';
    // A rule for a single day is about that day, also if it is a holiday.
    return (kind === 'holiday' && own(rule, 'x_public_holidays')) || (from === to ? 'open' : 'unknown');
  };

  const today = holds(day);
  const yesterday = holds(day - 1);
  if (yesterday !== 'closed' && covers(day - 1, minute + 1440)) {
    // Yesterday's hours continue after midnight. If either day is a holiday or half-day, that is uncertain.
    return yesterday === 'open' && today === 'open' ? 'open' : 'unknown';
  }
  if (!inForce) return undefined;
  if (today === 'unknown') return 'unknown';
  return today === 'open' && covers(day, minute) ? 'open' : 'closed';
}

/**
 * The value of an own field; `undefined` if it is missing or null. Inherited fields are ignored, since host pages add
 * properties to `Object.prototype`.
 */
function own(record: unknown, key: string | number): unknown {
  const object = Object(record);
  return hasOwn.call(object, key) ? (object[key] ?? undefined) : undefined;
}

/** The day of YYYY-MM-DD; NaN if there is no such day in the calendar; `missing` if the value is undefined. */
export function dayOf(text: unknown, missing: number): number {
  if (text === undefined) return missing;
  const [, year = '', month = '', date = ''] =
    (typeof text === 'string' && /^(\d{4})-(\d\d)-(\d\d)$/.exec(text)) || [];
  const time = Date.UTC(+year, +month - 1, +date);
  // `Date.UTC` turns 30 February into a day of March, and month 13 into the next year: reject both.
  return new Date(time).getUTCMonth() === +month - 1 ? time / DAY : NaN;
}

/** The minutes from midnight to HH:MM, 24:00 included; NaN if the text is not in that form. */
export function minuteOf(text: unknown): number {
  const match = typeof text === 'string' && /^(\d\d):([0-5]\d)$/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : NaN;
}

/** 0 is Sunday: 1 January 1970 was a Thursday. */
function weekday(day: number): number {
  return (day + 4) % 7;
}

/** The wall-clock time in the country at an instant, as if it were UTC, in milliseconds. */
function localTime(time: number): number {
  const year = new Date(time).getUTCFullYear();
  const change = (month: number) => {
    const last = Date.UTC(year, month, 31) / DAY;
    return (last - weekday(last)) * DAY + HOUR;
  };
  // Summer time: from the last Sunday of March to the last of October, at 01:00 UTC.
  return time + (time >= change(2) && time < change(9) ? summer : winter) * HOUR;
}

/** Easter Sunday: the first after the full moon of the Gregorian computus. Right for 1900 to 2199. */
function easter(year: number): number {
  const moon = (19 * (year % 19) + 24) % 30;
  const fullMoon = Date.UTC(year, 2, 21 + moon - (moon > 27 ? 1 : 0)) / DAY;
  return fullMoon + 7 - weekday(fullMoon);
}

/** Whether a day is a public holiday or a half-day in the country; `undefined` for all other days. */
function kindOf(day: number): 'holiday' | 'half-day' | undefined {
  const date = new Date(day * DAY);
  const monthAndDate = (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  if (isHalfDay(monthAndDate)) return 'half-day';
  return isHoliday(monthAndDate, day - easter(date.getUTCFullYear()), weekday(day)) ? 'holiday' : undefined;
}
