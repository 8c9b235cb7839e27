/** A card in the list: the id of its service, and the key by which Lit keeps its nodes. */
export interface Card {
  readonly id: string;
  readonly key: object;
}

/**
 * The cards of a list that has changed. By service: a card moves with its service, and so does what a reader has opened in
 * it. By place: the cards stay where they are and are filled anew, which is faster while somebody types.
 */
export const cardsFor = (
  services: readonly { readonly id: string }[],
  before: readonly Card[] = [],
  { isByPlace = false }: { readonly isByPlace?: boolean } = {},
): Card[] =>
  services.map(({ id }, index) => ({
    id,
    key: (isByPlace ? before[index] : before.find(card => card.id === id))?.key ?? {},
  }));
