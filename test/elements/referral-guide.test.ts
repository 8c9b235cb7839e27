import { sendKeys } from '@web/test-runner-commands';
import { clear, expect, part, parts, settled, show, textOf, warningsOf } from './helpers.js';

const tag = 'havn-referral-guide';

const professions = ['police', 'immigration', 'social-services', 'child-welfare', 'health', 'ngo', 'other'];
const own = guide => textOf(part(guide, 'own') ?? document.createElement('p'));

describe('referral guide', () => {
  afterEach(clear);

  it('without a profession it asks, and shows all that holds for everyone', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    expect(part(guide, 'own')).to.equal(null);
    expect(textOf(part(guide, 'select').selectedOptions[0])).to.equal('Choose your profession');
    expect(part(guide, 'select').options).to.have.length(professions.length + 1);
    expect(parts(guide, 'step')).to.have.length(5);
  });

  it('follows its attribute, live, and what the reader chooses stands until it changes', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    const texts = [];
    for (const profession of professions) {
      guide.setAttribute('profession', profession);
      await settled();
      expect(part(guide, 'select').value).to.equal(profession);
      texts.push(own(guide));
    }
    expect(new Set(texts).size).to.equal(professions.length);
    const select = part(guide, 'select');
    select.value = 'health';
    select.dispatchEvent(new Event('change'));
    await settled();
    expect(own(guide)).to.match(/^Health services/);
    expect(guide.getAttribute('profession')).to.equal('other');
    guide.profession = 'ngo';
    await settled();
    expect(select.value).to.equal('ngo');
    expect(own(guide)).to.match(/^NGOs/);
  });

  it('a profession that is none asks, with one warning', async () => {
    const guide = await show(`<${tag} profession="police"></${tag}>`);
    const warnings = await warningsOf(() => guide.setAttribute('profession', 'astronaut'));
    expect(part(guide, 'own')).to.equal(null);
    expect(part(guide, 'select').value).to.equal('');
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(tag).and.to.contain('social-services');
  });

  it('each need in the table names whom to ask, with a number', async () => {
    const rows = parts(await show(`<${tag}></${tag}>`), 'referral');
    expect(rows.length).to.be.greaterThan(10);
    for (const row of rows) {
      expect(row.querySelector('th').scope).to.equal('row');
      expect(row.querySelector('a[href^="tel:"]'), textOf(row)).not.to.equal(null);
    }
    const row = need => textOf(rows.find(other => textOf(other).startsWith(need)));
    expect(row('A child')).to.contain('Child welfare services');
    expect(row('Medical care')).to.contain('Health services').and.not.to.contain('PRO');
    expect(row('Application for a reflection period, in person'))
      .to.contain('02800')
      .and.not.to.contain('UDI');
    expect(row('A safe place for a man')).to.contain('22 33 11 60').and.not.to.contain('22 99 85 00');
  });

  it('KOM is offered for methods and coordination, never for a case', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    for (const row of parts(guide, 'referral').filter(row => textOf(row).includes('KOM')))
      expect(textOf(row)).to.contain('no individual cases');
    expect(parts(guide, 'card').map(card => textOf(card.querySelector('h3')))).to.deep.equal([
      'KOM (national point of contact)',
    ]);
  });

  it('is worked with keys alone', async () => {
    const guide = await show(`<${tag}></${tag}>`);
    let printed = 0;
    const { print } = window;
    window.print = () => printed++;
    try {
      for (const key of ['Tab', 'Tab', 'Tab', 'ArrowDown']) await sendKeys({ press: key });
      await settled();
      expect(own(guide)).to.match(/^The police/);
      await sendKeys({ press: 'Tab' });
      expect(guide.shadowRoot.activeElement).to.equal(part(guide, 'print'));
      await sendKeys({ press: 'Enter' });
      expect(printed).to.equal(1);
    } finally {
      window.print = print;
      dispatchEvent(new Event('afterprint'));
    }
    expect(guide.hasAttribute('data-havn-print')).to.equal(false);
  });

  it('keeps the profession when the language changes', async () => {
    const guide = await show(`<${tag} lang="en"></${tag}>`);
    const select = part(guide, 'select');
    select.value = 'police';
    select.dispatchEvent(new Event('change'));
    guide.lang = 'nb';
    await settled();
    expect(own(guide)).to.match(/^Politiet/);
    expect(part(guide, 'select').value).to.equal('police');
  });
});
