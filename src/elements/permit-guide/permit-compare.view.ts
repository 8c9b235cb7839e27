import { html, type TemplateResult } from 'lit/html.js';
import type { Permit } from '../../guidance/types.js';
import type { Localization } from '../../locale/localization.js';
import { sourceView } from '../../views/source.view.js';
import { permitFact, permitFacts, permitRows, permitsTitle } from './permit.view.js';

/** The permits as cards, as they also stand where there is no script. */
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
 * The permits side by side. Beside the cards rather than instead of them: a table that is laid out as cards is no table
 * for a screen reader any more, and is read fact by fact where the eye goes permit by permit. The width of the widget
 * takes one of the two out, for eyes and ears alike.
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
