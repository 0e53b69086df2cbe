import { isDeepStrictEqual } from 'node:util';
import {
  changed,
  type CommandContext,
  type CommandResult,
  type LocalAuthority,
  LocalAuthorityChanged,
  newEvent,
  refused,
} from '@academies/contracts';

/** What service support says of an authority; its code stays. */
export interface EditLocalAuthority extends CommandContext {
  readonly name: string;
  readonly address: LocalAuthority['address'];
  readonly director: { readonly name: string | null; readonly role: string | null; readonly email: string | null };
}

/** Edits an authority by hand; a role or an e-mail is somebody's (docs/domain/complete.md, "Local authorities"). */
export function editLocalAuthority(
  authority: LocalAuthority,
  { name, address, director, by }: EditLocalAuthority,
): CommandResult<LocalAuthority> {
  if (director.name === null && (director.role !== null || director.email !== null))
    return refused('Enter the name of the director, or clear role and e-mail', 'directorName');
  const directorOfChildrensServices = director.name === null ? null : { ...director, name: director.name };
  const localAuthority = { code: authority.code, name, address, directorOfChildrensServices };
  if (isDeepStrictEqual(localAuthority, authority)) return changed(authority);
  const subject = authority.code;
  return changed(
    localAuthority,
    newEvent(LocalAuthorityChanged, { key: subject, subject, value: { localAuthority, by } }),
  );
}
