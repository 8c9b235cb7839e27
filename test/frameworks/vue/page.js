import { heard } from '../state.js';

/**
 * What both the server and the browser render. Booleans by property: where the script has not run yet, `:open="false"`
 * writes `open="false"`, and an attribute that is there is true.
 */
export const page = state => ({
  setup: () => ({ state, heard }),
  template: `
    <main :lang="state.lang">
      <KeepAlive>
        <component :is="state.isShown ? 'shown' : 'hidden'" />
      </KeepAlive>
      <havn-entitlements-list v-if="state.hasList" id="list" .open="state.isOpen" @havn-error="heard.error++">
        <p>{{ state.fallback }}</p>
      </havn-entitlements-list>
      <havn-service-finder
        id="finder"
        :page-size="state.pageSize"
        :need="state.need"
        @havn-ready="heard.readyAtOnce++"
      >
        <p>{{ state.fallback }}</p>
      </havn-service-finder>
      <havn-service-finder id="property" .pageSize="state.pageSize" />
      <havn-language-menu id="menu" @havn-language-change="heard.languageChange++" />
      <ul>
        <li v-for="service in state.services" :key="service">
          <havn-service-card :service="service"><p>{{ service }}</p></havn-service-card>
        </li>
      </ul>
    </main>`,
  components: {
    hidden: { template: '<p>Nothing</p>' },
    shown: {
      setup: () => ({ state, heard }),
      template: `
        <havn-hotline-banner
          id="banner"
          :layout="state.layout"
          .exit="state.exit"
          @havn-ready="heard.ready++"
        ><p>{{ state.fallback }} <a href="tel:+4722331160">22 33 11 60</a></p></havn-hotline-banner>`,
    },
  },
});
