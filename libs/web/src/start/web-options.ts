import type { Clock } from '../clock/clock.ts';
import type { NavigationItem } from '../layout/navigation.ts';
import type { ProcessSettings, WebSettings } from '../settings/web-settings.ts';

/** What a service tells WebModule about itself. */
export interface WebOptions {
  /** Short name, for cookie and logs: `prepare` → `prepare.sid`. */
  readonly service: string;
  /** The name in the header: "Prepare conversions and transfers". */
  readonly name: string;
  /** Folder(s) of templates, which lie beside their pages: `import.meta.dirname`. */
  readonly views: string | readonly string[];
  readonly navigation: readonly NavigationItem[];
  readonly settings: WebSettings;
  /** Where people say what they think; shown in the phase banner. */
  readonly feedbackUrl?: string;
  /** The time; the machine's own unless told. */
  readonly clock?: Clock;
}

/** What a worker (no pages) tells WorkerModule about itself. */
export interface WorkerOptions {
  readonly service: string;
  readonly settings: ProcessSettings;
  readonly clock?: Clock;
}

/** Injection token of the options. */
export const webOptions = Symbol('web options');
