import { html, type TemplateResult } from 'lit/html.js';
import type { Permit } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { sourceView } from '../../views/source.view.js';
import { permitFact, permitFacts, permitRows, permitsTitle } from './permit.view.js';

/** The permits as cards, which are also used without a script. */
export const cardsView = (permits: readonly Permit[], localization: Localization): TemplateResult =>
  html`<ul role="list" class="cards">
    ${permits.map(
      permit => html`<li class="card" part="permit">
        <h3>${permit.name}</h3>
        ${permitFacts(permit, localization)}
      </li>`,
    )}
  </ul>`;

/**
 * The permits side by side. The table is rendered in addition to the cards: a table that is laid out as cards is no
 * longer a table for screen readers, and they would read it fact by fact while sighted readers go permit by permit.
 * Depending on the width of the widget, one of the two is hidden, for screen readers too.
 */
export const tableView = (permits: readonly Permit[], localization: Localization): TemplateResult =>
  html`<table part="table" aria-label=${permitsTitle(localization)}>
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
          ${permits.map(permit => html`<td>${permitFact(permit, row, localization)}</td>`)}
        </tr>`,
      )}
      <tr>
        <td></td>
        ${permits.map(({ name, x_source }) => html`<td>${sourceView(x_source, localization, { of: name })}</td>`)}
      </tr>
    </tbody>
  </table>`;
