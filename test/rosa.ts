/**
 * The number of ROSA's helpline, for all tests: when it changes, it changes in data/directory/services.json and here.
 * Read in browsers too: nothing of Node.
 */

/** A number of eight digits, in the ways in which the tests have it. */
const waysOf = (digits: string) => {
  /** @param pattern with `#` for each digit: '+47 (##) ## ## ##' */
  const as = (pattern: string) => {
    let at = 0;
    return pattern.replace(/#/g, () => digits[at++] ?? '');
  };
  const dialled = `+47${digits}`;
  const href = `tel:${dialled}`;
  return {
    digits,
    as,
    dialled,
    href,
    /** a selector of links that call it */
    link: `a[href="${href}"]`,
    shown: as('## ## ## ##'),
    /** as it stands on screen, with no-break spaces */
    unbroken: as('##\u00a0##\u00a0##\u00a0##'),
    inHtml: as('##&nbsp;##&nbsp;##&nbsp;##'),
    /** what a host pastes into an element */
    pasted: `<p>ROSA: <a href="${href}">${as('## ## ## ##')}</a></p>`,
    /** with either kind of space */
    pattern: new RegExp(as('##\\s##\\s##\\s##')),
  };
};

export const rosa = {
  ...waysOf('22331160'),
  /** digit by digit, as on the small card */
  spoken: {
    en: 'two two · three three · one one · six zero',
    nb: 'to to · tre tre · en en · seks null',
    nn: 'to to · tre tre · ein ein · seks null',
  },
  /** pair by pair, as people write it */
  inPairs: [
    'tjueto trettitre elleve seksti',
    'twenty-two thirty-three eleven sixty',
    'Twenty two thirty three eleven sixty',
    'toogtyve treogtritti elleve seksti',
    'Toogtyve treogtredve elleve seksti',
  ],
};

/** The same number but for one digit. */
export const slip = waysOf(rosa.digits.replace(/.(?=.$)/, digit => `${(Number(digit) + 9) % 10}`));
