import type { Pool } from '@academies/database';
import type { Clock } from '../clock/clock.ts';
import type { NavigationItem } from '../rights/navigation-item.ts';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import type { ProcessSettings, WebSettings } from './web-settings.ts';

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
  /** A search in the header of every page: where its form leads, as `?search=…`, and what it is for. */
  readonly search?: { readonly href: string; readonly label: string };
  /** A sentence for somebody who is refused at the door, though the provider knows them; asked at sign-in and with the roles. */
  readonly refuses?: (pool: Pool, user: SignedInUser) => Promise<string | undefined>;
  /** Lets machines in with tokens of the provider for this audience, where a route is `@Scoped`. */
  readonly machines?: { readonly audience: string };
  /** The address of a form with a file: what arrives there is the hash of its bytes. */
  readonly hashesUploadsTo?: string;
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
