/** Facts in words, as a reader has them on screen, in English. */

/** @param {string} day YYYY-MM-DD */
export const dayInWords = day =>
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

/** @param {any} schedule */
function scheduleInWords({ byday, opens_at, closes_at, valid_from, valid_to, ...schedule }) {
  const hours = schedule.x_always_open
    ? 'open day and night'
    : schedule.x_by_appointment
      ? 'by appointment'
      : `${daysInWords(byday)} ${opens_at}–${closes_at}`;
  return [
    hours,
    valid_from && `from ${dayInWords(valid_from)}`,
    valid_to && `until ${dayInWords(valid_to)}`,
    holidays[/** @type {keyof typeof holidays} */ (schedule.x_public_holidays)],
  ]
    .filter(Boolean)
    .join(', ');
}

/** @param {string} byday */
function daysInWords(byday) {
  const days = byday.split(',').map(day => weekdays[/** @type {keyof typeof weekdays} */ (day)]);
  const isSpan = days.length > 2 && Object.keys(weekdays).join().includes(byday);
  return isSpan ? `${days[0]} to ${days.at(-1)}` : days.join(', ');
}

/** @param {any[]} schedules */
export const hoursInWords = schedules => schedules.map(scheduleInWords).join('; ');

/** What a record is called: by its name, or by what it says. @param {any} record */
export const nameOf = ({ name, title, text }) => name ?? title ?? `“${text}”`;

/**
 * The document and the section of a source.
 * @param {{document: string, section: string}} source
 * @param {any[]} sources
 */
export function sourceInWords({ document, section }, sources) {
  const cited = sources.find(({ id }) => id === document);
  const part = cited?.sections.find((/** @type {any} */ { id }) => id === section);
  return `${cited?.title ?? document}: ${part?.title ?? section}`;
}

/** @param {number} count @param {string} one @param {string} [several] */
export const countInWords = (count, one, several = `${one}s`) =>
  `${count || 'no'} ${count === 1 ? one : several}`;
