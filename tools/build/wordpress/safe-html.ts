/**
 * WordPress rewrites a text after a block has printed it: quotes and dashes (wptexturize), smileys, shortcodes. In a number,
 * an opening hour or a name that is a wrong fact. What could be hit is written as a character reference, which every
 * browser reads as the same letter and WordPress leaves alone.
 */

const reference = (letter: string) => `&#x${letter.codePointAt(0)?.toString(16)};`;

/**
 * What begins something that WordPress rewrites. Of a smiley the first letter, of `5x5` the x, of `--` and `...` each, of
 * `(tm)` the bracket, of `[word]` the brackets: not as `&#91;`, which WordPress itself turns back.
 */
const hit =
  /["'`[\]]|(?<=-)-|-(?=-)|\.(?=\.)|(?<=\d)x(?=\d)|\((?=tm\))|[:;](?=\S)|8(?=-\)|-?O)|(?<=-|\d)[–—](?=-)/g;

/** @param html with no element whose text is not text: neither script nor style */
export const safeInWordPress = (html: string) =>
  html
    .split(/(<[^>]*>)/)
    .map(part =>
      part.startsWith('<')
        ? part.replace(/[[\]]/g, reference)
        : // A character reference that is there already stays as it is.
          part
            .split(/(&(?:#\d+|#x[\da-f]+|\w+);)/i)
            .map((piece, index) =>
              index % 2 ? piece.replace('&#39;', '&#x27;') : piece.replace(hit, reference),
            )
            .join(''),
    )
    .join('');
