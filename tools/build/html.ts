/** Writes pages and style sheets: those that work without a script, and the pages for frames. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { elements, nameOf } from './entries.js';
import type { Facts } from './fact-files.js';
import { modules, write } from './folders.js';
import { framePages } from './frames.js';
import { pages, pieces } from './prerender.js';

export async function writeHtml(data: Facts) {
  const all = await pieces(modules, elements.map(nameOf));
  for (const [file, text] of [...pages(all), ...framePages(all, data)]) write(file, text);
}

/** The style sheets for prerendered HTML, and for hosts with a design system. */
export async function writeStyles() {
  const { tokens } = await import(join(modules, 'styles/tokens.js'));
  const sheets = {
    'html/havn.css':
      tokens.cssText.replaceAll(':host', '.havn') + readFileSync('src/styles/plain.css', 'utf8'),
    'leaflet/leaflet.css': readFileSync('src/documents/leaflet.css', 'utf8'),
    'brand.css': readFileSync('src/styles/brand.css', 'utf8').replace(
      ':where(.havn)',
      `:where(${elements.map(element => `havn-${nameOf(element)}`).join()}, .havn)`,
    ),
  };
  for (const [file, source] of Object.entries(sheets)) {
    const { code } = await transform(source, { loader: 'css', minify: true, charset: 'ascii' });
    write(file, code);
  }
}
