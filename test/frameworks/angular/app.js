import '@angular/compiler';
import {
  ApplicationRef,
  Component,
  CUSTOM_ELEMENTS_SCHEMA,
  provideZonelessChangeDetection,
  signal,
} from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { first, heard, offer } from '../state.js';

const state = signal(first);

// The decorator as a function: it is the same, and the bundler needs no TypeScript.
const App = Component({
  selector: '#app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main [lang]="state().lang">
      @if (state().isShown) {
        <havn-hotline-banner
          id="banner"
          [layout]="state().layout"
          [exit]="state().exit"
          (havn-ready)="heard.ready = heard.ready + 1"
        ><p>{{ state().fallback }} <a href="tel:+4722331160">22 33 11 60</a></p></havn-hotline-banner>
      }
      @if (state().hasList) {
        <havn-entitlements-list id="list" [open]="state().isOpen" (havn-error)="heard.error = heard.error + 1">
          <p>{{ state().fallback }}</p>
        </havn-entitlements-list>
      }
      <havn-service-finder
        id="finder"
        [attr.page-size]="state().pageSize"
        [attr.need]="state().need"
        (havn-ready)="heard.readyAtOnce = heard.readyAtOnce + 1"
      >
        <p>{{ state().fallback }}</p>
      </havn-service-finder>
      <havn-service-finder id="property" [pageSize]="state().pageSize" />
      <havn-language-menu id="menu" (havn-language-change)="heard.languageChange = heard.languageChange + 1" />
      <ul>
        @for (service of state().services; track service) {
          <li><havn-service-card [service]="service"><p>{{ service }}</p></havn-service-card></li>
        }
      </ul>
    </main>`,
})(
  class {
    state = state;
    heard = heard;
  },
);

const problems = [];
const app = await bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] });
await app.whenStable();

offer({
  problems,
  async set(changes) {
    state.update(before => ({ ...before, ...changes }));
    app.injector.get(ApplicationRef).tick();
  },
  unmount: async () => app.destroy(),
});
