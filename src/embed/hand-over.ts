import { attempt } from '../hand-over/attempt.js';
import { contactsOn, textOf } from '../hand-over/contacts-on-card.js';
import { sheetOf } from '../hand-over/css.js';
import { HandOver } from '../hand-over/hand-over.js';
import { handOverStyles, paperStyles } from '../hand-over/hand-over.styles.js';

/** Widgets whose cards get the control: the helpline as a card, and the services. */
const tags = ['havn-hotline-banner', 'havn-service-card', 'havn-service-finder'];

/** What may be a card: the base of a widget that is itself a card, and the cards in a widget. */
const cards = '[part=base], [part=card]';

const attended = new WeakSet<ShadowRoot>();
const controls = new WeakMap<Element, HandOver>();

/** Ids of services that are for professionals alone. */
let withheld: readonly string[] = [];

/** The properties of a widget that are read here. */
interface Told {
  readonly audience?: unknown;
}

/** The id of the service on a card, or `''`. Not from the attribute of the widget, which may be a short name. */
const serviceOn = (card: HTMLElement): string => card.dataset.service ?? '';

/** Whether a number may be handed to a person in need: a service for professionals would only turn them away. */
function isForPersons(card: HTMLElement, told: Told): boolean {
  // A card does not show the audience of a service of the host page. Only the widget has one.
  const isLocal = card.querySelector('[part=local]');
  return withheld.indexOf(serviceOn(card)) < 0 && !(isLocal && told.audience !== 'person');
}

function attendCard(card: HTMLElement, host: Told): void {
  // The banner as a bar has no room for the control. In the finder only the cards have numbers.
  const isCard = card.classList.contains('card') && isForPersons(card, host);
  const contacts = isCard ? contactsOn(card) : [];
  const known = controls.get(card);
  if (!contacts.length) {
    known?.element.remove();
    return;
  }
  const control = known ?? new HandOver();
  const { element } = control;
  const present = card.querySelector('[part=hand-over]');
  // The script may be on the page twice.
  if (present && present !== element) return;
  controls.set(card, control);
  // Cards in the finder take the language of the finder.
  const spoken = card.closest<HTMLElement>('[lang]');
  control.show({
    id: serviceOn(card),
    name: textOf(card.querySelector('[part=service-name]')),
    contacts,
    language: spoken?.lang ?? '',
    direction: spoken?.dir ?? '',
  });
  // Lit may remove the control when it renders something new at the end of the card.
  if (card.lastElementChild !== element) card.append(element);
}

const refresh = (root: ShadowRoot): void =>
  attempt(() => {
    for (const card of root.querySelectorAll<HTMLElement>(cards)) attendCard(card, root.host as Told);
  });

/** A widget may render again at any time, in another language or for another service. */
const observer = new MutationObserver(records => {
  for (const root of new Set(records.map(({ target }) => target.getRootNode())))
    if (root instanceof ShadowRoot) refresh(root);
});

function attend({ localName, shadowRoot }: Element): void {
  if (tags.indexOf(localName) < 0 || !shadowRoot || attended.has(shadowRoot)) return;
  attended.add(shadowRoot);
  shadowRoot.adoptedStyleSheets = [
    ...shadowRoot.adoptedStyleSheets,
    ...[handOverStyles, paperStyles].map(sheetOf),
  ];
  observer.observe(shadowRoot, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['class', 'data-service', 'href', 'lang'],
  });
  refresh(shadowRoot);
}

/** Adds the control to the widgets that are already there, also in open shadow roots of the page. */
function attendAll(root: Document | ShadowRoot): void {
  const { querySelectorAll } = root === document ? Document.prototype : DocumentFragment.prototype;
  for (const element of querySelectorAll.call(root, '*')) {
    if (!(element.shadowRoot instanceof ShadowRoot)) continue;
    attend(element);
    attendAll(element.shadowRoot);
  }
}

/**
 * Gives every card of a service, now and later, a control to take its number along: printed on a small card, or as a
 * code for the camera of another phone.
 *
 * @param forProfessionals ids of services whose numbers are not for the person
 */
export function offerHandOver(forProfessionals: readonly string[]): void {
  withheld = forProfessionals;
  // In the capture phase, before a listener of the host page can stop the event.
  addEventListener(
    'havn-ready',
    event =>
      attempt(() => {
        const [host] = event.composedPath();
        if (host instanceof Element) attend(host);
      }),
    true,
  );
  attempt(() => attendAll(document));
}
