import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sources } from '../directory/generated/sources.js';
import type { Source } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';

/**
 * Where a fact comes from, or several that stand together, and how fresh it is: document, sections, the day on which it
 * was taken from there, and the day on which a human last checked it, which is never pretended. `about` says who is
 * behind the service.
 */
export function sourceView(
  source: Source | readonly Source[],
  assuredDate: string | undefined,
  { language, msg }: Localization,
  about?: string,
): TemplateResult {
  const cited = ([] as Source[]).concat(source);
  return html`<details class="source" part="source">
    <summary>${msg('Source', { id: 'source.label', desc: 'Opens to where a fact comes from.' })}</summary>
    ${about ? html`<p>${about}</p>` : nothing}
    ${sources.map(({ id, title, sections, language: tongue, captured, assured_date }) => {
      const titles = sections
        .filter(section => cited.some(other => other.document === id && other.section === section.id))
        .map(section => section.title);
      const assured = assuredDate ?? assured_date;
      return titles.length
        ? html`<p lang=${tongue} dir="ltr">${title}: ${titles.join('; ')}</p>
            <p>
              ${
                assured
                  ? msg(html`Checked on ${formatDate(language, assured)}.`, {
                      id: 'source.assured',
                      desc: '{0}: a date.',
                    })
                  : msg(
                      html`Taken from there on ${formatDate(language, captured)}. Nobody has checked it since.`,
                      {
                        id: 'source.captured',
                        desc: '{0}: a date. Honest: no human has checked the fact after that day.',
                      },
                    )
              }
            </p>`
        : nothing;
    })}
  </details>`;
}
