/** Values as PHP writes them. */

/** @param {string} text */
const quoted = text => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** @param {unknown} value @param {string} indent @returns {string} */
function written(value, indent) {
  if (typeof value === 'string') return quoted(value);
  if (typeof value !== 'object' || value === null) return String(value);
  const inner = `${indent}\t`;
  const rows = Array.isArray(value)
    ? value.map(item => `${inner}${written(item, inner)},\n`)
    : Object.entries(value).map(([key, item]) => `${inner}${quoted(key)} => ${written(item, inner)},\n`);
  return rows.length ? `array(\n${rows.join('')}${indent})` : 'array()';
}

/** A file that answers with a value. @param {string} comment @param {unknown} value */
export const php = (comment, value) =>
  `<?php\n/**\n * ${comment}\n *\n * @package Havn\n */\n\ndefined( 'ABSPATH' ) || exit;\n\nreturn ${written(value, '')};\n`;
