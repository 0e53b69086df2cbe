import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import nunjucks from 'nunjucks';
import { filters } from './filters.ts';

const { resolve } = createRequire(import.meta.url);
const folderOf = (name: string): string => dirname(resolve(`${name}/package.json`));

/** Where GOV.UK's and MoJ's parts lie on this machine, and the search that suggests. */
export const govukFolder = join(folderOf('govuk-frontend'), 'dist');
export const mojFolder = folderOf('@ministryofjustice/frontend');
export const autocompleteFolder = join(folderOf('accessible-autocomplete'), 'dist');
const ownTemplates = join(import.meta.dirname, '..', 'templates');

/** Templates of a service, found beside its pages, then ours, then GOV.UK's and MoJ's. Everything is escaped. */
export function templatesOf(views: readonly string[]): nunjucks.Environment {
  const loader = new nunjucks.FileSystemLoader([...views, ownTemplates, govukFolder, mojFolder]);
  const environment = new nunjucks.Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
  return environment;
}
