export { define } from './element/define.js';
export { HavnElement } from './element/havn-element.js';
export { EntitlementsList } from './elements/entitlements-list/entitlements-list.js';
export { HotlineBanner } from './elements/hotline-banner/hotline-banner.js';
export { PermitGuide } from './elements/permit-guide/permit-guide.js';
export { ServiceFinder } from './elements/service-finder/service-finder.js';
