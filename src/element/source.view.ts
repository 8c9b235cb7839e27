import { html, nothing, type TemplateResult } from 'lit/html.js';
import { sources } from '../directory/generated/sources.js';
import type { Source } from '../directory/types.js';
import { formatDate } from '../locale/format.js';
import type { Localization } from '../locale/localization.js';

/**
 * Where a fact comes from, and how fresh it is: document, section, the day on which it was taken from there, and the day
 * on which a human last checked it, which is never pretended. `about` says who is behind the service.
 */
export function sourceView(
  source: Source,
  assuredDate: string | undefined,
  { language, msg }: Localization,
  about?: string,
): TemplateResult {
  const document = sources.find(({ id }) => id === source.document);
  const section = document?.sections.find(({ id }) => id === source.section);
  const assured = assuredDate ?? document?.assured_date;
  const captured = document ? formatDate(language, document.captured) : '';
  return html`<details class="source" part="source">
    <summary>${msg('Source', { id: 'source.label', desc: 'Opens to where a fact comes from.' })}</summary>
    ${about ? html`<p>${about}</p>` : nothing}
    <p lang=${document?.language ?? 'en'} dir="ltr">${document?.title}: ${section?.title}</p>
    <p>
      ${
        assured
          ? msg(html`Checked on ${formatDate(language, assured)}.`, {
              id: 'source.assured',
              desc: '{0}: a date.',
            })
          : msg(html`Taken from there on ${captured}. Nobody has checked it since.`, {
              id: 'source.captured',
              desc: '{0}: a date. Honest: no human has checked the fact after that day.',
            })
      }
    </p>
  </details>`;
}
