// Before Streamlit's own script: where the server is. Streamlit otherwise asks for it at /page/_stcore/health first, then at /, then waits
// for a list of other sites that may hold the page (there are none): two journeys on the line before anything is drawn.
window.__streamlit = {
  BACKEND_BASE_URL: `${location.origin}/`,
  HOST_CONFIG: { allowedOrigins: [location.origin], useExternalAuthToken: false },
};
