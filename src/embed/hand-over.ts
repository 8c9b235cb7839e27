import { attempt } from '../hand-over/attempt.js';
import { contactsOn, textOf } from '../hand-over/contacts-on-card.js';
import { HandOver } from '../hand-over/hand-over.js';
import { handOverStyles, paperStyles } from '../hand-over/hand-over.styles.js';
import { sheetOf } from '../styles/css.js';

/** Whose cards get the control: the helpline as a card, and the services. */
const tags = ['havn-hotline-banner', 'havn-service-card', 'havn-service-finder'];

/** What may be a card: a widget that is one, and those in a widget. */
const cards = '[part=base], [part=card]';

const attended = new WeakSet<ShadowRoot>();
const controls = new WeakMap<Element, HandOver>();

/** Ids of services that are for professionals alone. */
let withheld: readonly string[] = [];

/** What a widget has been told, in the names of its attributes. */
interface Told {
  readonly audience?: unknown;
}

/** The id of the service of a card, if it is one: the attribute of the widget may be a short name. */
const serviceOn = (card: HTMLElement): string => card.dataset.service ?? '';

/** Whether a number may go to the person whom it is for: one of a service for professionals would only turn them away. */
function isForPersons(card: HTMLElement, told: Told): boolean {
  // Of a service of the host's it is not on screen for whom it is, only for whom the widget is.
  const isLocal = card.querySelector('[part=local]');
  return withheld.indexOf(serviceOn(card)) < 0 && !(isLocal && told.audience !== 'person');
}

function attendCard(card: HTMLElement, host: Told): void {
  // The bar of the banner has no room for more, and of the finder only the cards have numbers.
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
  // The cards of the finder have the language of the whole.
  const spoken = card.closest<HTMLElement>('[lang]');
  control.show({
    id: serviceOn(card),
    name: textOf(card.querySelector('[part=service-name]')),
    contacts,
    language: spoken?.lang ?? '',
    direction: spoken?.dir ?? '',
  });
  // Lit clears the end of a card where it has something new to put there.
  if (card.lastElementChild !== element) card.append(element);
}

const refresh = (root: ShadowRoot): void =>
  attempt(() => {
    for (const card of root.querySelectorAll<HTMLElement>(cards)) attendCard(card, root.host as Told);
  });

/** A widget renders anew whenever it likes, in another language or for another service. */
const observer = new MutationObserver(records => {
  const changed: Node[] = [];
  for (const { target } of records) {
    const root = target.getRootNode();
    if (root instanceof ShadowRoot && changed.indexOf(root) < 0) {
      changed.push(root);
      refresh(root);
    }
  }
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

/** The widgets that are there already, in open shadow roots of the page too. */
function attendAll(root: Document | ShadowRoot): void {
  const { querySelectorAll } = root === document ? Document.prototype : DocumentFragment.prototype;
  for (const element of querySelectorAll.call(root, '*')) {
    if (!(element.shadowRoot instanceof ShadowRoot)) continue;
    attend(element);
    attendAll(element.shadowRoot);
  }
}

/**
 * Gives the cards of services on the page, those of now and of later, a way to take a number along: printed on a small
 * card, or by a code for the camera of another phone.
 *
 * @param forProfessionals ids of services whose numbers are not for the person
 */
export function offerHandOver(forProfessionals: readonly string[]): void {
  withheld = forProfessionals;
  // Capturing: before a listener of the host's can stop it.
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
