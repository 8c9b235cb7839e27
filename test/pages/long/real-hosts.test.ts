/** Our elements on pages with the real style sheets of those who would paste them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { hostPage, hostSheet, hosts } from '../../../tools/pictures/real-hosts.js';
import { type InPage, isChromium, openEngine } from '../../../tools/test/engine.js';
import { integrity } from '../../../tools/test/harness.js';
import { sure } from '../../sure.js';

interface Findings {
  wrong: Record<string, string[]>;
  seen: Record<'elements' | 'texts' | 'calls', number>;
  font: boolean;
  moved: string[];
}

/** What real-hosts.survey.js puts into the page. */
type Page = typeof window & {
  survey: {
    before: () => number;
    isReady: (lang: string) => boolean;
    openAll: () => void;
    after: () => Omit<Findings, 'moved'>;
    moved: () => string[];
  };
};

const headers = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'",
};

const engine = await openEngine({ isOneTab: true });
const survey = readFileSync(new URL('real-hosts.survey.js', import.meta.url), 'utf8');
engine.serve('/survey.js', { body: survey, type: 'text/javascript' });

/** In the page: our script, as a snippet has it. */
const addScript = (hash: string) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    Object.assign(script, { src: '/dist/havn.js', integrity: hash, crossOrigin: 'anonymous' });
    script.onload = resolve;
    script.onerror = reject;
    document.head.append(script);
  });

interface Look {
  isDark: boolean;
  dir: 'ltr' | 'rtl';
  width: 1000 | 320;
}

/** The pointer of Chromium without a window is at the left upper corner, and now and then notices late what is there. */
const unpointed = '\nbody, body * { pointer-events: none !important }';

/** The page of a host as one reader sees it. */
async function lookAt(key: string, { isDark, dir, width }: Look): Promise<Findings> {
  const sheet = hostSheet(key, { isDark, dir });
  engine.serve(sheet.address, { body: sheet.body + unpointed, type: 'text/css' });
  const page = hostPage(key, { isDark, dir, script: '<script src="/survey.js" defer></script>' });
  const isNarrow = width === 320;
  // No window of WebKit's is as narrow as a phone; a frame is.
  engine.serve('/host.html', { body: page, headers });
  await engine.open(
    isNarrow
      ? `<!doctype html><title>A phone</title><iframe src="/host.html" width="${width}" height="700"></iframe>`
      : page,
    { headers },
  );
  const inPage = <Args extends unknown[], Result>(fn: InPage<Args, Result>, ...args: Args) =>
    isNarrow ? engine.evaluateIn(0, fn, ...args) : engine.evaluate(fn, ...args);
  assert.ok((await inPage(() => (window as Page).survey.before())) > 20);
  await inPage(addScript, sure(integrity['havn.js']));
  const isReady = (lang: string) => (window as Page).survey.isReady(lang);
  for (let round = 0; !(await inPage(isReady, dir === 'rtl' ? 'ar' : 'nb')); round++) {
    assert.ok(round < 50, 'not on screen after five seconds');
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  await inPage(() => (window as Page).survey.openAll());
  const findings = await inPage(() => (window as Page).survey.after());
  return { ...findings, moved: await inPage(() => (window as Page).survey.moved()) };
}

function looks(key: string): [string, Look][] {
  const all: [string, Look][] = [];
  for (const isDark of sure(hosts[key]).dark ? [false, true] : [false])
    for (const dir of ['ltr', 'rtl'] as const)
      for (const width of [1000, 320] as const)
        all.push([`${isDark ? 'dark' : 'light'}, ${dir}, ${width} px`, { isDark, dir, width }]);
  // Firefox and WebKit look once at each width, direction and scheme, Chromium once at each two of them together.
  if (isChromium) return all.filter((_, index) => all.length === 4 || [1, 2, 4, 7].includes(index));
  return [...all.slice(1, 2), ...all.slice(-2, -1)];
}

/** What has to hold, by the kind of what would be wrong. */
const promises = {
  clipped: 'nothing is wider than its box',
  outside: 'no text stands out of its box, the element or the window',
  overlapping: 'nothing covers anything',
  unreadable: 'all text has a contrast of 4.5',
  small: 'no text is smaller than 16 pixels, and no line closer than a word is high',
  narrow: 'what calls is 44 pixels high and wide, what is pressed 24',
  broken: 'a number stands in one piece',
  changed: 'nothing of the host looks different',
};

for (const [key, { name, missing = () => undefined }] of Object.entries(hosts)) {
  describe(name, { skip: missing() }, () => {
    for (const [variant, look] of looks(key))
      describe(variant, () => {
        let findings: Findings;
        before(async () => {
          findings = await lookAt(key, look);
        });

        it('all elements are on screen', () => {
          const { elements, texts, calls } = findings.seen;
          assert.ok(elements > 500 && texts > 300 && calls > 30, JSON.stringify(findings.seen));
        });
        for (const [kind, promise] of Object.entries(promises))
          it(promise, () => assert.deepEqual(findings.wrong[kind], []));
        it('the font is that of the place', () => assert.equal(findings.font, true));
        it('the host stands where it would around a plain block', () => assert.deepEqual(findings.moved, []));
      });
  });
}
