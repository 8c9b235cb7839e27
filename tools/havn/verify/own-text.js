/** The numbers in the page's own text, held against those of the facts. */
import { country } from '../../country.js';
import { callLinksIn } from './embeds.js';
import { hardBreak, lineOf, placeIn, placeOf, readText } from './html.js';
import { isOneSlip, isPremium, numbersIn, shown, slipsIn } from './numbers.js';
import { finding } from './rules.js';

/** @typedef {import('./reference.js').Reference} Reference */
/** @typedef {import('./reference.js').Organization} Organization */
/** @typedef {import('./rules.js').Finding} Finding */

/** How far before its number a name may stand. */
const reach = 80;

/** @param {string} text */
const escaped = text => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A name as a word of its own. @param {Organization[]} organizations */
const namePattern = organizations =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${organizations
      .flatMap(({ names }) => names)
      .sort((one, other) => other.length - one.length)
      .map(escaped)
      .join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );

/** "NAV Eksempelvik", "Caritas i Bergen", "Frelsesarmeen, avdeling Bodø": no name of the facts, but one that has it in it. */
const isBranch = (/** @type {string} */ after) =>
  /^(?:,? (?:i|på|ved|in|at|avd\.?|avdeling))? ?-?\p{Lu}\p{Ll}/u.test(after) &&
  !/^ ?(?:Tlf|Telefon|Tel|Phone|Ring|Call|Mobil|Vakttelefon|Kontakt)/.test(after);

/** Whether what stands between a name and a number lets them belong together. @param {string} between */
const isJoined = between => !between.includes(hardBreak) && !/[.!?] +\p{Lu}/u.test(between);

/**
 * Whose number it is by what stands before it.
 * @param {string} text
 * @param {number} index of the number
 * @param {number} from where the number before it ends
 * @param {Reference} reference
 */
function ownerBefore(text, index, from, { organizations }) {
  const start = Math.max(from, index - reach);
  const name = [...text.slice(start, index).matchAll(namePattern(organizations))].at(-1);
  if (!name) return undefined;
  const after = text.slice(start + name.index + name[0].length, index);
  const organization = organizations.find(({ names }) => names.includes(name[0]));
  return organization && isJoined(after) ? { organization, name: name[0], after } : undefined;
}

/** Whether a number's owner is named right after it: "22 33 11 60 (ROSA)". @param {string} after @param {string} number @param {Reference} reference */
const isOwnedAfter = (after, number, { organizations }) =>
  organizations.some(
    ({ names, numbers }) => numbers.has(number) && names.some(name => after.slice(0, 40).includes(name)),
  );

/** Short codes and numbers of eight digits are not held against each other. @param {string} number */
const kindOf = number => (number.startsWith('+') ? 'number' : 'code');

/**
 * What differs from the facts near a name.
 * @param {string} text
 * @param {(index: number, written: string) => import('./rules.js').Place | undefined} placeAt
 * @param {Reference} reference
 * @returns {Finding[]}
 */
function nearNames(text, placeAt, reference) {
  let from = 0;
  return numbersIn(text).flatMap(({ index, text: written, number }) => {
    const owner = ownerBefore(text, index, from, reference);
    const end = index + written.length;
    from = end;
    if (!owner || owner.organization.numbers.has(number) || isOneSlip(number, reference.helpline)) return [];
    if (isOwnedAfter(text.slice(end), number, reference)) return [];
    const { organization, name, after } = owner;
    const known = [...organization.numbers].filter(other => kindOf(other) === kindOf(number));
    const isOfBranch = !organization.isHelpline && (isBranch(after) || !known.length);
    const facts = [...organization.numbers].map(shown).join(', ');
    return finding(
      isOfBranch ? 'number-of-branch' : 'number-differs',
      `Near "${name}" stands ${shown(number)}. The facts have ${facts}.`,
      placeAt(index, written),
    );
  });
}

/**
 * @param {import('./html.js').Document} document
 * @param {string} html
 * @param {import('./embeds.js').Embed[]} embeds what is not the page's own
 * @param {Reference} reference
 * @returns {Finding[]}
 */
export function ownTextFindings(document, html, embeds, reference) {
  const nodes = new Set(embeds.map(({ node }) => node));
  const { text, nodeAt } = readText(document, element => nodes.has(element));
  const placeAt = (/** @type {number} */ index, /** @type {string} */ written) =>
    placeIn(html, nodeAt(index), written);
  const { helpline, numbers } = reference;

  const slips = slipsIn(text, helpline).filter(({ number }) => !numbers.has(number));
  const premium = numbersIn(text).filter(({ number }) => isPremium(number));
  return [
    ...slips.map(({ index, text: written }) =>
      finding(
        'number-misspelt',
        `${written} is one slip away from the helpline's ${shown(helpline)}.`,
        placeAt(index, written),
      ),
    ),
    ...premium.map(({ index, text: written }) =>
      finding('number-premium', `${written} costs extra.`, placeAt(index, written)),
    ),
    ...nearNames(text, placeAt, reference),
    ...linkFindings(document, text, reference),
  ];
}

/** Links that call, everywhere on the page. @param {import('./html.js').Document} document @param {string} text the own text @param {Reference} reference @returns {Finding[]} */
function linkFindings(document, text, { helpline, numbers }) {
  // What is written is told of once, where it is written.
  const written = new Set([...numbersIn(text), ...slipsIn(text, helpline)].map(({ number }) => number));
  return callLinksIn(document).flatMap(({ link, number }) => {
    const place = placeOf(link);
    const [seen] = numbersIn(lineOf(link));
    if (seen && seen.number !== number)
      return finding(
        'link-text-differs',
        `The link shows ${seen.text} and calls ${shown(number) || 'nobody'}.`,
        place,
      );
    if (numbers.has(number) || written.has(number)) return [];
    if (isPremium(number))
      return finding('number-premium', `A link calls ${shown(number)}, which costs extra.`, place);
    const isSlip = number.startsWith(`+${country().telephone.calling_code}`) && isOneSlip(number, helpline);
    return isSlip
      ? finding(
          'number-misspelt',
          `A link calls ${shown(number)}, one slip away from the helpline's ${shown(helpline)}.`,
          place,
        )
      : [];
  });
}
