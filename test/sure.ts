/** What a test relies on: fails, and says so, where it is missing. */
export function sure<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('What the test relies on is missing');
  return value;
}
