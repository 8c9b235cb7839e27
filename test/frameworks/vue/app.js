import { createApp, createSSRApp, nextTick, reactive } from 'vue/dist/vue.esm-bundler.js';
import { first, offer } from '../state.js';
import { page } from './page.js';

const place = document.querySelector('#app');
const state = reactive({ ...first });
const app = (place.hasChildNodes() ? createSSRApp : createApp)(page(state));
const problems = [];
app.config.warnHandler = warning => problems.push(warning);
app.config.compilerOptions.isCustomElement = tag => tag.startsWith('havn-');
app.mount(place);

offer({
  problems,
  async set(changes) {
    Object.assign(state, changes);
    await nextTick();
  },
  unmount: async () => app.unmount(),
});
