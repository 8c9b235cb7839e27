/**
 * What a list shows that mostly has one item. For an array Lit keeps another part and room for seventeen: a page of all
 * elements has hundreds of such lists.
 */
export const few = <Item>(items: readonly Item[]): readonly Item[] | Item | undefined =>
  items.length > 1 ? items : items[0];
