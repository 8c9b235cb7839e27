/** Telephone numbers as people write them. */
import { asciiDigits } from '../../../dist/npm/directory/overlay/as-seen.js';
import { isOneOff } from '../../../dist/npm/directory/search/understand.js';
import {
  asRead,
  country,
  emergencyNumber,
  lengthsOf,
  nationalNumber,
  premiumNumber,
  writtenNumber,
} from '../../build/country.js';

/** As it is read. */
export const shown = (number: string) => asRead(number);

const { telephone } = country();
const { calling_code: code, trunk = '' } = telephone;
const premium = premiumNumber(telephone);
const isNational = new RegExp(`^${trunk}${nationalNumber(telephone)}$`);

/** What may stand between the digits of a number, once all spaces are plain ones. */
const gap = '[ ./\u00b7\u2022-]';

/** Nobody takes a letter for a digit that stands by itself: "I 21 00 00 01". */
const figure = '(?:\\d|(?<=\\d)[OoIl]|[OoIl](?=\\d)|(?<!\\p{L})(?:OO|ll)(?!\\p{L}))';
/** As many figures as a number has, or more: "21 00 00 0O". */
const figures = new RegExp(
  `(?<![\\p{L}\\d])${figure}(?:[^\\p{L}\\p{N}\\n]{0,3}${figure}){4,13}(?!\\p{L})`,
  'gu',
);

/** With plain spaces, and digits for the letters among them, also Greek and Cyrillic ones. Indexes stay. */
const withFigures = (text: string) =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/[\u039f\u03bf\u041e\u043e]/g, 'O')
    .replace(/[\u0399\u0406]/g, 'I')
    .replace(figures, row => row.replace(/[Oo]/g, '0').replace(/[Il]/g, '1'));

/** As it is dialled: numbers of the country with their calling code, short codes without. `''`: no number. */
function dialled(text: string) {
  const digits = text
    .replace(/\(0\)/g, '')
    .replace(/[^\d+]/g, '')
    .replace(/^00/, '+');
  return inFull(digits);
}

/** Numbers of the country with their calling code, short codes as they are. */
const inFull = (digits: string) =>
  isNational.test(digits) ? `+${code}${digits.slice(trunk.length)}` : digits;

/** One by itself is the mark of a point in a list, and one above the line that of a note. */
const circled = '[\\u2460-\\u249b\\u24ea-\\u24ff\\u2776-\\u2793]';

/** What in a text looks like something plainer, or like nothing at all. */
const disguised = new RegExp(
  `(?![\\d -])[\\p{DI}\\p{Nd}\\p{Me}\\p{Z}\\p{Pd}\\u2212＋]|${circled}(?= ?${circled})|(?<=${circled} ?)${circled}`,
  'gu',
);

function plainer(character: string) {
  // Also what encloses a digit: that of a key.
  if (/[\p{DI}\p{Me}]/u.test(character)) return '';
  if (/\p{Z}/u.test(character)) return ' ';
  // Also the minus of mathematics.
  if (/[\p{Pd}\u2212]/u.test(character)) return '-';
  return character === '＋' ? '+' : asciiDigits(character);
}

/** As it is read where it runs the other way. */
export const turned = (text: string) => [...text].reverse().join('');

/** From the character that turns the text to the one that ends that. */
const turnedPart = /\u202e([^\u202c\n]*)\u202c?/g;

/**
 * As a reader sees it: every space is a space, every dash a dash, a digit of any script its figure, and what cannot be seen
 * is not there.
 */
export const asSeen = (text: string) =>
  text.replace(turnedPart, (_, part: string) => turned(part)).replace(disguised, plainer);

/** As browsers take an address: control characters around it and line breaks in it are not there. */
const asAddress = (href: string) => href.replace(/^[\p{Cc} ]+/u, '').replace(/[\t\n\r]/g, '');

/** Whether a link rings, and does not write. */
export const isCall = (href: string) => /^(?:tel|callto):/i.test(asAddress(href));

/** What writes its numbers with the calling code, and mostly no plus: WhatsApp, Viber, Telegram, Signal. */
const messengers = [
  /^(?:whatsapp:(?:\/\/)?send\/?|https?:\/\/(?:(?:www\.)?wa\.me|(?:api|web)\.whatsapp\.com\/send))\/?(?:\?(?:.*&)?phone=)?\+?(\d+)/is,
  /^viber:(?:\/\/)?(?:add|call|chat|contact)\/?\?(?:.*&)?number=\+?(\d+)/is,
  /^(?:tg:(?:\/\/)?resolve\/?\?(?:.*&)?phone=|https?:\/\/(?:t|telegram)\.me\/\+)\+?(\d+)(?![\w-])/is,
  /^(?:sgnl:\/\/|https?:\/\/)signal\.me\/#p\/\+?(\d+)/is,
];
/** What an application may call by a number, and by a name as well. */
const byApplication = /^(?:facetime(?:-audio)?|skype|sips?|smsto|intent):(?:\/\/)?([^?;@#]*)(.*)$/is;

/** What a telephone leaves out of an address: spaces, dashes, what cannot be seen. Not "(0)": its zero is dialled. */
const undialled = /[\s\p{Cf}\p{Pd}()./\u00b7\u2022]/gu;

/** What a telephone dials for an address. With a letter or a code in it (`*21*…#`), as it stands there: it is no number. */
function rung(address: string) {
  const left = address.replace(undialled, '').replace(/^00/, '+');
  return inFull(left);
}

/** Before a number, what keeps the caller's own from being shown. */
const hidesCaller = /^(tel:)(?:\*31%23|%2331%23)/i;

/** The number that a link calls, or writes to; `undefined`: none. */
export function calledBy(href: string) {
  const address = decoded(asAddress(href).replace(hidesCaller, '$1'));
  const [, rest] = /^(?:tel|callto|sms):(.*)$/is.exec(address) ?? [];
  // After a comma or a "p", a telephone waits, and dials what is within the service.
  if (rest !== undefined) return rung(rest.replace(/^\/\//, '').replace(/(?:[;?,]|(?<=\d)[pw]\d).*$/is, ''));
  for (const messenger of messengers) {
    const [, whole] = messenger.exec(address) ?? [];
    if (whole) return rung(`+${whole}`);
  }
  const [, number = '', behind = ''] = byApplication.exec(address) ?? [];
  const isOther = /^intent:/i.test(address) && !/;scheme=(?:tel|sms|smsto);/i.test(behind);
  return !isOther && /\d/.test(number) && /^[\d\s()+./-]+$/.test(number) ? rung(number) : undefined;
}

function decoded(address: string) {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

const [fewest, most] = lengthsOf(telephone);

/** Of how many rows of digits it is remembered what they are. */
const mostKept = 100_000;

/** In the place of what is not looked at. */
const hidden = '\n';

/**
 * As only some write a number of eight digits: "4000 0000", its halves no two years; "4000 00 00", which is no day;
 * "(40) 00 00 00"; and one by one.
 */
const otherWays = [
  `(?!(?:19|20)\\d\\d.(?:19|20)\\d\\d(?!\\d))\\d{4}${gap}\\d{4}`,
  `(?!(?:19|20)\\d\\d)\\d{4}${gap}\\d\\d${gap}\\d\\d`,
  `\\d\\d\\)${gap}?\\d\\d${gap}?\\d\\d${gap}?\\d\\d`,
  // No row of pages: "2 3 4 5 6 7 8 9".
  `(?!2.3.4|3.4.5|4.5.6)\\d(?:${gap}\\d){7}`,
].map(way => `(?=[2-9])${way}`);
const rarely = most === 8 ? `|${otherWays.join('|')}` : '';

/** Numbers of other countries. */
const foreign = new RegExp(
  `(?<![\\d\\p{L}@/=_+])\\+(?!${code})[1-9](?:${gap}?(?:\\(0\\))?${gap}?\\d){6,13}(?!\\d)`,
  'gu',
);

/**
 * Numbers as people in the country group them, and the longer short codes, with nothing that would make them part of
 * something else, such as of an address. One kind of gap throughout: 25.11.2026 is a day.
 */
const written = new RegExp(
  `(?<![\\d\\p{L}@/_+]|[?&][\\w-]{0,40}=|\\d[ .,/-])(?:(?:\\+|00)${code}${gap}?${trunk && `|${trunk}`})?` +
    `(?:${writtenNumber(telephone, gap)}${rarely})` +
    `(?!\\d|[.,/-]\\d|${gap}\\d\\d(?!\\d))`,
  'gu',
);

/** A day, as machines write it. */
const isDay = (digits: string) => /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/.test(digits);

/** @returns the numbers in it */
export const numbersIn = (text: string): { index: number; text: string; number: string }[] => {
  const plain = withFigures(text);
  return [...plain.matchAll(written), ...plain.matchAll(foreign)]
    .filter(([found]) => !isDay(found))
    .map(({ 0: found, index }) => ({ index, text: found, number: dialled(found) }))
    .sort((one, other) => one.index - other.index);
};

const national = (number: string) => number.replace(`+${code}`, '');

/** Between what two elements show, where it is to be seen. It is in no text: `asSeen` leaves it out. */
export const seam = '\u200b';

interface Found {
  index: number;
  text: string;
  number: string;
}

/** What may stand between the groups of digits of a number, however people write it: "22 - 33", "(22) 33". */
const looseGap = new RegExp(`^[ .,:/|()\u00b7\u2022${seam}-]{1,4}$`);

/** What makes the digits after it part of something else, such as of an address. */
const binds = /[\p{L}@=_]$|(?<!\d ?)\/$/u;

/** Before the digits of a number, with or without the plus. */
const callingCode = new RegExp(`^(?:00)?${code}`);

const isNearlyAsLong = ({ length }: string) => length >= fewest - 1 && length <= most + 1;

/** What has nearly the digits of a number, and says beside them what it is: "Org.nr. 921 000 010", "21 000 050 kroner". */
function isOfOtherKind(text: string, index: number, end: number) {
  const before = text.slice(Math.max(0, index - 30), index);
  const written = text.slice(index, end);
  const after = text.slice(end, end + 8);
  const isOrganization =
    /^\d{3} ?\d{3} ?\d{3}$/.test(written) &&
    (/(?:\borg|organi[sz]a[st]jons)[\p{L}. -]{0,12}:? ?$|\bNO ?$/iu.test(before) || /^ ?MVA\b/.test(after));
  const isSum =
    /^\d{1,3}(?:[ .]\d{3})+$/.test(written) &&
    (/\b(?:kr\.?|NOK) ?$/i.test(before) || /^ ?(?:kr\b|kroner\b|NOK\b|,-)/i.test(after));
  return isOrganization || isSum;
}

/**
 * Numbers with a slip in them, a digit missing or too much, too. Looked at is each row of whole groups of digits that is
 * nearly as long as a number, with the calling code or without.
 * @param isRight whether a number is as it should be: no part of it is anything else
 */
export function slipsIn(
  text: string,
  isRight: (number: string) => boolean,
  isSlip: (number: string) => boolean,
): Found[] {
  const plain = withFigures(text).replace(foreign, number => hidden.repeat(number.length));
  const groups = [...plain.matchAll(/\d+/g)].map(({ 0: digits, index }) => ({
    digits,
    start: index,
    end: index + digits.length,
  }));
  const gaps = groups.map(({ end }, index) =>
    plain.slice(end, Math.min(groups[index + 1]?.start ?? end, end + 9)),
  );
  const isJoined = gaps.map(gap => looseGap.test(gap));
  /** Whether a single digit stands beside a row just as the groups of the row stand beside each other. */
  const hasOneMore = (first: number, last: number) => {
    const own = last > first ? gaps[last - 1] : seam;
    const isLike = (gap?: string) => gap === own || gap === seam;
    return (
      (isLike(gaps[last]) && groups[last + 1]?.digits.length === 1) ||
      (isLike(gaps[first - 1]) && groups[first - 1]?.digits.length === 1)
    );
  };
  const found = { right: [] as Found[], slips: [] as Found[] };
  /** Of the digits that have been looked at. */
  const kinds: Map<string, 'right' | 'slips' | undefined> = new Map();
  const kindOf = (digits: string) => {
    if (kinds.has(digits)) return kinds.get(digits);
    const number = inFull(digits);
    const kind = isRight(number) ? 'right' : isSlip(number) ? 'slips' : undefined;
    if (kinds.size < mostKept) kinds.set(digits, kind);
    return kind;
  };
  const look = (digits: string, first: number, last: number) => {
    const kind = kindOf(digits);
    if (!kind || (kind === 'right' && hasOneMore(first, last))) return;
    const [start, end] = [groups[first]?.start ?? 0, groups[last]?.end ?? 0];
    const index = start - (plain[start - 1] === '+' ? 1 : 0);
    const written = text.slice(index, end);
    // No telephone dials a letter, nor finds it where somebody copies it.
    const list = /\p{L}/u.test(written) ? 'slips' : kind;
    if (!isOfOtherKind(plain, index, end)) found[list].push({ index, text: written, number: inFull(digits) });
  };
  for (const [first, { start }] of groups.entries()) {
    if (binds.test(plain.slice(Math.max(0, start - 3), start))) continue;
    let digits = '';
    for (let last = first; last < groups.length && digits.length <= most + 5; last++) {
      digits += groups[last]?.digits ?? '';
      if (isNearlyAsLong(digits)) look(digits, first, last);
      const [prefix = ''] = callingCode.exec(digits) ?? [];
      if (prefix && isNearlyAsLong(digits.slice(prefix.length)))
        look(digits.slice(prefix.length), first, last);
      if (!isJoined[last]) break;
    }
  }
  return apart(found.slips, found.right);
}

/** What stands before a number, in a link that calls it. */
export const callWords = ['ring', 'call', 'tlf', 'telefon', 'phone', 'tel'];

const besideEmergency = [...callWords, 'politi', 'police', ...(telephone.emergency_names ?? [])];
const emergencyAlone = new RegExp(
  `^[^\\p{L}\\d]*(?:(?:${besideEmergency.join('|')})\\p{L}*[.:]? ){0,3}\\(?(${emergencyNumber(telephone)})[^\\p{L}\\d]*$`,
  'imu',
);

/** The emergency number that a text is, at most with words for calling it, the police or an emergency before it: "Ring politiet (112)". */
export function emergencyIn(text: string): Found | undefined {
  const [, number] = emergencyAlone.exec(text) ?? [];
  return number ? { index: 0, text: number, number } : undefined;
}

const endOf = ({ index, text }: Found) => index + text.length;

/**
 * Those that share nothing with one before, nor with any of the others.
 * @param others in their order, as those are
 */
function apart(all: Found[], others: Found[]) {
  const kept: Found[] = [];
  let next = 0;
  for (const one of all) {
    let other = others[next];
    while (other && endOf(other) <= one.index) other = others[++next];
    const isPart = other && other.index < endOf(one);
    const before = kept.at(-1);
    if (!isPart && (!before || endOf(before) <= one.index)) kept.push(one);
  }
  return kept;
}

/**
 * Whether a number is meant to be another one: a digit wrong, missing or too much, two exchanged, or no plus before the
 * calling code. Short codes are left out: with a slip in it, one is any short number.
 */
export const isSlipOf = (number: string, meant: string) =>
  meant.startsWith('+') &&
  (meant === `+${number}` ||
    isOneOff(national(number), national(meant)) ||
    (number.startsWith(code) && isOneOff(number.slice(code.length), national(meant))));

/** Numbers of the country that cost extra. */
export const isPremium = (number: string) => premium.test(number);
