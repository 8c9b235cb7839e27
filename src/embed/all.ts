import { define } from '../base/define.js';
import { ContactDirectory } from '../elements/contact-directory/contact-directory.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { LanguageMenu } from '../elements/language-menu/language-menu.js';
import { Pathway } from '../elements/pathway/pathway.js';
import { PermitGuide } from '../elements/permit-guide/permit-guide.js';
import { QuickExit } from '../elements/quick-exit/quick-exit.js';
import { ReferralGuide } from '../elements/referral-guide/referral-guide.js';
import { ReturnGuide } from '../elements/return-guide/return-guide.js';
import { ServiceCard } from '../elements/service-card/service-card.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';
import { fillPlaceholders } from './placeholders.js';
import { inTurns } from './turns.js';

const elements = [
  QuickExit,
  HotlineBanner,
  ContactDirectory,
  EntitlementsList,
  LanguageMenu,
  Pathway,
  PermitGuide,
  ReferralGuide,
  ReturnGuide,
  ServiceCard,
  ServiceFinder,
];
const fill = () => fillPlaceholders(elements);

/**
 * WebKit 2.54 (Safari 26) does not upgrade elements that a page imported from a template before they were defined, as
 * Lit and Svelte do, until `initialize()` of the registry is called.
 */
function upgradeImported(): void {
  const { initialize } = CustomElementRegistry.prototype as { initialize?: (root: Node) => void };
  for (const place of Document.prototype.querySelectorAll.call(
    document,
    elements.map(({ tag }) => tag).join(),
  ))
    initialize?.call(customElements, place);
}

/** Defines all elements and fills the placeholders, also those that come after a script without `defer`. */
export function defineAll(): void {
  inTurns(() => {
    define(...elements);
    try {
      upgradeImported();
    } catch {
      // The fallback stays.
    }
    fill();
  });
  addEventListener('DOMContentLoaded', () => inTurns(fill));
}
