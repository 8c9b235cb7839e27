import { expect, show, until } from './helpers.js';
import { part, textOf } from './on-screen.js';

const own = {
  x_language: 'nb',
  organizations: [
    {
      id: 'eksempelvik-kommune',
      name: 'Eksempelvik kommune, helse og velferd',
      x_source: { document: 'Eksempelvik kommune', section: 'Oversikt' },
    },
  ],
  services: [
    {
      id: 'eksempelvik-samtaler',
      organization_id: 'eksempelvik-kommune',
      name: 'Samtaletilbudet i Eksempelvik',
      description: 'Samtaler for den som trenger noen å snakke med.',
      status: 'active',
      phones: [{ number: '+4733000001', description: 'Hverdager' }],
      x_audience: ['person', 'helper', 'professional'],
      x_needs: ['counselling'],
      x_source: { document: 'eksempelvik.example', section: 'Hjelp og råd' },
    },
  ],
};

describe('the texts of a service of the page', () => {
  for (const tag of ['havn-service-finder', 'havn-contact-directory'])
    it(`carry their own language in another, in ${tag}`, async () => {
      const element = await show(
        `<${tag} lang="nn"><script type="application/json">${JSON.stringify(own)}</script></${tag}>`,
      );
      const place = () => element.shadowRoot?.querySelector('[data-service="eksempelvik-samtaler"]');
      await until(() => Boolean(place()));
      for (const text of [
        'Samtaletilbudet i Eksempelvik',
        'Samtaler for den som trenger noen å snakke med.',
        'Eksempelvik kommune, helse og velferd',
        'eksempelvik.example: Hjelp og råd',
        'Hverdager',
      ]) {
        const bearer = [...(place()?.querySelectorAll('*') ?? [])].findLast(
          candidate => textOf(candidate).trim() === text,
        );
        expect(bearer?.closest('[lang]')?.getAttribute('lang'), text).to.equal('nb');
        const marked = bearer?.closest('[dir], bdi');
        expect(marked?.localName === 'bdi' || marked?.getAttribute('dir') === 'auto', text).to.equal(true);
      }
      expect(part(element, 'base').lang).to.equal('nn');
    });
});
