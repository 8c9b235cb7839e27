import { html, type TemplateResult } from 'lit/html.js';
import { sources } from '../directory/generated/sources.js';
import type { Source } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';

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

/**
 * Where a fact comes from, or several that stand together, and how fresh it is: document, sections, the day on which it
 * was taken from there, and the day on which a human last checked it, which is never pretended. `about` says who is
 * behind the service.
 */
export function sourceView(
  source: Source | readonly Source[],
  assuredDate: string | undefined,
  localization: Localization,
  about?: string,
): TemplateResult {
  const { msg } = localization;
  const cited = ([] as Source[]).concat(source);
  const texts = sources.flatMap(({ id, title, sections, language: tongue, captured, assured_date }) => {
    const titles = sections
      .filter(section => cited.some(other => other.document === id && other.section === section.id))
      .map(section => section.title);
    const assured = assuredDate || assured_date;
    const age = ageView(assured, captured, localization);
    return titles.length
      ? [
          html`<p lang=${tongue} dir="ltr">${`${title}: ${titles.join(' · ')}`}</p>
            <p>${
              isStale(assured || captured)
                ? `${age} ${msg('That was more than a year ago. Call and ask.', {
                    id: 'source.stale',
                    desc: 'After source.assured and source.captured, where the day that they name is long ago.',
                  })}`
                : age
            }</p>`,
        ]
      : [];
  });
  return html`<details class="source" part="source">
    <summary>${msg('Source', { id: 'source.label', desc: 'Opens to where a fact comes from.' })}</summary>
    ${about ? html`<p>${about}</p>${texts}` : texts}
  </details>`;
}
