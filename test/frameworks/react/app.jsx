import { StrictMode, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { first, heard, offer } from '../state.js';
import { Page } from './page.jsx';

let change;

function App() {
  const [state, setState] = useState(first);
  change = setState;
  return (
    <>
      <Page state={state} heard={heard} />
      {createPortal(
        <havn-hotline-banner id="portal" layout={state.layout}>
          <p>{state.fallback}</p>
        </havn-hotline-banner>,
        document.querySelector('#elsewhere'),
      )}
    </>
  );
}

const place = document.querySelector('#app');
// What the server has rendered has no portal: React renders those in browsers alone.
const isFromServer = place.hasChildNodes();
const problems = [];
function Hydrated() {
  const [state, setState] = useState(first);
  change = setState;
  return <Page state={state} heard={heard} />;
}
let root;
if (isFromServer) {
  root = hydrateRoot(
    place,
    <StrictMode>
      <Hydrated />
    </StrictMode>,
    { onRecoverableError: error => problems.push(String(error)) },
  );
} else {
  root = createRoot(place);
  flushSync(() =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  );
}

offer({
  problems,
  set: async changes => flushSync(() => change(state => ({ ...state, ...changes }))),
  unmount: async () => flushSync(() => root.unmount()),
});
