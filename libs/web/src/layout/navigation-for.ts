import { may } from '../rights/rights.table.ts';
import type { SignedInUser } from '../rights/signed-in-user.ts';
import type { NavigationItem } from '../rights/navigation-item.ts';

/** What somebody sees in the navigation, with the place where they are marked: the entry whose path is nearest. */
export function navigationFor(items: readonly NavigationItem[], user: SignedInUser | undefined, path: string) {
  if (!user) return [];
  const allowed = items.filter(({ needs }) => !needs || may(user, needs));
  const near = ({ href, covers = [] }: NavigationItem): number =>
    Math.max(
      ...[href, ...covers].map((at) => (at === path || (at !== '/' && path.startsWith(`${at}/`)) ? at.length : 0)),
    );
  const here = allowed.filter((item) => near(item) > 0).sort((one, other) => near(other) - near(one))[0];
  return allowed.map((item) => ({ text: item.text, href: item.href, active: item === here }));
}
