/** Numbers whose groups browsers show from right to left: "22 33" in an Arabic text as "33 22". */
import { told } from '../plain.js';
import { type Document, numberPlaces, writtenLines } from './html.js';
import { asSeen, numbersIn } from './numbers.js';
import { type Finding, finding } from './rules.js';

/** How many are told of. */
const most = 100;

/** Digits in groups, with what stands between them, but no mark that gives a direction. */
const row = /\+?\d(?:[^\p{L}\p{N}\p{Cf}\n]{0,3}\d){4,200}/gu;

/** What decides how the digits after it run, the letters and the marks that nobody sees. */
const strong = /[\p{L}\u200e\u200f\u061c\u202a\u202b\u2066\u2067]/gu;
const arabic = /[\u0600-\u07bf\u0860-\u08ff\ufb50-\ufdff\ufe70-\ufeff]/;
const otherFromRight = /[\u0590-\u05ff\u07c0-\u085f\ufb1d-\ufb4f\u200f\u202b\u2067]/;

const runOf = (letter: string) =>
  arabic.test(letter) ? 'arabic' : otherFromRight.test(letter) ? 'rtl' : 'ltr';

/**
 * Whether the groups of a number are turned (Unicode, annex 9: W2, W4, W7, N1). A single no-break space, point, comma,
 * colon or slash keeps them together; a hyphen does so unless a letter of Arabic is before.
 * @param run of the letter before it in its line, else of the line
 */
function isTurned(number: string, run: string) {
  if (run === 'ltr') return false;
  const keeps = run === 'arabic' ? /^[\u00a0\u202f.,:/]$/ : /^[\u00a0\u202f.,:/-]$/;
  return number
    .split(/\d+/)
    .slice(1, -1)
    .some(gap => gap !== '' && !keeps.test(gap));
}

/** A number wherever it stands in a row of digits: `asSeen` has made every space in it a space. */
const asWritten = (seen: string, row: string) =>
  [...row.matchAll(new RegExp(seen.replace(/\D/g, '').split('').join('[^\\d]{0,3}'), 'g'))].map(
    ([number]) => number,
  );

export function directionFindings(document: Document, html: string): Finding[] {
  const placeIn = numberPlaces(html);
  const findings: Finding[] = [];
  for (const { text: written, direction, node } of writtenLines(document)) {
    const text = written.replace(/[ \t\n\r\f]+/g, ' ');
    let run =
      direction === 'auto' ? runOf(text.match(strong)?.[0] ?? '').replace('arabic', 'rtl') : direction;
    let from = 0;
    for (const { 0: number, index } of text.matchAll(row)) {
      const last = text.slice(from, index).match(strong)?.at(-1);
      if (last) run = runOf(last);
      from = index;
      const found = numbersIn(asSeen(number)).find(one =>
        asWritten(one.text, number).some(way => isTurned(way, run)),
      );
      if (!found) continue;
      findings.push(
        finding(
          'number-turned',
          told`${found.text} shows with its last group first.`,
          placeIn(node, found.text),
        ),
      );
      if (findings.length === most) return findings;
    }
  }
  return findings;
}
