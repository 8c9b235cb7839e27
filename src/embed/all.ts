import { define } from '../element/define.js';
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

// The banner first: its number is on screen before anything else is looked at.
const elements = [
  HotlineBanner,
  ContactDirectory,
  EntitlementsList,
  LanguageMenu,
  Pathway,
  PermitGuide,
  QuickExit,
  ReferralGuide,
  ReturnGuide,
  ServiceCard,
  ServiceFinder,
];
for (const element of elements) define(element);

const fill = () => fillPlaceholders(elements.map(({ tag }) => tag));
fill();
// A script without `defer` runs before the rest of the page is there.
addEventListener('DOMContentLoaded', fill);
