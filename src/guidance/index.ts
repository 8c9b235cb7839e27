export { loadEntitlements } from './entitlements.js';
export { loadPathway } from './pathway.js';
export { loadPermits } from './permits.js';
export { loadReferral } from './referral.js';
export { loadReturn } from './return.js';
export * from './types.js';
