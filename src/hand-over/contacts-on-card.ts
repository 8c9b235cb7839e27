/** A number that stands on the card of a service, as it stands there. */
export interface ContactOnCard {
  /** As it is dialled. */
  readonly number: string;
  /** As it is read. */
  readonly shown: string;
  /** Whose it is; `''` where the card says to ask somebody else, whose number it then is. */
  readonly name: string;
  /** When somebody answers, if that is known. */
  readonly hours: readonly Element[];
}

export const textOf = (node: Element | null): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** "Open day and night", and hours of the week; never "open now" or when it opens next, which is not true for long. */
function hoursOn(card: Element): Element[] {
  const hours = card.querySelector('[part=hours]');
  const spans = [...(hours?.querySelectorAll('span:not(.now)') ?? [])];
  const weekly = spans.filter(span => span.querySelector('bdi'));
  return weekly.length || !hours?.classList.contains('open') ? weekly : spans;
}

/**
 * The numbers that can be called from a card, in their order. Read from what is on screen, so that what is handed over
 * cannot disagree with it, whatever facts and language the card has.
 */
export function contactsOn(card: Element): ContactOnCard[] {
  const contacts: ContactOnCard[] = [];
  // A card without hours of its own is of a service that is reached through another.
  const own = card.querySelector('[part=hours]') ? textOf(card.querySelector('[part=service-name]')) : '';
  for (const link of card.querySelectorAll('a[part=call]')) {
    const [, number] = /^tel:(\+?\d+)$/.exec(link.getAttribute('href') ?? '') ?? [];
    if (!number) continue;
    const whose = textOf(link.querySelector('.whose'));
    contacts.push({
      number,
      shown: link.querySelector('bdi')?.textContent || number,
      name: whose || own,
      hours: whose ? [] : hoursOn(card),
    });
  }
  return contacts;
}
