import { define } from '../element/define.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { PermitGuide } from '../elements/permit-guide/permit-guide.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';

for (const element of [HotlineBanner, ServiceFinder, EntitlementsList, PermitGuide]) define(element);
