import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { traceId, withTrace } from '@academies/contracts';

/** The path alone: queries carry names that people searched for and codes of sign-ins. */
const pathOf = (request: { url?: string | undefined; originalUrl?: string }): string =>
  (request.originalUrl ?? request.url ?? '').split('?')[0] ?? '';

const quiet = /^\/(health|metrics|assets)(\/|$)/;

/** A line for each request: method, path, status, time, trace. Neither headers nor bodies nor queries. */
export function logRequests(logger: Logger): RequestHandler {
  const write = pinoHttp<Request, Response>({
    logger,
    genReqId: () => traceId() ?? '',
    autoLogging: { ignore: (request) => quiet.test(pathOf(request)) },
    customAttributeKeys: { reqId: 'trace' },
    quietReqLogger: true,
    customLogLevel: (_, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: (request, response) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
    customErrorMessage: (request, response) => `${request.method} ${pathOf(request)} ${response.statusCode}`,
    serializers: {
      req: (request: Request) => ({ method: request.method, path: pathOf(request) }),
      res: (response: Response) => ({ status: response.statusCode }),
    },
  });
  return (request, response, next) =>
    withTrace(request.headers['traceparent'] as string | undefined, () => {
      response.locals['trace'] = traceId();
      write(request, response);
      next();
    });
}
