/* The open console: the library's own files are served from this host, nothing is asked of anybody else. */
(() => {
  const example = `# Everything in the schema says its units and sources: see the Docs on the left.
query Agenda {
  agenda(first: 10, language: fr) {
    edges { node { name start end status venue commune { name } free } }
    pageInfo { hasNextPage endCursor }
  }
}
`;
  const fetcher = async (params) => {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(params),
    });
    return response.json();
  };
  ReactDOM.createRoot(document.getElementById('console')).render(
    React.createElement(GraphiQL, { fetcher, defaultQuery: example }),
  );
})();
