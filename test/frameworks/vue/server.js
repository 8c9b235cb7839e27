import { createSSRApp } from 'vue';
import { renderToString } from 'vue/server-renderer';
import { first } from '../state.js';
import { page } from './page.js';

/** The HTML that a server sends, to be hydrated in the browser. */
export function render() {
  const app = createSSRApp(page(first));
  app.config.compilerOptions.isCustomElement = tag => tag.startsWith('havn-');
  return renderToString(app);
}
