import { StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { first, heard } from '../state.js';
import { Page } from './page.jsx';

/** The HTML that a server sends, to be hydrated in the browser. */
export const render = () =>
  renderToString(
    <StrictMode>
      <Page state={first} heard={heard} />
    </StrictMode>,
  );
