import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { Permit } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { sourceView } from '../../views/source.view.js';
import { notSaidView, permitFact, permitFacts, permitRows, permitsTitle } from './permit.view.js';

/**
 * The permits one below the other, each closed under its name and for what it is, so that all are seen at once on a
 * phone. They are also used without a script.
 */
export const cardsView = (permits: readonly Permit[], localization: Localization): TemplateResult =>
  html`<ul role="list" class="cards">
    ${permits.map(
      permit => html`<li>
        <details part="permit">
          <summary><h3>${permit.name}</h3>${permit.gist ? html`<span class="gist">${permit.gist}</span>` : nothing}</summary>
          ${permitFacts(permit, localization)}
        </details>
      </li>`,
    )}
  </ul>`;

/**
 * The permits side by side. The table is rendered in addition to the cards: a table that is laid out as cards is no
 * longer a table for screen readers, and they would read it fact by fact while sighted readers go permit by permit.
 * Depending on the width of the widget, one of the two is hidden, for screen readers too.
 */
export function tableView(permits: readonly Permit[], localization: Localization): TemplateResult {
  const notStated = localization.msg('Not stated', {
    id: 'permits.notStated',
    desc: 'In a cell of a table: the source does not say. What to ask, and whom, stands below.',
  });
  return html`<div class="beside"><table part="table" aria-label=${permitsTitle(localization)}>
    <thead>
      <tr>
        <td></td>
        ${permits.map(({ name }) => html`<th scope="col">${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${permitRows(localization).map(
        row => html`<tr>
          <th scope="row">${row.label}</th>
          ${permits.map(permit => html`<td>${permitFact(permit, row) ?? notStated}</td>`)}
        </tr>`,
      )}
      <tr>
        <td></td>
        ${permits.map(
          permit =>
            html`<td>${notSaidView(permit, localization)}${sourceView(permit.x_source, localization, { of: permit.name })}</td>`,
        )}
      </tr>
    </tbody>
  </table></div>`;
}
