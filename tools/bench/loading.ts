/** How pages load: each against the same content as plain HTML. */
import { generosity, interleaved, median, pairedRatios, spread } from './figures.js';
import { everyElement } from './loading-pages.js';

/** @typedef {import('./figures.js').Spread} Spread */
/** @typedef {import('./lab.js').Loading} Loading */
/** @typedef {import('./loading-pages.js').Candidate} Candidate */

/**
 * @typedef {object} LoadingRow
 * @property {string} name
 * @property {string[]} packages
 * @property {number} bytes of scripts and styles, compressed with brotli
 * @property {number} sent all bytes: the page, scripts, styles, fonts, pictures
 * @property {number} before requests that had ended before the first content, the page itself not counted
 * @property {Spread} firstContent in ms
 * @property {Spread} ratio of it to that of the plain page in the same round
 * @property {number} shift of what stands below on a phone: the browser's unit, 0 for none
 * @property {number} blocking total blocking time, in ms
 * @property {number} heap of the page over that of the plain one, in bytes
 */

/** A phone on a bad line. */
const phone = /** @type {const} */ ({ network: 'Slow 4G', cpu: 4, width: 360, height: 740 });

/** What a page of a host has below a widget. */
const below = '<p>Open from 9 to 15. Come by, write or call, with an appointment or without one.</p>'.repeat(
  12,
);

/** @param {Candidate} candidate @param {string} [after] */
const page = ({ name, head = '', html }, after = '') => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title>
<link rel="icon" href="data:,">
${head}
</head>
<body>
${html}
${after}
</body>
</html>
`;

const isCode = (/** @type {{path: string}} */ { path }) => /\.(?:js|css)$/.test(path);

/** @param {{bytes: number}[]} requests */
const sum = requests => requests.reduce((sum, { bytes }) => sum + bytes, 0);

/**
 * @param {import('./lab.js').Lab} lab
 * @param {import('./loading-pages.js').Family} family
 * @param {{rounds: number}} options
 * @returns {Promise<LoadingRow[]>} the plain page first
 */
export async function measureLoading(lab, { plain, others }, { rounds }) {
  const candidates = [plain, ...others];
  /** @type {Map<Candidate, {path: string, size: number, visits: Loading[], shift: number, heaps: number[]}>} */
  const measured = new Map();
  for (const [index, candidate] of candidates.entries()) {
    for (const { path, body } of candidate.files) lab.serve(path, body);
    const path = `/${index}.html`;
    const size = lab.serve(path, page(candidate));
    lab.serve(`/below-${index}.html`, page(candidate, below));
    measured.set(candidate, { path, size, visits: [], shift: 0, heaps: [] });
  }
  /** @param {Candidate} candidate */
  const of = candidate =>
    /** @type {NonNullable<ReturnType<typeof measured.get>>} */ (measured.get(candidate));

  // The first visit of all is that of a browser that has just started.
  await lab.measure(of(plain).path, phone);
  for (const round of interleaved(candidates, rounds))
    for (const candidate of round) of(candidate).visits.push(await lab.measure(of(candidate).path, phone));
  // Neither depends on the machine; what is held differs a little from visit to visit.
  for (const candidate of candidates) {
    const { path, heaps } = of(candidate);
    of(candidate).shift = (await lab.measure(`/below-${path.slice(1)}`, phone)).shift;
    for (let round = 0; round < 3; round++) heaps.push(await lab.heap(path));
  }

  /** @param {Candidate} candidate */
  const firstContents = candidate => of(candidate).visits.map(({ firstContent }) => firstContent);
  return candidates.map(candidate => {
    const { visits, size, shift, heaps } = of(candidate);
    const [{ requests }] = visits;
    return {
      name: candidate.name,
      packages: candidate.packages,
      bytes: sum(requests.filter(isCode)),
      sent: size + sum(requests),
      before: median(visits.map(({ before }) => before)),
      firstContent: spread(firstContents(candidate)),
      ratio: spread(pairedRatios(firstContents(candidate), firstContents(plain))),
      shift,
      blocking: median(visits.map(({ blocking }) => blocking)),
      heap: median(heaps) - median(of(plain).heaps),
    };
  });
}

/**
 * How long every element of ours on one page keeps the main thread, as the budget has it.
 * @param {import('./lab.js').Lab} lab
 * @param {{rounds: number}} options
 * @returns {Promise<import('./figures.js').Budgeted>}
 */
export async function measureBlocking(lab, { rounds }) {
  const candidate = everyElement();
  for (const { path, body } of candidate.files) lab.serve(path, body);
  const path = '/every-element.html';
  lab.serve(path, page(candidate));
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < rounds; round++) times.push((await lab.measure(path, phone)).blocking);
  const target = 50;
  return {
    name: 'Total blocking time with every element on one page',
    value: median(times),
    unit: 'ms',
    target,
    gate: target * generosity,
  };
}
