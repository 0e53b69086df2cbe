import type { Constituency } from '@academies/contracts';
import { columnsOf, email, type FileKind, needed, optional, plainCode, text } from '@academies/imports';

/** A row before it is known whether the seat is taken. */
type Row = Omit<Constituency, 'mp'> & { mp: { name: string | null; email: string | null } | null };

const column = columnsOf<Row>();

/** Members of parliament: constituency, name, e-mail. Without a name the seat is empty. */
export const constituencies: FileKind<Row, 'constituencies'> = {
  name: 'constituencies',
  words: { one: 'constituency', many: 'constituencies' },
  key: 'Constituency',
  columns: [
    column(['Constituency', 'Constituency name'], needed(text), 'name'),
    optional(column(['Constituency code', 'ONS code', 'PCON code'], plainCode, 'code')),
    column(['Name', 'MP', 'MP name', 'Member of Parliament'], text, 'mp.name'),
    column(['E-mail', 'Email', 'MP email', 'Email address'], email, 'mp.email'),
  ],
  finish: (row) => ({ ...row, mp: row.mp?.name ? row.mp : null }),
};
