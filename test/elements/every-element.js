/** What the tests that hold for every element walk. */
import { type } from './helpers.js';

export const tags = [
  'havn-hotline-banner',
  'havn-service-finder',
  'havn-entitlements-list',
  'havn-referral-guide',
  'havn-return-guide',
];

/** Each state that an element can be in: a name, the HTML, and what the reader does then. */
export const states = [
  ['banner, bar', '<havn-hotline-banner exit></havn-hotline-banner>'],
  ['banner, card', '<havn-hotline-banner layout="card" exit></havn-hotline-banner>'],
  ['finder, at first', '<havn-service-finder page-size="8"></havn-service-finder>'],
  [
    'finder, professional',
    '<havn-service-finder audience="professional" need="coordination"></havn-service-finder>',
  ],
  [
    'finder, everything opened',
    '<havn-service-finder need="return"></havn-service-finder>',
    finder => {
      for (const details of finder.shadowRoot.querySelectorAll('details')) details.open = true;
    },
  ],
  [
    'finder, nothing found',
    '<havn-service-finder></havn-service-finder>',
    finder => type(finder, 'zzzzqqqq'),
  ],
  ['entitlements, closed', '<havn-entitlements-list></havn-entitlements-list>'],
  ['entitlements, open', '<havn-entitlements-list open></havn-entitlements-list>'],
  [
    'entitlements, professional',
    '<havn-entitlements-list open audience="professional"></havn-entitlements-list>',
  ],
  ['referral guide, asking', '<havn-referral-guide></havn-referral-guide>'],
  [
    'referral guide, police',
    '<havn-referral-guide profession="police"></havn-referral-guide>',
    guide => {
      for (const details of guide.shadowRoot.querySelectorAll('details')) details.open = true;
    },
  ],
  ['return guide', '<havn-return-guide></havn-return-guide>'],
];

/** Every element with as much of it on screen as there can be. */
export const fullElements = [
  '<havn-hotline-banner exit></havn-hotline-banner>',
  '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  '<havn-service-finder audience="professional"></havn-service-finder>',
  '<havn-entitlements-list open></havn-entitlements-list>',
  '<havn-referral-guide profession="other"></havn-referral-guide>',
  '<havn-return-guide></havn-return-guide>',
];
