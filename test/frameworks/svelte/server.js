import { render as renderOnServer } from 'svelte/server';
import { first, heard } from '../state.js';
import App from './App.svelte';

/** The HTML that a server sends, to be hydrated in the browser. */
export const render = () => renderOnServer(App, { props: { state: first, heard } }).body;
