export { define } from './element/define.js';
export { HavnElement } from './element/havn-element.js';
export { EntitlementsList } from './elements/entitlements-list/entitlements-list.js';
export { HotlineBanner } from './elements/hotline-banner/hotline-banner.js';
export { LanguageMenu } from './elements/language-menu/language-menu.js';
export { Pathway } from './elements/pathway/pathway.js';
export { QuickExit } from './elements/quick-exit/quick-exit.js';
export { ServiceFinder } from './elements/service-finder/service-finder.js';
