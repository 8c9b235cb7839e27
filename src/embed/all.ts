import { define } from '../element/define.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { ReferralGuide } from '../elements/referral-guide/referral-guide.js';
import { ReturnGuide } from '../elements/return-guide/return-guide.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';

for (const element of [HotlineBanner, ServiceFinder, EntitlementsList, ReferralGuide, ReturnGuide])
  define(element);
