import { str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import { type LocalizedSource, loadSources } from '../directory/sources.js';
import type { Source } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';
import { few } from './few.js';
import { webLink } from './links.js';
import { once } from './once.js';

/**
 * In milliseconds. Readers are told if a fact is older than this: within a year, services move and numbers change
 * without anybody noticing. 366 days, so that "more than a year" is also true in leap years. The editor is asked long
 * before.
 */
const staleAfter = 366 * 86_400_000;

/**
 * Whether a day is longer ago than `staleAfter`. False if the clock is wrong and shows an earlier day. Also false in a
 * build, which has no document: the output of a build has to be true for years, and the same each time.
 */
const isStale = (day: string): boolean =>
  typeof document !== 'undefined' && Date.now() - +new Date(day) > staleAfter;

export const checkedInWords = (day: string, localization: Localization): string =>
  localization.msg(str`Checked on ${formatDate(localization, day)}.`, {
    id: 'source.assured',
    desc: '{0}: a date.',
  });

/** Says when a human last checked a fact or, if nobody has, when it was taken from its document. */
export function ageView(assured: string | undefined, captured: string, localization: Localization): string {
  if (assured) return checkedInWords(assured, localization);
  return localization.msg(
    str`Taken from there on ${formatDate(localization, captured)}. Nobody has checked it since.`,
    {
      id: 'source.captured',
      desc: '{0}: a date. Honest: no human has checked the fact after that day.',
    },
  );
}

/**
 * A document as it can be cited: its title in the language of the widget, its own title, its publisher, its sections
 * and how fresh it is. One flat template, which takes less memory: some pages show sixty of them.
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

/** Whether one of the `cited` sources cites this section of a document. */
const isCited = (cited: readonly Source[], { document, section }: Source): boolean =>
  cited.some(
    source => source.document === document && [source.section].concat(source.also || []).includes(section),
  );

/**
 * For statements that share one source control: returns the mark behind a statement, such as "[2]". It is the number by
 * which the control lists the section, so that the section can be cited. The mark is plain text, since a control for
 * each statement would be too much to look at. Empty if all statements come from one section.
 */
export function marksOf(cited: readonly Source[]): (source: Source) => string {
  const all = loadSources()
    .flatMap(({ id, sections }) => sections.map(section => ({ document: id, section: section.id })))
    .filter(one => isCited(cited, one));
  return source =>
    all.map((one, index) => (all[1] && isCited([source], one) ? `\u00a0[${index + 1}]` : '')).join('');
}

interface SourceOptions {
  /** The marks behind the statements, which the list of sections explains. */
  readonly markOf?: (source: Source) => string;
  /** The name of what this is the source of, for screen reader users who hear many such controls. */
  readonly of?: string | undefined;
  /** Who is behind the service. */
  readonly about?: string | undefined;
  /** The day on which a human last checked it: YYYY-MM-DD. */
  readonly assuredDate?: string | undefined;
}

/**
 * Where one fact or a group of facts comes from, and how fresh it is: the document, its sections, and the day on which
 * a human last checked it. If nobody has, it says so, and gives the day on which the fact was taken from the document.
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
    <summary aria-label=${of ? once(`${label}: ${of}`) : nothing}>${label}</summary>
    ${about ? html`<p>${about}</p>${few(documents)}` : few(documents)}
  </details>`;
}
