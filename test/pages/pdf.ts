/** Reads what stands in a PDF that Chromium has written: enough of the format for that, and no more. */
import { inflateSync } from 'node:zlib';

/** @returns characters by their code in the font */
function charactersOf(cmap: string): Map<string, string> {
  const characters: Map<string, string> = new Map();
  const unicode = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map(unit => Number.parseInt(unit, 16)));
  for (const [, lines = ''] of cmap.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', hex = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>/g))
      characters.set(code.toUpperCase(), unicode(hex));
  for (const [, lines = ''] of cmap.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first = '', last = '', hex = ''] of lines.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g))
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++)
        characters.set(
          code.toString(16).toUpperCase().padStart(4, '0'),
          String.fromCharCode(Number.parseInt(hex, 16) + code - Number.parseInt(first, 16)),
        );
  return characters;
}

/**
 * @returns the size of each page in points; all text, without white space,
 * which has no characters in a PDF
 */
export function readPdf(pdf: Buffer): { pages: [number, number][]; text: string } {
  const source = pdf.toString('latin1');
  const objects: Map<string, { head: string; stream: string }> = new Map();
  for (const [, number = '', body = ''] of source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const [head = '', rest] = body.split(/stream\r?\n/, 2);
    const start = head.length + 'stream\n'.length;
    const bytes = rest === undefined ? '' : body.slice(start, body.lastIndexOf('\nendstream'));
    const stream =
      bytes && head.includes('/FlateDecode')
        ? inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1')
        : bytes;
    objects.set(number, { head, stream });
  }
  const fonts = new Map(
    [...source.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name, number = '']) => {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(number)?.head ?? '')?.[1] ?? '';
      return [name, charactersOf(objects.get(cmap)?.stream ?? '')];
    }),
  );
  const pages: [number, number][] = [];
  let text = '';
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b/.test(head)) continue;
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head) ?? [];
    pages.push([Number(width), Number(height)]);
    const contents = objects.get(/\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '')?.stream ?? '';
    let font = new Map();
    for (const [, name, codes] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-F]+)>(?=[^>]*?T[jJ])/gi)) {
      if (name) font = fonts.get(name) ?? new Map();
      else for (const code of codes?.match(/.{4}/g) ?? []) text += font.get(code.toUpperCase()) ?? '';
    }
  }
  // Some fonts have one sign for "fi".
  return { pages, text: text.normalize('NFKC').replace(/\s/g, '') };
}
