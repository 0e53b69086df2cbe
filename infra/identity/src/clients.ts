import type { ClientMetadata } from 'oidc-provider';

/** A service that people sign in to. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
}

/** A program that reads from a service without anybody who signs in. */
export interface Machine {
  readonly id: string;
  readonly secret: string;
  /** The service that its tokens are for. */
  readonly audience: string;
  readonly scopes: readonly string[];
}

/** How the provider knows a machine: its id and secret give it a token. */
export const toMachineMetadata = ({ id, secret, scopes }: Machine): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [],
  response_types: [],
  grant_types: ['client_credentials'],
  scope: scopes.join(' '),
});

/** How the provider knows a service: where it may send people back to. */
export const toMetadata = ({ id, secret, url }: Client): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [`${url}/sign-in/callback`],
  post_logout_redirect_uris: [`${url}/signed-out`],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
});
