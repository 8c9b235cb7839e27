/**
 * For lists that usually have one item: returns that item instead of an array. For an array, Lit keeps one more part
 * and room for seventeen items, and a page with all elements has hundreds of such lists.
 */
export const few = <Item>(items: readonly Item[]): readonly Item[] | Item | undefined =>
  items.length > 1 ? items : items[0];
