import { may, type Right, type SignedInUser } from '@academies/web';

/** A page of an area. */
export interface Place {
  readonly text: string;
  readonly href: string;
  readonly needs?: Right;
  /** What it is divided into; the first is the page itself. */
  readonly tabs?: readonly Omit<Place, 'tabs'>[];
}

/** Pages that belong together, as "All projects": each shows the way to the others. */
export interface Area {
  readonly label: string;
  readonly places: readonly Place[];
}

/** An area as a page of it draws it: its places, and the tabs of the place where somebody is. */
export interface Placed {
  readonly label: string;
  readonly items: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
  readonly tabs: readonly { readonly text: string; readonly href: string; readonly active: boolean }[];
}

const leadsTo = (path: string, href: string): number =>
  path === href || path.startsWith(`${href}/`) ? href.length : 0;

/** The one whose address is nearest to where somebody is. */
const nearest = <One extends Place>(places: readonly One[], path: string): One | undefined =>
  places
    .map((place) => ({
      place,
      near: Math.max(...[place, ...(place.tabs ?? [])].map(({ href }) => leadsTo(path, href))),
    }))
    .filter(({ near }) => near > 0)
    .sort((one, other) => other.near - one.near)[0]?.place;

/** Where a page stands in its area, for somebody who sees only what they may open. */
export function placed({ label, places }: Area, path: string, user: SignedInUser): Placed {
  const open = places.filter(({ needs }) => !needs || may(user, needs));
  const here = nearest(open, path);
  const tabs = here?.tabs ?? [];
  const tab = nearest(tabs, path);
  const itemOf = ({ text, href }: Place, active: boolean) => ({ text, href, active });
  return {
    label,
    items: open.map((place) => itemOf(place, place === here)),
    tabs: tabs.map((one) => itemOf(one, one === tab)),
  };
}
