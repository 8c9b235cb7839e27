import { html, nothing, type TemplateResult } from 'lit/html.js';
import { notReviewed } from '../locale/generated/not-reviewed.js';
import type { Localization } from '../locale/localization.js';

/** The notice that no human has reviewed the translation. Empty if somebody has. */
export const draftInWords = ({ language, msg }: Localization): string =>
  notReviewed.indexOf(language) < 0
    ? ''
    : msg(
        'A machine translated this. Nobody has checked it yet. The numbers are the same in all languages.',
        {
          id: 'draft.notice',
          desc: 'Small line under a widget, in an unreviewed translation. Numbers: telephone numbers.',
        },
      );

export const originalInWords = ({ msg }: Localization): string =>
  msg('Read it in English', {
    id: 'draft.original',
    desc: 'Button: shows the English original of the widget.',
  });

/**
 * The notice in a widget whose translation no human has reviewed, in the language of that translation. Its button
 * switches the widget to the English original and back. The first widget on a page shows the whole sentence, the others
 * a short mark.
 */
export function draftView(
  { isOriginal, isFirst }: { readonly isOriginal: boolean; readonly isFirst: boolean },
  toggle: (event: Event) => void,
  localization: Localization,
): TemplateResult | typeof nothing {
  const { language, direction, msg } = localization;
  const notice = draftInWords(localization);
  if (!notice) return nothing;
  const mark = msg('Machine translation', {
    id: 'draft.mark',
    desc: 'Small mark in a widget, in an unreviewed translation. The first on a page has the whole sentence.',
  });
  // Every widget contains the sentence, and CSS shows it in the first only: so the text of a widget does not depend on
  // its place.
  return html`<p
    class=${isFirst ? 'draft first' : 'draft'}
    part="draft"
    lang=${language}
    dir=${direction}
    data-mark=${isOriginal ? nothing : mark}
  >
    ${isOriginal ? nothing : html`<span>${notice}</span>`}
    <button type="button" class="target no-print" part="original" @click=${toggle}>
      ${
        isOriginal
          ? msg('Back to the translation', {
              id: 'draft.translation',
              desc: 'Button: shows the translation again.',
            })
          : originalInWords(localization)
      }
    </button>
  </p>`;
}
