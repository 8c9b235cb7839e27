import { tags } from './every-element.js';
import { clear, expect, parts, show, text } from './helpers.js';

const { facts } = await fetch('/facts.json').then(answer => answer.json());

/** All that is on screen, and where its links lead. */
const shownIn = element =>
  [text(element), ...[...element.shadowRoot.querySelectorAll('a')].map(({ href }) => href)].join('\n');

describe('facts', () => {
  afterEach(clear);

  for (const { id, home, show: tokens = [], audience } of facts)
    for (const tag of home.split(', ').filter(tag => tags.includes(tag)))
      for (const lang of ['en', 'nb', 'nn']) {
        if (tokens.length)
          it(`${id} is on ${tag} in ${lang}`, async () => {
            const shown = shownIn(
              await show(`<${tag} open lang="${lang}" audience="${audience ?? 'person'}"></${tag}>`),
            );
            for (const token of tokens) expect(shown).to.contain(token);
          });
        // The referral guide is for professionals alone and has no other audience.
        if (audience === 'professional' && 'audience' in customElements.get(tag).prototype)
          it(`${id} is offered to no person or helper on ${tag} in ${lang}`, async () => {
            for (const other of ['person', 'helper']) {
              const shown = shownIn(await show(`<${tag} open lang="${lang}" audience="${other}"></${tag}>`));
              for (const token of tokens.filter(token => token !== 'politiet.no'))
                expect(shown).not.to.contain(token);
            }
          });
      }

  for (const [lang, may] of [
    ['en', /\bmay\b/i],
    ['nb', /\bkan\b/i],
    ['nn', /\bkan\b/i],
  ])
    it(`each of the eight entitlements says "may" in ${lang}`, async () => {
      const list = await show(`<havn-entitlements-list open lang="${lang}"></havn-entitlements-list>`);
      const entitlements = parts(list, 'entitlement');
      expect(entitlements).to.have.length(8);
      for (const entitlement of entitlements)
        expect(entitlement.querySelector('.details p').textContent).to.match(may);
      expect(list.shadowRoot.querySelector('.lead').textContent).to.match(may);
    });

  const entitlementFacts = {
    en: [
      /three hours/,
      /six months/,
      /cannot be renewed/,
      /risk to you is assessed/,
      /activities/,
      /UDI has to approve first/,
      /do not have to help the police/,
      /presumed to be a victim/,
    ],
    nb: [
      /tre timer/,
      /seks måneder/,
      /kan ikke fornyes/,
      /Faren for deg blir vurdert/,
      /aktiviteter/,
      /UDI må godkjenne/,
      /trenger du ikke å hjelpe politiet/,
      /mulig offer/,
    ],
    nn: [
      /tre timar/,
      /seks månader/,
      /kan ikkje fornyast/,
      /Faren for deg blir vurdert/,
      /aktivitetar/,
      /UDI må godkjenne/,
      /treng du ikkje å hjelpe politiet/,
      /mogleg offer/,
    ],
  };
  for (const [lang, patterns] of Object.entries(entitlementFacts))
    it(`the conditions are kept in ${lang}`, async () => {
      const shown = text(await show(`<havn-entitlements-list open lang="${lang}"></havn-entitlements-list>`));
      for (const pattern of patterns) expect(shown).to.match(pattern);
    });

  it('numbers are dialled as they are: 02800 without a country code, 112 without grouping', async () => {
    const shown = shownIn(await show('<havn-service-finder></havn-service-finder>'));
    expect(shown).to.contain('tel:02800').and.to.contain('Call 02800');
    expect(shown).to.contain('tel:112').and.to.contain('Call 112');
  });
});
