import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type LocalizedSource, loadSources } from '../directory/sources.js';
import type { Source } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';
import { few } from './few.js';
import { webLink } from './links.js';

/**
 * From so many days on, readers are told how old a fact is: a year is when services move and numbers change without
 * anybody noticing. 366, so that "more than a year" is true of leap years too. The editor is asked long before.
 */
const staleAfter = 366 * 86_400_000;

/**
 * Whether a day is longer ago than that. A clock that is wrong and stands before the day says nothing. Nor does a build,
 * where there is no document: what it writes has to be true for years, and the same each time.
 */
const isStale = (day: string): boolean =>
  typeof document !== 'undefined' && Date.now() - +new Date(day) > staleAfter;

/** The day on which a human last checked a fact, or the one on which it was taken from its document. */
export const ageView = (
  assured: string | undefined,
  captured: string,
  { language, msg }: Localization,
): string =>
  String(
    assured
      ? msg(html`Checked on ${formatDate(language, assured)}.`, {
          id: 'source.assured',
          desc: '{0}: a date.',
        })
      : msg(html`Taken from there on ${formatDate(language, captured)}. Nobody has checked it since.`, {
          id: 'source.captured',
          desc: '{0}: a date. Honest: no human has checked the fact after that day.',
        }),
  );

const texts = new Map<string, string>();
/** The same text as one string: Lit keeps what each part shows, and a page of all elements has sixty sources. */
const once = (text: string): string => {
  if (!texts.has(text)) texts.set(text, text);
  return texts.get(text) as string;
};

/**
 * A document as it can be quoted: its title in the language of the page, the one that it has itself, who has published
 * it, its sections and how fresh it is. One flat template, which takes less memory: some pages show sixty of them.
 */
export const documentView = (
  { title, original, publisher, language, sections, url }: LocalizedSource,
  age: string,
): TemplateResult => {
  const own = publisher ? `${original} · ${publisher}` : original;
  const isTranslated = title !== original;
  const cited = sections.length ? `: ${sections.map(section => section.title).join(' · ')}` : '';
  return html`${isTranslated ? once(`${title} `) : nothing}<span lang=${language} dir="auto"
      >${isTranslated ? once(`(${own})`) : own}</span
    >${url ? html`${cited}<br />${webLink(url)}` : once(cited)}
    <p>${once(age)}</p>`;
};

/** A section of a document, cited by one of some sources. */
const isCited = (cited: readonly Source[], { document, section }: Source): boolean =>
  cited.some(
    source => source.document === document && [source.section].concat(source.also || []).includes(section),
  );

/**
 * What stands behind a statement where several share one fold: by which number the fold names its sections, so that it
 * can be quoted. Text, since a fold for each would be much to look at. Nothing where all stand in one section.
 */
export function marksOf(cited: readonly Source[]): (source: Source) => string {
  const all = loadSources()
    .flatMap(({ id, sections }) => sections.map(section => ({ document: id, section: section.id })))
    .filter(one => isCited(cited, one));
  return source =>
    all.map((one, index) => (all[1] && isCited([source], one) ? `\u00a0[${index + 1}]` : '')).join('');
}

interface SourceOptions {
  /** The marks of the statements, which it has to explain. */
  readonly markOf?: (source: Source) => string;
  /** What it is the source of, for readers who hear it among many. */
  readonly of?: string | undefined;
  /** Who is behind the service. */
  readonly about?: string | undefined;
  /** The day on which a human last checked it: YYYY-MM-DD. */
  readonly assuredDate?: string | undefined;
}

/**
 * Where a fact comes from, or several that stand together, and how fresh it is: document, sections, the day on which it
 * was taken from there, and the day on which a human last checked it, which is never pretended.
 */
export function sourceView(
  source: Source | readonly Source[],
  localization: Localization,
  { of, about, assuredDate, markOf }: SourceOptions = {},
): TemplateResult {
  const { fact, msg } = localization;
  const cited = ([] as Source[]).concat(source);
  const documents = loadSources(fact).flatMap(document => {
    const sections = document.sections.flatMap(({ id, title }) => {
      const one = { document: document.id, section: id };
      return isCited(cited, one) ? [{ id, title: markOf ? `${markOf(one)} ${title}`.trim() : title }] : [];
    });
    if (!sections.length) return [];
    const assured = assuredDate || document.assured_date;
    const age = ageView(assured, document.captured, localization);
    return documentView(
      { ...document, sections },
      isStale(assured || document.captured)
        ? `${age} ${msg('That was more than a year ago. Call and ask.', {
            id: 'source.stale',
            desc: 'After source.assured and source.captured, where the day that they name is long ago.',
          })}`
        : age,
    );
  });
  const label = msg('Source', { id: 'source.label', desc: 'Opens to where a fact comes from.' });
  return html`<details class="source" part="source">
    <summary aria-label=${of ? `${label}: ${of}` : nothing}>${label}</summary>
    ${about ? html`<p>${about}</p>${few(documents)}` : few(documents)}
  </details>`;
}
