/**
 * Makes a value when it is first needed: facts that a page does not show are not kept in memory, and all patterns of the
 * checks at once would block a page that has services of its own.
 */
export function lazily<Made>(make: () => Made): () => Made {
  let made: { readonly value: Made } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
