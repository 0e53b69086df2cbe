/** This machine itself, which no proxy can reach. */
const loopback = ['localhost', '127.0.0.1', '::1'];

/**
 * What Node is told of a proxy: downloads go through the one of the environment, as with curl and npm; this machine is
 * never asked through it, whatever else `NO_PROXY` says.
 */
export function proxyEnvironment(environment) {
  if (!environment.HTTPS_PROXY && !environment.https_proxy) return {};
  const exceptions = (environment.no_proxy || environment.NO_PROXY || '').split(',').map((name) => name.trim());
  const all = [...new Set([...exceptions.filter(Boolean), ...loopback])].join(',');
  return { NODE_USE_ENV_PROXY: '1', NO_PROXY: all, no_proxy: all };
}
