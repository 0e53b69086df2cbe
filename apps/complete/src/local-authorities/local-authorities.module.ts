import { listPages } from '@academies/lists';
import { Module } from '@nestjs/common';
import { ImportLocalAuthoritiesPage } from './import-local-authorities.page.ts';
import { localAuthorityList } from './local-authorities.table.ts';
import { EditLocalAuthorityPage, LocalAuthorityPage } from './local-authority.pages.ts';

/** Local authorities for service support. The import's address before that of one authority, which would take it. */
@Module({
  controllers: [
    ...listPages([localAuthorityList]),
    ImportLocalAuthoritiesPage,
    EditLocalAuthorityPage,
    LocalAuthorityPage,
  ],
})
export class LocalAuthoritiesModule {}
