/** Texts that strangers wrote, as they may stand in a terminal and in the log of a CI service. */

const longest = 300;

/**
 * Without what moves the cursor, turns the direction of the text, or begins another line: each such character becomes
 * U+FFFD. CI services obey a line that begins with `::`, and `##[` or `##vso[` anywhere in a line.
 */
export const plain = (text: string, most: number = longest) =>
  (text.length > most ? `${text.slice(0, most - 1)}…` : text)
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\ufffd')
    .replace(/^\s*:(?=:)/, '\ufffd')
    .replace(/##(?=\w{0,20}\[)/g, '#\ufffd');

/** The same, where the lines are ours. */
export const plainLines = (text: string, most?: number) =>
  text
    .split('\n')
    .map(line => plain(line, most))
    .join('\n');

/** A sentence of ours, in which each value is a stranger's: told`${url} has no integrity.` */
export const told = (words: TemplateStringsArray, ...values: unknown[]) =>
  String.raw({ raw: words }, ...values.map(value => plain(String(value))));

/**
 * JSON with the same characters written as `\u…`: programs read what stood there, and a terminal obeys none of it.
 */
export const plainJson = (value: unknown) =>
  JSON.stringify(value, null, 2)
    .replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, found =>
      found
        .split('')
        .map(unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .join(''),
    )
    .replace(/##(?=\w{0,20}\[)/g, '#\\u0023');
