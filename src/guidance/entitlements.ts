import { entitlements, statements } from './generated/entitlements.js';
import type { Entitlements } from './types.js';

/** What a presumed victim may be entitled to. Without an argument in English, see `loadDirectory`. */
export function loadEntitlements(translate = (_place: string, english: string) => english): Entitlements {
  return {
    statements: Object.fromEntries(
      statements.map(({ id, text }) => [id, translate(`statement.${id}.text`, text)]),
    ) as Entitlements['statements'],
    entitlements: entitlements.map(entitlement => {
      const place = `entitlement.${entitlement.id}`;
      return {
        ...entitlement,
        name: translate(`${place}.name`, entitlement.name),
        description: translate(`${place}.description`, entitlement.description),
        conditions: entitlement.conditions.map((text, index) =>
          translate(`${place}.conditions.${index}`, text),
        ),
        ...(entitlement.provider && { provider: translate(`${place}.provider`, entitlement.provider) }),
      };
    }),
  };
}
