import type { CompleteProject, Problem } from '@academies/contracts';

/** Links to the folders of a project. */
export type SharePoint = CompleteProject['sharePoint'];

const folders: Readonly<Record<keyof SharePoint, string>> = {
  school: 'school or academy',
  incomingTrust: 'incoming trust',
  outgoingTrust: 'outgoing trust',
};

/** The folders that a project of a kind has, in the order of the page, with what the page calls them. */
export const foldersOf = (kind: CompleteProject['kind']): readonly (keyof SharePoint)[] =>
  kind === 'conversion' ? ['school', 'incomingTrust'] : ['school', 'incomingTrust', 'outgoingTrust'];

/** As it is written, since a parser also takes `https:host` and `https:\\host`. */
const isAllowed = (link: string, hosts: readonly string[]): boolean => {
  if (!/^https:\/\/[^/\\]/i.test(link) || !URL.canParse(link)) return false;
  const { host, username, password } = new URL(link);
  return hosts.includes(host.toLowerCase()) && username === '' && password === '';
};

/** Each folder is `https` on a host from the settings (docs/domain/handover.md, "After creation"). */
export const wrongLinks = (kind: CompleteProject['kind'], links: SharePoint, hosts: readonly string[]): Problem[] =>
  foldersOf(kind)
    .filter((folder) => !isAllowed(links[folder] ?? '', hosts))
    .map((field) => ({
      field,
      message: `The SharePoint link of the ${folders[field]} must start with https://${hosts.join(' or https://')}`,
    }));
