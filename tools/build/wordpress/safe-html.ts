/**
 * WordPress rewrites the output of a block: quotes and dashes (wptexturize), smileys, shortcodes. In a number, an
 * opening hour or a name, that would make a fact wrong. So characters that it could rewrite become character
 * references, which browsers read as the same characters and WordPress does not change.
 */

const reference = (letter: string) => `&#x${letter.codePointAt(0)?.toString(16)};`;

/**
 * Characters of text that WordPress rewrites: the first of a smiley, the x of `5x5`, each of `--` and `...`, the
 * bracket of `(tm)`, the brackets of `[word]`. Not decimal references such as `&#91;`, which WordPress turns back into
 * characters.
 */
const hit =
  /["'`[\]]|(?<=-)-|-(?=-)|\.(?=\.)|(?<=\d)x(?=\d)|\((?=tm\))|[:;](?=\S)|8(?=-\)|-?O)|(?<=-|\d)[–—](?=-)/g;

/** @param html without script and style elements */
export const safeInWordPress = (html: string) =>
  html
    .split(/(<[^>]*>)/)
    .map(part =>
      part.startsWith('<')
        ? part.replace(/[[\]]/g, reference)
        : // Existing character references stay.
          part
            .split(/(&(?:#\d+|#x[\da-f]+|\w+);)/i)
            .map((piece, index) =>
              index % 2 ? piece.replace('&#39;', '&#x27;') : piece.replace(hit, reference),
            )
            .join(''),
    )
    .join('');
