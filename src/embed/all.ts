import { define } from '../element/define.js';
import { ContactDirectory } from '../elements/contact-directory/contact-directory.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { ServiceCard } from '../elements/service-card/service-card.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';

for (const element of [HotlineBanner, ServiceFinder, EntitlementsList, ContactDirectory, ServiceCard])
  define(element);
