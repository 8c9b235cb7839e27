import { define } from '../element/define.js';
import { EntitlementsList } from '../elements/entitlements-list/entitlements-list.js';
import { HotlineBanner } from '../elements/hotline-banner/hotline-banner.js';
import { ReferralGuide } from '../elements/referral-guide/referral-guide.js';
import { ReturnGuide } from '../elements/return-guide/return-guide.js';
import { ServiceFinder } from '../elements/service-finder/service-finder.js';
import { fillPlaceholders } from './placeholders.js';

const elements = [HotlineBanner, ServiceFinder, EntitlementsList, ReferralGuide, ReturnGuide];
for (const element of elements) define(element);

const fill = () => fillPlaceholders(elements.map(({ tag }) => tag));
fill();
// A script without `defer` runs before the rest of the page is there.
addEventListener('DOMContentLoaded', fill);
