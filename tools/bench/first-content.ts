/**
 * How long a page with the banner shows nothing, against the same content as plain HTML: over HTTP/2 on a slow line and
 * a slow machine, each visit a first one. All pages are visited in turn, round by round, and compared within the round.
 */
import { readFileSync } from 'node:fs';
import { documented } from '../test/documented.js';
import { type Budgeted, generosity, median, pairedRatios } from './figures.js';
import { openLab } from './lab.js';

const conditions = { network: 'Slow 4G', cpu: 4, width: 360, height: 640 } as const;

const root = new URL('../../', import.meta.url);
const dist = (file: string) => readFileSync(new URL(`dist/${file}`, root), 'utf8');

/** There is nothing on it but the banner: what is painted first is the number. */
const pageOf = (body: string) =>
  `<!doctype html><html lang="nb"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Kommunen</title></head><body>${body}</body></html>`;

const script = (file: string) => `<script src="/${file}" defer></script>`;
const emptyTag = '<havn-hotline-banner lang="nb"></havn-hotline-banner>';

/** The snippet as it is handed out, with the script from here. */
const snippet = () => documented('tag').replace(/<script[\s\S]*/, script('havn.js'));

const plain = { name: 'the same content as plain HTML', html: () => dist('html/hotline-banner.nb.html') };
const ways = [
  { name: 'the snippet', target: 1.05, html: snippet },
  {
    name: 'the script of the banner only',
    target: 1.4,
    html: () => emptyTag + script('elements/hotline-banner.js'),
  },
  { name: 'the script of all elements only', target: 1.4, html: () => emptyTag + script('havn.js') },
];

/**
 * First content with the banner, as times that of plain HTML: medians of the ratios within each round.
 * @throws where there is no Chromium or no dist
 */
export async function measureFirstContent(rounds: number = 9): Promise<Budgeted[]> {
  const lab = await openLab();
  try {
    for (const file of ['havn.js', 'elements/hotline-banner.js']) lab.serve(`/${file}`, dist(file));
    const pages = [plain, ...ways].map(({ html }, index) => {
      const path = `/${index}.html`;
      lab.serve(path, pageOf(html()));
      return path;
    });
    const times: number[][] = [];
    // The first one warms the browser up.
    for (let round = 0; round <= rounds; round++) {
      const row = [];
      for (const path of pages) row.push((await lab.measure(path, conditions)).firstContent);
      if (round) times.push(row);
    }
    const bases = times.map(([base = Number.NaN]) => base);
    return ways.map(({ name, target }, index) => {
      const ratios = pairedRatios(
        times.map(row => row[index + 1] ?? Number.NaN),
        bases,
      );
      return {
        name: `First content with ${name}`,
        value: median(ratios),
        unit: 'times plain HTML',
        target,
        gate: target * generosity,
      };
    });
  } finally {
    await lab.close();
  }
}
