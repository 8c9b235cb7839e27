import { html, nothing, type TemplateResult } from 'lit/html.js';
import { notReviewed } from '../../locale/generated/not-reviewed.js';
import { ownName } from '../../locale/language-names.js';
import { knownLanguages, type Localization } from '../../locale/localization.js';
import { directionOf } from '../../locale/negotiate.js';
import { webIcon } from '../../views/icons.js';

export function languageMenuView(
  choose: (language: string) => void,
  { language, direction, msg }: Localization,
): TemplateResult {
  const mark = msg('not checked', {
    id: 'language-menu.mark',
    desc: 'Behind the name of a language whose translation nobody has reviewed.',
  });
  return html`<div class="menu" part="base" lang=${language} dir=${direction}>
    <label for="select" class="no-print" part="label">
      ${webIcon()}
      <span>
        ${msg('Language', { id: 'language-menu.label', desc: 'Label of the choice of a language.' })}
        ${
          // A reader who does not know the language of the page can find the menu by a word that many know.
          language === 'en' ? nothing : html`<span lang="en" dir="ltr">(Language)</span>`
        }
      </span>
    </label>
    <select
      id="select"
      class="target no-print"
      part="select"
      autocomplete="off"
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
    >
      ${knownLanguages().map(other => optionView(other, language, mark))}
    </select>
    ${
      notReviewed.includes(language)
        ? html`<p part="not-reviewed">${msg('No human has checked this translation. It was made from the English text.', { id: 'language-menu.notReviewed', desc: 'Under the choice of a language, where nobody has reviewed the translation.' })}</p>`
        : nothing
    }
  </div>`;
}

/*
 * In Chromium on Windows and Linux an arrow key on the closed list chooses at each step; Alt and ArrowDown opens the list
 * first. Such a choice is not held back until Enter: on macOS, where an arrow opens the list, a page does not hear the
 * keys in it, and would keep what was chosen from the reader.
 */

/**
 * A language by its own name. The mark is in the language of the menu, whatever has been loaded: the next reader must not
 * see which one was. An option holds text alone, so that the mark cannot have a `lang` of its own.
 */
const optionView = (language: string, shown: string, mark: string) =>
  html`<option value=${language} lang=${language} dir=${directionOf(language)} .selected=${language === shown}>
    ${ownName(language)}${notReviewed.includes(language) ? ` (${mark})` : ''}
  </option>`;
