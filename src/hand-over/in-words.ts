/**
 * A number as one reads it to another, digit by digit: "two two · three three". `digits` are the words from nought to
 * nine, with a space between. What is no digit, a plus, stays. Digits of one group stay on one line.
 */
export function inWords(shown: string, digits: string): string {
  const words = digits.split(' ');
  return shown
    .split(/\s/)
    .map(group => [...group].map(sign => words[sign.charCodeAt(0) - 48] ?? sign).join('\u00a0'))
    .join(' · ');
}
