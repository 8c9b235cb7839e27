export { loadEntitlements } from './entitlements.js';
export { loadPathway } from './pathway.js';
export { loadPermits } from './permits.js';
export {
  followAnswers,
  type GivenAnswer,
  giveAnswer,
  type Place,
  takeBack,
} from './questions.js';
export { loadReferral } from './referral.js';
export { loadReturn } from './return.js';
export * from './types.js';
