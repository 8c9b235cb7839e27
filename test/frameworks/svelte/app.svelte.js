import { flushSync, hydrate, mount, unmount } from 'svelte';
import { first, heard, offer } from '../state.js';
import App from './App.svelte';

const target = document.querySelector('#app');
const state = $state({ ...first });
const options = { target, props: { state, heard } };
const app = target.hasChildNodes() ? hydrate(App, options) : mount(App, options);
flushSync();

offer({
  problems: [],
  async set(changes) {
    Object.assign(state, changes);
    flushSync();
  },
  unmount: () => unmount(app),
});
