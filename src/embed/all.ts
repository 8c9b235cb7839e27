import { define } from '../element/define.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { LanguageMenu } from '../elements/language-menu/language-menu.js';
import { Pathway } from '../elements/pathway/pathway.js';
import { QuickExit } from '../elements/quick-exit/quick-exit.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';

for (const element of [HotlineBanner, ServiceFinder, EntitlementsList, Pathway, QuickExit, LanguageMenu])
  define(element);
