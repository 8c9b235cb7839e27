/** The scripts of Havn on a page: whether the browser runs them, and whether they are those of this build. */
import { bundledInWords } from '../../build/country.js';
import { told } from '../plain.js';
import { type Embed, expectedLanguage, isBundled, nameInWords } from './embeds.js';
import { type Fetcher, Unreachable } from './fetching.js';
import type { Gist } from './gist.js';
import { attribute, type Document, type Element, elementsIn, placeOf } from './html.js';
import type { Reference } from './reference.js';
import { type Finding, finding } from './rules.js';

/** Where a page is. */
export interface PageAddress {
  address: string;
  isPublic: boolean;
}

export interface Script {
  node: Element;
  url: string;
  /** what it is in dist, by its hash or its name */
  file: string;
  answer?: Gist;
  /** why there is none */
  failure?: string;
  hash?: string | undefined;
  /** whether it is that of this build */
  isCurrent: boolean;
  version?: string | undefined;
  /** the day on which the facts in it were taken from their source */
  factsFrom?: string | undefined;
}

const whole = 'havn.js';

/** On the machine itself nobody is on the way. */
export const isInsecure = ({ protocol, hostname }: URL) =>
  protocol === 'http:' && !/^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);

/** How many scripts of a page are read. */
export const mostScripts = 20;

/** What a script may be in dist, by its name and its `integrity`; `undefined`: none of ours. */
function fileOf(node: Element, url: string, { contracts, integrity = {} }: Reference) {
  const hashes = new Set((attribute(node, 'integrity') ?? '').split(/\s+/));
  const [known] = Object.entries(integrity).find(([, hash]) => hashes.has(hash)) ?? [];
  if (known) return known;
  const { pathname } = new URL(url);
  const [, element] = /\/elements\/([a-z-]+)\.js$/.exec(pathname) ?? [];
  if (element && contracts.has(`havn-${element}`)) return `elements/${element}.js`;
  const [, beside] = /\/(frame\/host\.js|hand-over\.js)$/.exec(pathname) ?? [];
  if (beside) return beside;
  // Servers and content systems put versions into names.
  return /\/havn[^/]*\.js$/i.test(pathname) ? whole : undefined;
}

/** The scripts of Havn on a page, with what their servers answer; and whether there are more than are read. */
export async function scriptsIn(
  document: Document,
  base: string,
  page: PageAddress,
  reference: Reference,
  fetcher: Fetcher,
): Promise<{ scripts: Script[]; isCut: boolean }> {
  const scripts: Script[] = [];
  let count = 0;
  for (const node of elementsIn(document)) {
    // Consent managers keep the address of what they hold back in `data-src`.
    const src =
      node.tagName === 'script' ? (attribute(node, 'src') ?? attribute(node, 'data-src')) : undefined;
    if (!src || !URL.canParse(src, base)) continue;
    const { href: url } = new URL(src, base);
    const file = fileOf(node, url, reference);
    if (!file) continue;
    if (count++ === mostScripts) return { scripts, isCut: true };
    const script = await read({ node, url, file, isCurrent: false }, page, reference, fetcher);
    if (script) scripts.push(script);
  }
  return { scripts, isCut: false };
}

async function read(
  script: Script,
  page: PageAddress,
  { integrity = {} }: Reference,
  fetcher: Fetcher,
): Promise<Script | undefined> {
  try {
    const answer = await fetcher.readOnce(script.url, page);
    if (answer.status !== 200) return { ...script, failure: `answers ${answer.status}` };
    const { isMarkup, namesHavn, version, factsFrom } = answer;
    const hash = answer.hashes.sha384;
    const file = Object.keys(integrity).find(name => integrity[name] === hash) ?? script.file;
    const isCurrent = integrity[file] === hash;
    // A harbour has a havn.js of its own.
    if (!isCurrent && !namesHavn && file === whole && !isMarkup) return undefined;
    return { ...script, file, answer, hash, isCurrent, version, factsFrom };
  } catch (error) {
    if (error instanceof Unreachable) return { ...script, failure: error.message };
    throw error;
  }
}

const defines = ({ file }: Script, tag: string) =>
  file === whole || `havn-${file.replace(/^elements\/|\.js$/g, '')}` === tag;

const javascript =
  /^(?:(?:text|application)\/(?:x-)?(?:javascript|ecmascript)|text\/(?:javascript1\.[0-5]|jscript|livescript))$/i;

/** Why the browser does not run it, in words. */
function hindranceOf({ node, answer }: Script) {
  const type = (attribute(node, 'type') ?? '').trim();
  if (type && type !== 'module' && !javascript.test(type)) return `has type="${type}"`;
  if (!attribute(node, 'src')) return 'has `data-src` and no `src`';
  if (attribute(node, 'nomodule') !== undefined) return 'has `nomodule`';
  if (!answer) return undefined;
  const served = (answer.headers.get('content-type') ?? '').replace(/;.*/s, '').trim();
  const isStrict = /nosniff/i.test(answer.headers.get('x-content-type-options') ?? '');
  if (answer.isMarkup) return 'is HTML';
  const isRefused = isStrict
    ? !javascript.test(served)
    : /^(?:image|audio|video)\/|^text\/csv$/i.test(served);
  return isRefused ? `is served as ${served || 'nothing'}` : undefined;
}

/** The hashes of an `integrity` that count: those of the strongest kind. */
export function hashesOf(text: string): string[] {
  const hashes = text
    .split(/\s+/)
    .flatMap(token => /^sha(?:256|384|512)-[\w+/-]+={0,2}(?=\?|$)/.exec(token)?.[0] ?? []);
  const strongest = hashes
    .map(hash => hash.slice(0, 6))
    .sort()
    .at(-1);
  return hashes.filter(hash => hash.startsWith(strongest ?? ''));
}

function integrityFindings({ node, url, answer }: Script, page: string): Finding[] {
  const place = placeOf(node);
  const isElsewhere = new URL(url).origin !== new URL(page).origin;
  const text = attribute(node, 'integrity') ?? '';
  const isCors = attribute(node, 'crossorigin') !== undefined;
  const hashes = hashesOf(text);
  const findings: Finding[] = [];
  if (!text.trim())
    findings.push(
      finding(
        isElsewhere ? 'integrity-missing-elsewhere' : 'integrity-missing',
        told`${url} has no integrity.`,
        place,
      ),
    );
  else if (!hashes.length)
    findings.push(finding('integrity-unreadable', told`${url}: "${text.slice(0, 80)}" is no hash.`, place));
  else if (isElsewhere && !isCors)
    findings.push(
      finding('crossorigin-missing', told`${url} is of another host and has no crossorigin.`, place),
    );
  if (!answer) return findings;
  const [first = ''] = hashes;
  const hash = answer.hashes[first.slice(0, 6)];
  if (hash && !hashes.includes(hash))
    findings.push(
      finding(
        'integrity-wrong',
        told`${url} is ${hash}, and the page asks for ${hashes.join(' or ')}.`,
        place,
      ),
    );
  const allowed = answer.headers.get('access-control-allow-origin');
  if (isElsewhere && isCors && allowed !== '*' && allowed !== new URL(page).origin)
    findings.push(
      finding(
        'cors-missing',
        told`${url} comes without Access-Control-Allow-Origin for ${new URL(page).origin}.`,
        place,
      ),
    );
  return findings;
}

/** Which of two versions is older. */
const isOlder = (one: string, other: string) => one.localeCompare(other, 'en', { numeric: true }) < 0;

function buildFindings(
  { node, url, file, answer, isCurrent, version }: Script,
  reference: Reference,
): Finding[] {
  if (!answer || !reference.integrity) return [];
  const place = placeOf(node);
  const own = reference.integrity[file];
  const isPinned = own && attribute(node, 'integrity')?.split(/\s+/).includes(own);
  if (isCurrent)
    return [
      finding(
        'build-current',
        told`${url} is ${file} of this build, version ${reference.version}${isPinned ? ', and its integrity fits' : ''}.`,
        place,
      ),
    ];
  const which = version
    ? `version ${version}, ${isOlder(version, reference.version) ? 'older than' : version === reference.version ? 'another build of' : 'newer than'} the ${reference.version} here`
    : 'of a version that cannot be told';
  return [finding('build-other', told`${url} is ${which}.`, place)];
}

function ownFindings(script: Script, page: string, embeds: Embed[], reference: Reference): Finding[] {
  const { node, url, failure } = script;
  const place = placeOf(node);
  const address = new URL(url);
  const hindrance = hindranceOf(script);
  const isOfPage = address.origin === new URL(page).origin;
  const further = embeds.some(embed => !isBundled(expectedLanguage(embed, reference)));
  return [
    ...(failure ? [finding('script-unreachable', told`${url} ${failure}.`, place)] : []),
    ...(hindrance ? [finding('script-type', told`${url} ${hindrance}.`, place)] : []),
    ...(isInsecure(address) && !isOfPage
      ? [finding('script-insecure', told`${url} comes over http.`, place)]
      : []),
    ...(attribute(node, 'type') === 'module' && further
      ? [finding('script-module', told`${url} is a module, and the page asks for another language.`, place)]
      : []),
    ...integrityFindings(script, page),
    ...buildFindings(script, reference),
  ];
}

/** Those that the script has to fill or define. */
const elementsOf = (embeds: Embed[], { contracts }: Reference) =>
  embeds.filter(({ way, name }) => (way === 'tag' || way === 'placeholder') && contracts.has(`havn-${name}`));

/** Whether each element has a script. */
function coverFindings(scripts: Script[], embeds: Embed[]): Finding[] {
  return embeds.flatMap((embed, index) => {
    if (embeds.findIndex(({ way, name }) => way === embed.way && name === embed.name) < index) return [];
    const defining = scripts.find(script => defines(script, `havn-${embed.name}`));
    const place = placeOf(embed.node);
    if (!defining)
      return finding(
        'script-missing',
        told`No script of Havn on the page defines ${nameInWords(embed)}.`,
        place,
      );
    if (embed.way === 'placeholder' && !scripts.some(({ file }) => file === whole))
      return finding(
        'placeholder-script',
        told`${defining.url} leaves ${nameInWords(embed)} as it is.`,
        place,
      );
    return [];
  });
}

function twiceFindings(scripts: Script[]): Finding[] {
  return scripts.flatMap((script, index) => {
    const before = scripts
      .slice(0, index)
      .find(
        other => other.file === script.file || (other.file === whole && script.file.startsWith('elements/')),
      );
    const after = scripts
      .slice(index + 1)
      .find(({ file }) => file === whole && script.file.startsWith('elements/'));
    const other = before ?? after;
    return other
      ? finding(
          'script-twice',
          other.url === script.url
            ? told`${script.url} is there more than once.`
            : told`${other.url} has all that ${script.url} has.`,
          placeOf(script.node),
        )
      : [];
  });
}

/** The language files that the page asks for, of the folder of havn.js. */
export function languageFilesOf(scripts: Script[], embeds: Embed[], reference: Reference) {
  // What stands in its own address (`data:`) has no folder.
  const script = scripts.find(({ file, url }) => file === whole && URL.canParse('.', url));
  const languages = new Set(
    embeds.map(embed => expectedLanguage(embed, reference)).filter(language => !isBundled(language)),
  );
  return script
    ? [...languages].map(language => ({
        language,
        script,
        file: `locales/${language}.js`,
        url: new URL(`locales/${language}.js`, script.url).href,
      }))
    : [];
}

async function languageFindings(
  scripts: Script[],
  embeds: Embed[],
  page: PageAddress,
  reference: Reference,
  fetcher: Fetcher,
) {
  const findings: Finding[] = [];
  for (const { script, file, url } of languageFilesOf(scripts, embeds, reference)) {
    const answer = await read({ node: script.node, url, file, isCurrent: false }, page, reference, fetcher);
    if (answer?.failure)
      findings.push(
        finding('script-unreachable', told`${url} ${answer.failure}: English shows.`, placeOf(script.node)),
      );
    // A script takes the languages of its own build only.
    else if (script.isCurrent && answer && !answer.isCurrent)
      findings.push(...buildFindings({ ...answer, version: undefined }, reference));
  }
  for (const embed of embeds) {
    const language = expectedLanguage(embed, reference);
    if (isBundled(language) || scripts.some(({ file }) => file === whole)) continue;
    if (scripts.some(script => defines(script, `havn-${embed.name}`)))
      findings.push(
        finding(
          'script-language',
          told`${nameInWords(embed)} asks for "${language}", and its script has ${bundledInWords()}.`,
          placeOf(embed.node),
        ),
      );
  }
  return findings;
}

const day = 86_400_000;
const mostDays = 365;

function ageFindings(scripts: Script[], reference: Reference, today: Date): Finding[] {
  const dated = scripts
    .map(({ isCurrent, factsFrom, node }) => ({ from: isCurrent ? reference.factsFrom : factsFrom, node }))
    .filter(({ from }) => from)
    .sort((one, other) => String(one.from).localeCompare(String(other.from)));
  const [oldest] = dated;
  if (!oldest) return [];
  const { from, node } = oldest;
  const age = Math.floor((today.getTime() - Date.parse(String(from))) / day);
  const text = `The facts are from ${from}, ${age === 1 ? '1 day' : `${age} days`} ago.`;
  return [finding(age > mostDays ? 'facts-old' : 'facts-age', text, placeOf(node))];
}

export async function scriptFindings(
  scripts: Script[],
  embeds: Embed[],
  page: PageAddress,
  reference: Reference,
  fetcher: Fetcher,
  today: Date,
): Promise<Finding[]> {
  const elements = elementsOf(embeds, reference);
  return [
    ...scripts.flatMap(script => ownFindings(script, page.address, elements, reference)),
    ...coverFindings(scripts, elements),
    ...twiceFindings(scripts),
    ...(await languageFindings(scripts, elements, page, reference, fetcher)),
    ...ageFindings(scripts, reference, today),
  ];
}
