/** Facts in words, as a reader has them on screen, in English. */
import type { Schedule, Source, SourceDocument } from '../../src/directory/types.js';

/** @param day YYYY-MM-DD */
export const dayInWords = (day: string) =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`));

const weekdays = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const holidays = { open: 'also on public holidays', closed: 'closed on public holidays' };

function scheduleInWords({ byday, opens_at, closes_at, valid_from, valid_to, ...schedule }: Schedule) {
  const hours = schedule.x_always_open
    ? 'open day and night'
    : schedule.x_by_appointment
      ? 'by appointment'
      : `${daysInWords(byday ?? '')} ${opens_at}–${closes_at}`;
  return [
    hours,
    valid_from && `from ${dayInWords(valid_from)}`,
    valid_to && `until ${dayInWords(valid_to)}`,
    schedule.x_timezone && `${schedule.x_timezone} time`,
    schedule.x_public_holidays && holidays[schedule.x_public_holidays],
  ]
    .filter(Boolean)
    .join(', ');
}

function daysInWords(byday: string) {
  const days = byday.split(',').map(day => weekdays[day as keyof typeof weekdays]);
  const isSpan = days.length > 2 && Object.keys(weekdays).join().includes(byday);
  return isSpan ? `${days[0]} to ${days.at(-1)}` : days.join(', ');
}

export const hoursInWords = (schedules: readonly Schedule[]) => schedules.map(scheduleInWords).join('; ');

/** What a record is called: by its name, or by what it says. */
export const nameOf = ({ name, title, text }: { name?: string; title?: string; text?: string }) =>
  name ?? title ?? `“${text}”`;

/** The document and the section of a source. */
export function sourceInWords({ document, section }: Source, sources: readonly SourceDocument[]) {
  const cited = sources.find(({ id }) => id === document);
  const part = cited?.sections.find(({ id }) => id === section);
  return `${cited?.title ?? document}: ${part?.title ?? section}`;
}

export const countInWords = (count: number, one: string, several: string = `${one}s`) =>
  `${count || 'no'} ${count === 1 ? one : several}`;
