/** A process of the system: what runs it, where it listens, and which database is its own. */
export interface Service {
  readonly name: string;
  /** As a person calls it. */
  readonly title: string;
  readonly entry: string;
  readonly port: number;
  readonly database?: string;
  /** Starts when that one is ready, which makes the tables that both work with. */
  readonly after?: string;
  /** What a person finds at its address; none when there are no pages. */
  readonly pages?: string;
}

/** Every process, in the order of their start. They stop the other way round. */
export const services: readonly Service[] = [
  { name: 'identity', title: 'Development sign-in', entry: 'infra/identity/dist/main.js', port: 3000 },
  {
    name: 'prepare',
    title: 'Prepare',
    entry: 'apps/prepare/dist/main.js',
    port: 3001,
    database: 'prepare',
    pages: 'projects until a decision',
  },
  {
    name: 'complete',
    title: 'Complete',
    entry: 'apps/complete/dist/main.js',
    port: 3002,
    database: 'complete',
    pages: 'projects after approval',
  },
  {
    name: 'reporting',
    title: 'Reporting',
    entry: 'apps/reporting/dist/main.js',
    port: 3003,
    database: 'reporting',
    pages: 'every CSV file (/exports)',
  },
  {
    name: 'handover',
    title: 'Handover',
    entry: 'apps/handover/dist/main.js',
    port: 3004,
    database: 'complete',
    after: 'complete',
  },
  {
    name: 'register',
    title: "Register's relay",
    entry: 'apps/register/dist/relay/main.js',
    port: 3005,
    database: 'register',
  },
];

/** Every database, one a service; Handover works in Complete's. */
export const databases = ['prepare', 'complete', 'reporting', 'register'] as const;

/** The url of a database on that server. */
export function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
