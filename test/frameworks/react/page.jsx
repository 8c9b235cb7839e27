/** What both the server and the browser render. */
export function Page({ state, heard }) {
  return (
    <main lang={state.lang}>
      {state.isShown && (
        <havn-hotline-banner
          id="banner"
          layout={state.layout}
          exit={state.exit}
          onhavn-ready={() => heard.ready++}
        >
          <p>
            {state.fallback} <a href="tel:+4722331160">22 33 11 60</a>
          </p>
        </havn-hotline-banner>
      )}
      {state.hasList && (
        <havn-entitlements-list id="list" open={state.isOpen} onhavn-error={() => heard.error++}>
          <p>{state.fallback}</p>
        </havn-entitlements-list>
      )}
      <havn-service-finder
        id="finder"
        page-size={state.pageSize}
        need={state.need}
        onhavn-ready={() => heard.readyAtOnce++}
      >
        <p>{state.fallback}</p>
      </havn-service-finder>
      <havn-service-finder id="property" pageSize={state.pageSize} />
      <havn-language-menu id="menu" onhavn-language-change={() => heard.languageChange++} />
      <ul>
        {state.services.map(service => (
          <li key={service}>
            <havn-service-card service={service}>
              <p>{service}</p>
            </havn-service-card>
          </li>
        ))}
      </ul>
    </main>
  );
}
