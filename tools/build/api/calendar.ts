/**
 * Opening hours as iCalendar (RFC 5545). We use no library: it would write the same lines, but we would still have to
 * handle the time zone, and the days on which the hours are unknown.
 */
import type { Schedule, Service } from '../../../src/directory/types.js';
import { country, weekdays } from '../country.js';

const { zone, winter, summer } = country().clock;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** hours ahead of UTC */
interface Clock {
  hours: number;
}

const twoDigits = (hours: number) => String(Math.abs(hours)).padStart(2, '0');
const offset = ({ hours }: Clock) => `${hours < 0 ? '-' : '+'}${twoDigits(hours)}00`;
/** The time that clocks show when they change, which is at 01:00 UTC. */
const change = ({ hours }: Clock) => `${twoDigits(1 + hours)}0000`;

/** The EU rules since 1996: all our opening hours begin later. */
const timezone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:DAYLIGHT',
  `DTSTART:19960331T${change(winter)}`,
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  `TZOFFSETFROM:${offset(winter)}`,
  `TZOFFSETTO:${offset(summer)}`,
  `TZNAME:${summer.name}`,
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  `DTSTART:19961027T${change(summer)}`,
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  `TZOFFSETFROM:${offset(summer)}`,
  `TZOFFSETTO:${offset(winter)}`,
  `TZNAME:${winter.name}`,
  'END:STANDARD',
  'END:VTIMEZONE',
];

const localClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/**
 * The instant at which clocks in the country show a time.
 * @param wall the time, as if it were UTC
 */
function instantOf(wall: number) {
  const shown = new Date(wall).toISOString().slice(11, 16);
  const inClock = ({ hours }: Clock) => new Date(wall - hours * HOUR);
  // In March, clocks skip an hour: a time in that hour is read in winter time.
  return inClock([winter, summer].find(clock => localClock.format(inClock(clock)) === shown) ?? winter);
}

/** @param text HH:MM */
const minutesOf = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3));

const dateTime = (wall: number) =>
  new Date(wall)
    .toISOString()
    .replace(/[-:]|\.\d+/g, '')
    .slice(0, 15);

/**
 * The recurrence of the event for opening hours; `undefined` if there are no hours to put into a calendar.
 *
 * It ends with the second year after the facts were captured, since nobody knows the hours for ever. It leaves out days
 * on which openState() does not say "open", such as public holidays that the rule does not mention, since a calendar
 * cannot say "unknown". It also leaves out hours that overlap a change of the clocks.
 * @param captured the day on which the facts were taken from their source
 */
function recurrenceOf(
  schedule: Schedule,
  captured: string,
  openState: typeof import('../../../src/directory/opening-hours.js').openState,
) {
  const { byday, opens_at, closes_at, valid_from, valid_to } = schedule;
  if (!byday || !opens_at || !closes_at) return undefined;
  const horizon = `${Number(captured.slice(0, 4)) + 2}-12-31`;
  const last = Date.parse(valid_to && valid_to < horizon ? valid_to : horizon);
  const opens = minutesOf(opens_at) * 60_000;
  const closes = minutesOf(closes_at) * 60_000;
  const length = closes > opens ? closes - opens : closes + DAY - opens;
  const isOpen = (wall: number) => openState([schedule], instantOf(wall)) === 'open';
  const offsetAt = (wall: number) => wall - instantOf(wall).getTime();
  /** Whether no clock change is near: calendars handle hours that the clocks skip or show twice in different ways. */
  const isPlain = (start: number) => offsetAt(start - HOUR) === offsetAt(start + length + HOUR);
  const known: number[] = [];
  const unknown: number[] = [];
  for (let day = Date.parse(valid_from ?? captured); day <= last; day += DAY) {
    if (!byday.includes(String(weekdays[new Date(day).getUTCDay()]))) continue;
    const start = day + opens;
    const isKnown = isPlain(start) && isOpen(start) && isOpen(start + length - 60_000);
    (isKnown ? known : unknown).push(start);
  }
  const [first] = known;
  const final = known.at(-1);
  if (first === undefined || final === undefined) return undefined;
  const local = (name: string, walls: number[]) => `${name};TZID=${zone}:${walls.map(dateTime).join()}`;
  const excluded = unknown.filter(start => start > first && start < final);
  return [
    local('DTSTART', [first]),
    local('DTEND', [first + length]),
    // RFC 5545: if DTSTART has a time zone, UNTIL has to be in UTC.
    `RRULE:FREQ=WEEKLY;BYDAY=${byday};UNTIL=${dateTime(instantOf(final).getTime())}Z`,
    ...(excluded.length ? [local('EXDATE', excluded)] : []),
  ];
}

/**
 * The opening hours of services; `undefined` if none has weekly hours. A service that is always open needs no calendar,
 * and one by appointment has no hours to put there.
 *
 * An event has the name of the service, but not what it is for, since others may see the calendar.
 * @param entries each service with its HSDS schedules, whose ids become those of the events, and the day on which its
 * facts were captured
 */
export function toCalendar(
  entries: readonly { service: Service; schedules: readonly { id: string }[]; captured: string }[],
  {
    openState,
    escaped,
    folded,
  }: {
    openState: typeof import('../../../src/directory/opening-hours.js').openState;
    escaped: typeof import('../../../src/directory/export/vcard.js').escaped;
    folded: typeof import('../../../src/directory/export/vcard.js').folded;
  },
) {
  const events = entries.flatMap(({ service, schedules, captured }) =>
    (service.x_safe_house ? [] : (service.schedules ?? [])).flatMap((schedule, index) => {
      const recurrence = recurrenceOf(schedule, captured, openState);
      if (!recurrence) return [];
      return [
        'BEGIN:VEVENT',
        `UID:${schedules[index]?.id}`,
        `DTSTAMP:${captured.replaceAll('-', '')}T000000Z`,
        ...recurrence,
        `SUMMARY:${escaped(service.name)}`,
        ...(service.url ? [`URL:${service.url}`] : []),
        // Opening hours must not mark the owner of the calendar as busy.
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
  );
  if (!events.length) return undefined;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Havn//Opening hours//EN',
    ...timezone,
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
}
