import type { LocalAuthority } from '@academies/contracts';
import { column, list, order, where } from '@academies/lists';
import { wordsQuery } from '@academies/register';
import { supportArea } from '../project/support-area.ts';

interface ListedAuthority {
  readonly authority: LocalAuthority;
  readonly editedByHand: boolean;
}

/** Every local authority (docs/domain/complete-pages.md, "Service support"). */
export const localAuthorityList = list({
  needs: 'service-support',
  area: supportArea,
  address: 'service-support/local-authorities',
  title: 'Local authorities',
  template: 'local-authorities/local-authorities',
  rows: {
    table: `(
      select code, document, edited_by_hand, document ->> 'name' as name,
             search_words(code, document ->> 'name', document #>> '{directorOfChildrensServices,name}') as words
        from local_authority)`,
    key: 'code',
    shown: 'select l.document as authority, l.edited_by_hand as "editedByHand" from page l',
  },
  holds: () => where`true`,
  orders: { name: order('Name', 'l.name', 'l.code'), code: order('Code', 'l.code') },
  search: { hint: 'Name or code of the authority, or its director', query: wordsQuery },
  columns: [
    column<ListedAuthority>('Local authority', ({ authority: { code, name }, editedByHand }) => ({
      text: name,
      href: `/service-support/local-authorities/${code}`,
      ...(editedByHand && { tags: [{ text: 'Edited by hand', colour: 'light-blue' }] }),
    })),
    column<ListedAuthority>('Code', ({ authority: { code } }) => code),
    column<ListedAuthority>("Director of children's services", ({ authority }) => ({
      text: authority.directorOfChildrensServices?.name ?? 'Not known',
      lines: [authority.directorOfChildrensServices?.email ?? ''].filter(Boolean),
    })),
  ],
  empty: ({ search }) => (search ? 'No local authority matches. Check the spelling.' : 'Import the local authorities.'),
});
