import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's log lines through pino: message, and the class that speaks as `context`. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log = (message: unknown, ...rest: unknown[]) => this.write('info', message, rest);
  error = (message: unknown, ...rest: unknown[]) => this.write('error', message, rest);
  warn = (message: unknown, ...rest: unknown[]) => this.write('warn', message, rest);
  debug = (message: unknown, ...rest: unknown[]) => this.write('debug', message, rest);
  verbose = (message: unknown, ...rest: unknown[]) => this.write('trace', message, rest);
  fatal = (message: unknown, ...rest: unknown[]) => this.write('fatal', message, rest);

  private write(
    level: 'info' | 'error' | 'warn' | 'debug' | 'trace' | 'fatal',
    message: unknown,
    rest: unknown[],
  ): void {
    const err = [message, ...rest].find((one) => one instanceof Error);
    const texts = rest.filter((one) => typeof one === 'string');
    // The start of Nest says a line for each route; the routes test says it better.
    const quiet =
      level === 'info' && ['RouterExplorer', 'RoutesResolver', 'InstanceLoader'].includes(texts.at(-1) ?? '');
    const facts = typeof message === 'object' && message !== null && !(message instanceof Error) ? message : {};
    const [stack] = texts.length > 1 ? texts : [];
    this.logger[quiet ? 'debug' : level](
      { ...facts, ...(texts.length > 0 && { context: texts.at(-1) }), ...(err && { err }), ...(stack && { stack }) },
      message instanceof Error ? message.message : typeof message === 'string' ? message : undefined,
    );
  }
}
