/** How pages load: each against the same content as plain HTML. */
import { interleaved, median, pairedRatios, type Spread, spread } from './figures.js';
import type { Lab, Loading } from './lab.js';
import type { Candidate, Family } from './loading-pages.js';

export interface LoadingRow {
  name: string;
  packages: string[];
  /** of scripts and styles, compressed with brotli */
  bytes: number;
  /** all bytes: the page, scripts, styles, fonts, pictures */
  sent: number;
  /** requests that had ended before the first content, the page itself not counted */
  before: number;
  /** in ms */
  firstContent: Spread;
  /** of it to that of the plain page in the same round */
  ratio: Spread;
  /** of what stands below on a phone: the browser's unit, 0 for none */
  shift: number;
  /** total blocking time, in ms */
  blocking: number;
  /** of the page over that of the plain one, in bytes */
  heap: number;
}

/** A phone on a bad line. */
const phone = { network: 'Slow 4G', cpu: 4, width: 360, height: 740 } as const;

/** What a page of a host has below a widget. */
const below = '<p>Open from 9 to 15. Come by, write or call, with an appointment or without one.</p>'.repeat(
  12,
);

const page = ({ name, head = '', html }: Candidate, after: string = '') => `<!doctype html>
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

const isCode = ({ path }: { path: string }) => /\.(?:js|css)$/.test(path);

const sum = (requests: { bytes: number }[]) => requests.reduce((sum, { bytes }) => sum + bytes, 0);

/** @returns the plain page first */
export async function measureLoading(
  lab: Lab,
  { plain, others }: Family,
  { rounds }: { rounds: number },
): Promise<LoadingRow[]> {
  const candidates = [plain, ...others];
  const measured: Map<
    Candidate,
    { path: string; size: number; visits: Loading[]; shift: number; heaps: number[] }
  > = new Map();
  for (const [index, candidate] of candidates.entries()) {
    for (const { path, body } of candidate.files) lab.serve(path, body);
    const path = `/${index}.html`;
    const size = lab.serve(path, page(candidate));
    lab.serve(`/below-${index}.html`, page(candidate, below));
    measured.set(candidate, { path, size, visits: [], shift: 0, heaps: [] });
  }
  const of = (candidate: Candidate) =>
    measured.get(candidate) as NonNullable<ReturnType<typeof measured.get>>;

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

  const firstContents = (candidate: Candidate) =>
    of(candidate).visits.map(({ firstContent }) => firstContent);
  return candidates.map(candidate => {
    const { visits, size, shift, heaps } = of(candidate);
    const { requests = [] } = visits[0] ?? {};
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
