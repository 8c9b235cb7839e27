/**
 * Texts as a reader sees them: characters that look alike become the same letter, and digits of all scripts ASCII
 * digits.
 */

/**
 * Circled, Ethiopic and Roman digits, which NFKC does not turn into digits: first and last code, and the first digit.
 */
const circled: readonly (readonly [first: number, last: number, digit: number])[] = [
  [0x1369, 0x1371, 1],
  [0x2160, 0x2168, 1],
  [0x2170, 0x2178, 1],
  [0x24f5, 0x24fe, 1],
  [0x24ff, 0x24ff, 0],
  [0x2776, 0x277f, 1],
  [0x2780, 0x2789, 1],
  [0x278a, 0x2793, 1],
];

function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  // Circled numbers from eleven to twenty.
  if (code >= 0x24eb && code <= 0x24f4) return String(code - 0x24eb + 11);
  for (const [first, last, digit] of circled)
    if (code >= first && code <= last) return String((code - first + digit) % 10);
  // In every script the codes of the ten digits are consecutive.
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

export const isAscii = /^[\0-\x7f]*$/;

/** A text with all its digits as ASCII digits. */
export const asciiDigits = (text: string): string =>
  isAscii.test(text)
    ? text
    : text
        .replace(
          /(?![0-9])\p{Nd}|[\u1369-\u1371\u2160-\u2168\u2170-\u2178\u24eb-\u24ff\u2776-\u2793]/gu,
          digitOf,
        )
        .normalize('NFKC');

/** The same without invisible characters and marks on letters; every kind of space is a space, every dash a hyphen. */
export const plainer = (text: string): string =>
  isAscii.test(text)
    ? text.replace(/ +/g, ' ')
    : asciiDigits(text)
        .replace(/[\p{M}\p{DI}]/gu, '')
        .replace(/\p{Z}+/gu, ' ')
        .replace(/\p{Pd}/gu, '-');

/**
 * For each letter, the characters of other scripts that look like it, in lower or upper case (after Unicode TS 39). All
 * keys are lower case, since names are compared in lower case.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: '4\u0251\u03b1\u0430\u1d00\ua4ee\uab7a\u2c65\u03bb\u2c81\u03b4\u2206\u25b3\u15e9\u2200@\u2227\u22c0\u1431\u15c5\ua4e5\u019b\u0434\u0467\u25b2\uab7f\u0710\u4eba\u5342\u{102a0}\u{16f40}\u{10300}\u028c\u1d27\u237a\u0252\u0250\u1403\u2a53\u22cf\u27d1\ua4ef',
  b: '\u0299\u03b2\u0432\u044c\ua4d0\uab9f\u15f7',
  c: '\u03f2\u0441\u1d04\ua4da\uabaf\u2ca5\u1455',
  d: '\u0111\u0501\u1d05\ua4d3\uab70\u15ea',
  e: '3\u03b5\u0435\u0454\u04bd\u1d07\u212e\ua4f0\uab7c',
  f: '\u0192\ua4dd\ua730\u15b4',
  g: '\u0261\u0262\u050d\u0581\ua4d6\uab90',
  h: '\u029c\u03b7\u043d\u04bb\u0570\ua4e7\uabbb\u157c',
  i: '1l|\u0131\u0142\u01c0\u026a\u029f\u03b9\u0456\u04cf\u05d5\u05df\ua4e1\ua4f2\uab96\uabae\u14aa\u2223\u2502\u2758\u16c1\u{10309}\u{10320}\u0269\u23d0\u23fd\u2cd1',
  j: '\u03f3\u0458\u1d0a\ua4d9\uab7b\u148d',
  k: '\u03ba\u043a\u1d0b\ua4d7\uabb6\u16d5',
  m: '\u03bc\u043c\u1d0d\ua4df\uab87\u15f0',
  n: '\u0274\u03bd\u0578\ua4e0\u144e',
  o: '0\u15dd\u00f8\u03bf\u03c3\u043e\u04e9\u0585\u05e1\u1d0f\u2d54\ua4f3\u0275\u03b8\u0473\u0d20\u10ff\u25cb\u25cf\u25ef\u0298\u2c9f\u2299\u2609\u2b55\u3007\u25ce\uab8e\uab74\u2b58\u{104c2}\u{104ea}\u26aa\u26ab\u274d\u04a9\u0b20\u0cf2\u2205\u2300\u2b24\u53e3\u30ed\u110b\u1c5b\u{10292}\u{1f534}\u{1f535}\u{1f7e0}\u{1f7e1}\u{1f7e2}\u{1f7e3}\u{1f7e4}\u101d\u26ac\u25c9\u25cc\u{1042c}\ua74b\ua699\u2295\u2296\u2297\u07cb',
  p: '\u03c1\u0440\u1d18\ua4d1\uabb2\u2ca3\u146d\u1d7d\u048f\u00fe',
  q: '\u051b\u146b',
  r: '\u0580\u0280\u0433\u044f\u1d26\ua4e3\uab71\ua4e4\uaba2\u027d\ua7a7\u1587\u00ae\u024d\u2c85\u0279\u1d19\u5c3a\u{104dc}\u{10295}\u{10313}\u{16f35}\u03b3\u027e\uab47\uab48',
  s: '5$\u0455\u057f\ua4e2\ua731\uabaa\uaba5\u00a7\u1515\u2d1d\u01a8\u222b\u0283\u03c2\u03e9\u4e02\u023f\u{10296}\u{10448}\ua645\u0282\u20b4',
  t: '\u03c4\u0442\u1d1b\ua4d4\uab72',
  u: '\u03c5\u057d\u1d1c\ua4f4\u144c',
  v: '\u0475\u1d20\ua4e6\uaba9\u142f',
  w: '\u03c9\u0461\u051d\u1d21\ua4ea\uab83\u15ef',
  x: '\u03c7\u0445\ua4eb',
  y: '\u028f\u0443\u04af\ua4ec',
  z: '\u03b6\u1d22\ua4dc\uab93\u1614',
};
const seenAs = new Map([
  ...Object.keys(lookAlikes).flatMap(letter =>
    [...(lookAlikes[letter] ?? '')].map(other => [other, letter] as const),
  ),
  // Ligatures, and Ethiopic letters that sound alike, each with its seven vowels.
  ['\u00e6', 'ae'] as const,
  ['\u04d5', 'ae'] as const,
  ...[0x1220, 0x12d0, 0x1340].flatMap((first, which) =>
    [0, 1, 2, 3, 4, 5, 6].map(vowel => {
      const other = [0x1230, 0x12a0, 0x1338][which] as number;
      return [String.fromCharCode(first + vowel), String.fromCharCode(other + vowel)] as const;
    }),
  ),
]);

/** Letters in black circles, in black squares and of flags: three alphabets, each with consecutive codes. */
const boxed = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}\u{1f1e6}-\u{1f1ff}]/gu;
const letterIn = (character: string): string => {
  const code = character.codePointAt(0) ?? 0;
  return String.fromCharCode(97 + code - (code < 0x1f170 ? 0x1f150 : code < 0x1f1e6 ? 0x1f170 : 0x1f1e6));
};

/** How many texts are remembered, at most. Most records of a large directory consist of the same words. */
const mostKnown = 5000;
/** In characters, the longest text that is remembered, which is a long name: a longer text rarely comes twice. */
const longestKnown = 120;

/** A function that remembers its answers: the records of a host page repeat texts such as sources, areas and names. */
export function remembered<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  // A long text is asked about many times in turn, and then never again.
  let last: { readonly text: string; readonly answer: Answer } | undefined;
  return text => {
    if (text.length > longestKnown) {
      if (last?.text !== text) last = { text, answer: ask(text) };
      return last.answer;
    }
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as Answer;
    if (known.size >= mostKnown) known.clear();
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}

/** A pattern for any of these: one that nothing fits where there are none. */
export const anyOf = (patterns: readonly string[]): string => patterns.join('|') || '(?!)';

export const isThai = /\p{Script=Thai}/u;
/** Scripts that write small words such as "and" together with the next word. */
export const hasPrefixes = /[\p{Script=Arabic}\p{Script=Ethiopic}]/u;

const spaceless = '[\\p{Script=Thai}\\p{Script=Arabic}\\p{Script=Ethiopic}]';
/** Where Latin letters meet a script that joins words: a name may be written together with the word beside it. */
export const changeOfScript = new RegExp(
  `(?<=${spaceless})(?=\\p{Script=Latin})|(?<=\\p{Script=Latin})(?=${spaceless})`,
  'gu',
);

/** The words of a piece of text between two spaces. */
const wordsOfPiece = remembered(wordsSeenIn);

/** The words of a name as a reader sees them: look-alikes are the same letter, and invisible characters are removed. */
export const wordsSeen = (name: string): string[] => name.split(' ').flatMap(wordsOfPiece);

/** Signs within a word that look like a letter: "POL!CE", "H()ME", "H°ME", "H*ME". */
const inWord =
  /(?<=\p{Lu})!(?=\p{Lu})|(?<=\p{Ll})!(?=\p{Ll})|(?<=\p{L})(?:\(\)|\[\]|[*\u00a2\u00a4\u00a9\u00b0\u00d7])(?=\p{L})/gu;

function wordsSeenIn(piece: string): string[] {
  const bare = isAscii.test(piece)
    ? piece.replace(/'/g, '')
    : asciiDigits(piece)
        .normalize('NFKD')
        // Among others, the Arabic tatweel, which only stretches a word.
        .replace(/[\p{M}\p{DI}'\u0640\u2018\u2019\u02bc]/gu, '')
        .replace(changeOfScript, ' ')
        .replace(boxed, letterIn);
  return (
    bare
      .replace(inWord, sign => (sign === '!' ? 'i' : 'o'))
      // A name in capitals and the lower-case letters after it are two words, and so are a word and a number: "Home24".
      .replace(
        /(?=\p{Ll})(?<=\p{Lu}{3})|(?=\p{Lu}\p{L})(?<=\p{Ll})|(?=\p{L})(?<=\d{2})|(?=\p{Lu})(?<=\d)|(?<=\p{L}{2})(?=\d{2,}$)/gu,
        ' ',
      )
      .toLowerCase()
      .replace(/[^a-km-z ]/gu, other => seenAs.get(other) ?? other)
      .replace(/rn/g, 'm')
      .replace(/vv/g, 'w')
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  );
}

/** A text without its separate numbers. */
export const withoutNumbers = (text: string): string =>
  text.replace(/(?<![\p{L}\p{N}])\p{N}+(?![\p{L}\p{N}])/gu, ' ');

const joinedPiece = remembered((piece: string) => wordsOfPiece(piece).join(''));

/** The words of a name as a reader sees them, joined without spaces. */
export const joined = (name: string): string =>
  name.includes(' ') ? name.split(' ').map(joinedPiece).join('') : joinedPiece(name);
