/** Checks the days and the opening hours of a record. */
import { DAY, dayOf, HOUR, minuteOf, WEEKDAYS } from '../opening-hours.js';
import type { Schedule } from '../types.js';
import { type Refuse, step } from './record.js';

export const twentyFourHours =
  'says that it is a 24-hour line, which only the national helpline may: leave it out, and write "x_open_day_and_night": true if it is open day and night';

export const notADay = 'has to be a day: YYYY-MM-DD';

/**
 * The last day that counts as past: clocks of devices differ by some hours. No limit if the clock is obviously wrong.
 */
export function lastDay(today: Date): number {
  const year = today.getUTCFullYear();
  return year >= 2024 && year <= 2100 ? Math.floor((today.getTime() + 2 * HOUR) / DAY) : Infinity;
}

/** What is wrong with a date that may not be in the future, or `undefined`. */
export function faultOfPastDay(text: unknown, last: number): string | undefined {
  const day = dayOf(text, NaN);
  if (day <= last) return undefined;
  return day > last ? 'may not be in the future' : notADay;
}

export function refuseSchedules(schedules: readonly Schedule[], pointer: string, refuse: Refuse): void {
  schedules.forEach(({ opens_at, closes_at, valid_from, valid_to }, index) => {
    const at = step(pointer, index);
    if (opens_at === '24:00') refuse(`${at}/opens_at`, 'has to be before 24:00');
    if (opens_at && opens_at === closes_at)
      refuse(`${at}/closes_at`, 'is when it opens: a whole day is 00:00 to 24:00');
    const from = dayOf(valid_from, -Infinity);
    const to = dayOf(valid_to, Infinity);
    if (Number.isNaN(from)) refuse(`${at}/valid_from`, notADay);
    if (Number.isNaN(to)) refuse(`${at}/valid_to`, notADay);
    if (from > to) refuse(`${at}/valid_to`, 'may not be before valid_from');
  });
  if (isAlwaysOpen(schedules)) refuse(pointer, twentyFourHours);
}

/** In days. A service that is open at all hours for no longer than this is not a 24-hour line. */
const month = 31;

/** In days. A gap that is no longer does not end such a period. */
const week = 7;

/**
 * In minutes of a week. HSDS writes a whole day as 00:00 to 23:59: a line that is closed for less than this is still a
 * 24-hour line.
 */
const moment = 60;

/** Whether the rules, together or one after the other, cover all hours of the week for longer than a month. */
function isAlwaysOpen(schedules: readonly Schedule[]): boolean {
  if (closedMinutes(schedules) >= moment) return false;
  const spans = schedules.map(rule => ({
    rule,
    from: dayOf(rule.valid_from, -Infinity),
    to: dayOf(rule.valid_to, Infinity),
  }));
  // The same rules apply from one day on which a rule begins or has ended until the next such day.
  const days = [...new Set(spans.flatMap(({ from, to }) => [from, to + 1]))].sort(
    (one, other) => one - other,
  );
  let began: number | undefined;
  let ended = -Infinity;
  for (let index = 0; index + 1 < days.length; index++) {
    const from = days[index] as number;
    const before = days[index + 1] as number;
    const holding = spans.filter(span => span.from <= from && from <= span.to).map(({ rule }) => rule);
    if (closedMinutes(holding) >= moment) continue;
    if (began === undefined || from - ended > week) began = from;
    ended = before;
    if (ended - began > month) return true;
  }
  return false;
}

/** How many minutes of a week no rule covers. */
function closedMinutes(schedules: readonly Schedule[]): number {
  const minutesOfWeek = 7 * 1440;
  const lengthOf = ({ opens_at, closes_at }: Schedule) =>
    (minuteOf(closes_at) - minuteOf(opens_at) + 1440) % 1440 || 1440;
  // Most services are open for so few hours that overlaps do not matter.
  const open = schedules.reduce(
    (sum, rule) => sum + (rule.byday ? ((rule.byday.length + 1) / 3) * lengthOf(rule) : 0),
    0,
  );
  if (open <= minutesOfWeek - moment) return minutesOfWeek - open;
  const spans: (readonly [number, number])[] = [];
  for (const rule of schedules) {
    const { byday = '', opens_at } = rule;
    const opens = minuteOf(opens_at);
    const minutes = lengthOf(rule);
    for (const day of byday ? byday.split(',') : []) {
      const start = WEEKDAYS.indexOf(day) * 1440 + opens;
      spans.push([start, Math.min(start + minutes, minutesOfWeek)], [0, start + minutes - minutesOfWeek]);
    }
  }
  let closed = minutesOfWeek;
  let covered = 0;
  for (const [start, end] of spans.sort(([one], [other]) => one - other)) {
    closed -= Math.max(0, end - Math.max(start, covered));
    covered = Math.max(covered, end);
  }
  return closed;
}
