import { html, nothing, type TemplateResult } from 'lit/html.js';
import { critical } from '../../directory/critical.js';
import type { Place } from '../../guidance/questions.js';
import type { Localization } from '../../locale/localization.js';
import { askView } from '../../views/ask.view.js';
import { marksOf, sourceView } from '../../views/source.view.js';
import { type GuideActions, type GuideFacts, permitsTitle, whomToAskView } from './permit.view.js';
import { cardsView, tableView } from './permit-compare.view.js';
import { questionsView } from './permit-questions.view.js';

export const views = ['compare', 'questions'] as const;

export interface GuideState {
  readonly view: (typeof views)[number];
  readonly place: Place;
}

export function guideView(
  { view, place }: GuideState,
  facts: GuideFacts,
  actions: GuideActions,
  localization: Localization,
): TemplateResult {
  const { msg } = localization;
  const otherView = (label: string) =>
    html`<p class="no-print">
      <button type="button" class="target" part="other-view" @click=${actions.changeView}>${label}</button>
    </p>`;
  if (view === 'compare') {
    return allPermitsView(
      facts,
      html`${otherView(msg('Answer a few questions instead', { id: 'permits.toQuestions', desc: 'Button: from the table to the questions.' }))}
      ${cardsView(facts.permits, localization)} ${tableView(facts.permits, localization)}`,
      localization,
    );
  }
  return frameView(
    msg('What may apply to you', {
      id: 'permits.questionsTitle',
      desc: 'Heading over the questions. "May" has to stay.',
    }),
    html`${questionsView(place, facts, actions, localization)}
    ${place.outcome ? nothing : whomToAskView([critical.helpline.id], facts.contacts, localization, { isFilled: true })}
    ${otherView(msg('See all permits side by side', { id: 'permits.toCompare', desc: 'Button: from the questions to the table.' }))}`,
    localization,
  );
}

/** All permits. `content` is the cards alone, or the cards and the table. */
export function allPermitsView(
  { statements, permits, contacts }: GuideFacts,
  content: TemplateResult,
  localization: Localization,
): TemplateResult {
  const { helpline } = critical;
  const cited = statements.map(({ x_source }) => x_source);
  const markOf = marksOf(cited);
  const others = permits.flatMap(({ services }) => services).filter(id => id !== helpline.id);
  return frameView(
    permitsTitle(localization),
    html`${statements.map(({ text, x_source }) => html`<p>${text + markOf(x_source)}</p>`)}
    ${askView([helpline.id], contacts, localization, { isFilled: true })} ${content}
    ${whomToAskView([...new Set(others)], contacts, localization)}
    ${sourceView(cited, localization, { markOf })}`,
    localization,
  );
}

const frameView = (title: string, content: TemplateResult, { language, direction }: Localization) =>
  html`<div class="panel" part="base" lang=${language} dir=${direction}>
    <h2 part="title" tabindex="-1">${title}</h2>
    ${content}
  </div>`;
