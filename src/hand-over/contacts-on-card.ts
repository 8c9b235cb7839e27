/** A number on the card of a service, as the card shows it. */
export interface ContactOnCard {
  /** The number to dial. */
  readonly number: string;
  /** The number as it is shown. */
  readonly shown: string;
  /** Whose number it is. `''` if the card only refers to another service: then it is the number of that one. */
  readonly name: string;
  /** When somebody answers; empty if that is not known. */
  readonly hours: readonly Element[];
}

export const textOf = (node: Element | null): string => node?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** "Open day and night", and weekly hours; never "open now" or the next opening time, which are not true for long. */
function hoursOn(card: Element): Element[] {
  const hours = card.querySelector('[part=hours]');
  const spans = [...(hours?.querySelectorAll('span:not(.now)') ?? [])];
  const weekly = spans.filter(span => span.querySelector('bdi'));
  return weekly.length || !hours?.classList.contains('open') ? weekly : spans;
}

/**
 * The numbers that can be called from a card, in their order. They are read from the screen, so that what is handed
 * over always agrees with it, whatever facts and language the card has.
 */
export function contactsOn(card: Element): ContactOnCard[] {
  const contacts: ContactOnCard[] = [];
  // A card without opening hours is that of a service that is reached through another one.
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
