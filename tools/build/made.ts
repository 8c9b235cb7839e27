/** What `npm run build` says at its end: what it has made, how large that is, and what to do with it. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isOwn } from './country.js';
import { inTag } from './in-tag.js';
import { brotli, inKilobytes } from './size.js';
import { scriptLine } from './snippet.js';

const banner = 'elements/hotline-banner.js';

export function made(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  const compressed = (file: string) => inKilobytes(brotli(readFileSync(join(folder, file))));
  const integrity = JSON.parse(readFileSync(join(folder, 'integrity.json'), 'utf8'));
  return `
${folder}/: ${files.length} files, ${(bytes / 1e6).toFixed(1)} MB
  havn.js, every element: ${compressed('havn.js')} compressed
  ${banner}, the banner alone: ${compressed(banner)}

Put ${folder}/ on your server, and paste where the number is to stand:

<havn-hotline-banner lang="en">${inTag('en')}</havn-hotline-banner>
${scriptLine(integrity['havn.js'])}

${isOwn ? 'To choose another element or language, open builder/index.html. ' : ''}To see everything, run npm start.`;
}
