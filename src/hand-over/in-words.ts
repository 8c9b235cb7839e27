/**
 * A number as it is read aloud, digit by digit: "two two · three three". `digits` are the words for 0 to 9, separated
 * by spaces. A plus, which is not a digit, is kept. Digits of one group stay on one line.
 */
export function inWords(shown: string, digits: string): string {
  const words = digits.split(' ');
  return shown
    .split(/\s/)
    .map(group => [...group].map(sign => words[sign.charCodeAt(0) - 48] ?? sign).join('\u00a0'))
    .join(' · ');
}
