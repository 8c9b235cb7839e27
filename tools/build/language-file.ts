/** Writes a language as a separate file, dist/locales/<lang>.js. */
import type { Message } from '../../src/locale/messages.js';
import { inAscii } from './ascii.js';

/** `between` separates messages; `round` goes before and after the number of a placeholder in a message. */
const between = '|';
const round = '~';

/**
 * ASCII characters that may be swapped with a letter: they need no escape in quotes and have no meaning in the file.
 */
const plain = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
  char => !`"\\${between}${round}`.includes(char),
);

/**
 * Pairs of a letter outside ASCII and an ASCII character that is rarer in the text. The file swaps the two, so that
 * fewer letters need an escape of six characters: this makes the compressed file a tenth smaller, in other scripts a
 * fifth.
 * @returns the pairs as one text
 */
function pairsFor(text: string): string {
  const counts: Record<string, number> = {};
  for (const char of text) counts[char] = (counts[char] ?? 0) + 1;
  const countOf = (char: string) => counts[char] ?? 0;
  const foreign = Object.keys(counts)
    .filter(char => /^[\u0080-\uffff]$/.test(char))
    .sort((one, other) => countOf(other) - countOf(one) || (one < other ? -1 : 1));
  const rare = [...plain].sort((one, other) => countOf(one) - countOf(other));
  const most = foreign.findIndex((char, index) => countOf(char) <= countOf(rare[index] ?? char));
  const length = most < 0 ? foreign.length : most;
  // Sorted, which makes the list of pairs smaller.
  const others = rare.slice(0, length).sort();
  return foreign
    .slice(0, length)
    .sort()
    .map((char, index) => char + others[index])
    .join('');
}

const changed = (text: string, pairs: string) =>
  text.replace(/./g, char => pairs[pairs.indexOf(char) ^ 1] ?? char);

/**
 * The file announces its messages when it has loaded, and again to scripts that load later and ask for them.
 * @param build name of the build that the file belongs to
 */
export function languageFile(language: string, build: string, messages: Message[]) {
  const pieces = messages.flat().filter(piece => typeof piece === 'string');
  if (pieces.some(piece => /[|~\n]/.test(piece)))
    throw new Error(`A message in ${language} has | or ~ in it`);
  const text = messages
    .map(message =>
      [message]
        .flat()
        .map(piece => (typeof piece === 'string' ? piece : round + piece + round))
        .join(''),
    )
    .join(between);
  const pairs = pairsFor(text);
  return inAscii(
    `(()=>{var p=${JSON.stringify(pairs)},d={language:"${language}",build:"${build}",messages:${JSON.stringify(changed(text, pairs))}.replace(/./g,c=>p[p.indexOf(c)^1]||c).split("${between}").map(m=>/${round}/.test(m)?m.split("${round}").map((v,i)=>i%2?+v:v):m)},t=()=>dispatchEvent(new CustomEvent("havn:language",{detail:d}));addEventListener("havn:languages",t);t()})()\n`,
  );
}
