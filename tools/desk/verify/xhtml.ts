/** XHTML as HTML that reads the same: the parser knows no XML. Every part stays in its line. */

/** What has no end tag in HTML either. */
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** In HTML their text is no markup. */
const raw = /^(?:script|style|title|textarea|iframe|noembed|noframes|xmp)$/;

const blank = (text: string) => text.replace(/[^\r\n]/g, ' ');

/** Text in which nothing is markup, as long as it was. */
const bare = (text: string) => text.replace(/</g, '\uff1c').replace(/&/g, '\uff06');

/** Where a tag ends: not in the value of an attribute. */
function endOfTag(xml: string, start: number) {
  let quote = '';
  for (let at = start; at < xml.length; at++) {
    const character = xml[at] as string;
    if (quote) quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === '>') return at;
  }
  return -1;
}

/** What is no XML, and what follows it, stays as it is: browsers show an error there. */
export function htmlOfXml(xml: string): string {
  const pieces: string[] = [];
  let at = 0;
  /** The element whose text is none of markup, if one is open. */
  let open = '';
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    if (start < 0) break;
    pieces.push(xml.slice(at, start));
    at = start;
    const [opening, closing] =
      [
        ['<!--', '-->'],
        ['<![CDATA[', ']]>'],
      ].find(([begin = '']) => xml.startsWith(begin, start)) ?? [];
    if (opening && closing) {
      const end = xml.indexOf(closing, start + opening.length);
      if (end < 0) break;
      const inside = xml.slice(start + opening.length, end);
      at = end + closing.length;
      if (opening === '<!--') pieces.push(blank(xml.slice(start, at)));
      // Of a script nothing but what would end it is changed.
      else
        pieces.push(
          blank(opening),
          /^(?:script|style)$/.test(open) ? inside.replace(/<(?=[/!])/g, '\uff1c') : bare(inside),
          blank(closing),
        );
      continue;
    }
    const end = endOfTag(xml, start);
    if (end < 0) break;
    at = end + 1;
    const tag = xml.slice(start, at);
    const name = /^<\/?([^\s/>]*)/.exec(tag)?.[1] ?? '';
    if (tag.endsWith('/>') && !voids.has(name)) pieces.push(`${tag.slice(0, -2)} ></${name}>`);
    else {
      pieces.push(tag);
      if (tag.startsWith('</')) open = open === name ? '' : open;
      else if (!open && raw.test(name)) open = name;
    }
  }
  return pieces.join('') + xml.slice(at);
}
