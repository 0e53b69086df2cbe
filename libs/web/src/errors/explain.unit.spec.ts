import { explain } from './explain.ts';

describe('An error in plain English', () => {
  it.each([
    ['timeout exceeded when trying to connect', undefined],
    ['Connection terminated due to connection timeout', undefined],
    ['connect ECONNREFUSED 127.0.0.1:5432', 'ECONNREFUSED'],
    ['the database system is shutting down', '57P03'],
  ])('says that the database is away: %s', (message, code) => {
    expect(explain(Object.assign(new Error(message), code && { code }))).toMatchObject({
      status: 503,
      code: 'WEB.AWAY',
    });
  });

  it.each(['GET', 'POST'])('says nothing of what failed inside (%s)', (method) => {
    const { status, message } = explain(new Error('secret'), method);
    expect(status).toBe(500);
    expect(message).not.toContain('secret');
  });
});
