/** A function as the script of a host has it, which no types hold to anything. */
export const untyped = <Given extends unknown[], Answer>(fn: (...given: Given) => Answer) =>
  fn as (...given: unknown[]) => Answer;
