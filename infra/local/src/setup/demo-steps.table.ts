/** Programs that fill the system with what belongs to nobody; each runs once, in this order, in its own database. */
export const demoSteps = [
  {
    name: 'register',
    does: 'loading the fictional register',
    entry: 'apps/register/dist/demo/main.js',
    database: 'register',
  },
  {
    name: 'prepare',
    does: 'loading demo projects into Prepare',
    entry: 'apps/prepare/dist/demo/main.js',
    database: 'prepare',
  },
  {
    name: 'complete',
    does: 'loading demo projects into Complete',
    entry: 'apps/complete/dist/demo/main.js',
    database: 'complete',
  },
] as const;
