export function proxyEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string>;
