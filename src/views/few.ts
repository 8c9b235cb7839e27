/**
 * The items of a list that mostly has one: then the item alone. For an array Lit keeps one more part, and room for
 * seventeen items; a page of all elements has hundreds of such lists.
 */
export const few = <Item>(items: readonly Item[]): readonly Item[] | Item | undefined =>
  items.length > 1 ? items : items[0];
