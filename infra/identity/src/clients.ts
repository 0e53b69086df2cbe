import type { ClientMetadata } from 'oidc-provider';

/** A service that people sign in to. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly url: string;
}

/** How the provider knows a service: where it may send people back to. */
export const toMetadata = ({ id, secret, url }: Client): ClientMetadata => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [`${url}/sign-in/callback`],
  post_logout_redirect_uris: [`${url}/signed-out`],
  response_types: ['code'],
  grant_types: ['authorization_code', 'refresh_token'],
});
