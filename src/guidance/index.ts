export { loadEntitlements } from './entitlements.js';
export type * from './types.js';
