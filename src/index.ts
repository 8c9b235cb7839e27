export { define } from './element/define.js';
export { HavnElement } from './element/havn-element.js';
export { EntitlementsList } from './elements/entitlements-list/entitlements-list.js';
export { HotlineBanner } from './elements/hotline-banner/hotline-banner.js';
export { ReferralGuide } from './elements/referral-guide/referral-guide.js';
export { ReturnGuide } from './elements/return-guide/return-guide.js';
export { ServiceFinder } from './elements/service-finder/service-finder.js';
