import { may } from '../rights/may.ts';
import type { SignedInUser } from '../sign-in/signed-in-user.ts';
import type { NavigationItem } from './navigation.ts';

/** What somebody sees in the navigation, with the place where they are marked: the entry whose path is nearest. */
export function navigationFor(items: readonly NavigationItem[], user: SignedInUser | undefined, path: string) {
  if (!user) return [];
  const allowed = items.filter(({ needs }) => !needs || may(user, needs));
  const here = allowed
    .filter(({ href }) => href === path || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
  return allowed.map((item) => ({ text: item.text, href: item.href, active: item === here }));
}
