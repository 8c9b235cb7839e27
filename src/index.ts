export { define } from './element/define.js';
export { HavnElement } from './element/havn-element.js';
export { ContactDirectory } from './elements/contact-directory/contact-directory.js';
export { EntitlementsList } from './elements/entitlements-list/entitlements-list.js';
export { HotlineBanner } from './elements/hotline-banner/hotline-banner.js';
export { ServiceCard } from './elements/service-card/service-card.js';
export { ServiceFinder } from './elements/service-finder/service-finder.js';
