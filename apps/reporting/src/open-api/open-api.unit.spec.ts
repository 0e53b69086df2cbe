import { Validator } from '@seriousme/openapi-schema-validator';
import { openApi } from './open-api.ts';

describe('What programs are told of our addresses', () => {
  it('is a document of OpenAPI 3.1', async () => {
    const document = openApi({ PUBLIC_URL: 'https://example.org', OIDC_ISSUER: 'https://id.example.org' });
    expect(await new Validator().validate(JSON.parse(JSON.stringify(document)))).toEqual({ valid: true });
  });
});
