/** Writes values as PHP. */

/** A string; U+0004, which gettext has after a context, as an escape, so that no tool removes it. */
const quoted = (text: string) =>
  text
    .split('\u0004')
    .map(part => `'${part.replace(/[\\']/g, '\\$&')}'`)
    .join(' . "\\4" . ');

/** @param indent of the line that it begins on */
export function written(value: unknown, indent: string): string {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}\t`;
  const rows = Array.isArray(value)
    ? value.map(item => `${inner}${written(item, inner)},\n`)
    : Object.entries(value).map(([key, item]) => `${inner}${quoted(key)} => ${written(item, inner)},\n`);
  return rows.length ? `array(\n${rows.join('')}${indent})` : 'array()';
}

/** A PHP file that returns a value. */
export const php = (comment: string, value: unknown) =>
  `<?php\n/**\n * ${comment}\n *\n * @package Havn\n */\n\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${written(value, '')};\n`;
