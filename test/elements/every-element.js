/** What the tests that hold for every element walk. */
import { answer, type } from './helpers.js';

export const tags = [
  'havn-hotline-banner',
  'havn-service-finder',
  'havn-entitlements-list',
  'havn-permit-guide',
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
  ['permits, compared', '<havn-permit-guide></havn-permit-guide>'],
  ['permits, first question', '<havn-permit-guide view="questions"></havn-permit-guide>'],
  [
    'permits, outcome with everything opened',
    '<havn-permit-guide view="questions"></havn-permit-guide>',
    async guide => {
      await answer(guide, 1, 0, 2, 1);
      for (const details of guide.shadowRoot.querySelectorAll('details')) details.open = true;
    },
  ],
];

/** Every element with as much of it on screen as there can be. */
export const fullElements = [
  '<havn-hotline-banner exit></havn-hotline-banner>',
  '<havn-hotline-banner layout="card" exit></havn-hotline-banner>',
  '<havn-service-finder audience="professional"></havn-service-finder>',
  '<havn-entitlements-list open></havn-entitlements-list>',
  '<havn-permit-guide></havn-permit-guide>',
  '<havn-permit-guide view="questions"></havn-permit-guide>',
];
