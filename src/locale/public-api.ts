/** For callers outside this project, who may pass any value. */
import { negotiate as among } from './negotiate.js';

/**
 * The language to show for a `lang`: one of `available`, or `en`, the source language, which always is.
 *
 * The first subtag decides; ASCII case, white space round the tag and `_` for `-` do not matter. `no` is `nb`;
 * where `nn` is missing, `nb` stands in. Unknown, malformed and empty tags are `en`; nothing throws.
 *
 * @param tag a BCP 47 language tag, as in the `lang` attribute (`nb-NO`, `ar_EG`)
 * @param available primary subtags in lower case
 */
export const negotiate = (
  tag: string | null | undefined,
  available: readonly string[] | ReadonlySet<string>,
): string =>
  among(tag, typeof available === 'object' && Symbol.iterator in (available ?? {}) ? [...available] : []);
