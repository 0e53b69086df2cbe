export { type Area, type Place, placed } from './area.ts';
export { both, type Condition, where } from './condition.ts';
export { askedOf, conditionsOf } from './conditions-of.ts';
export {
  column,
  list,
  order,
  type Asked,
  type Cell,
  type Choices,
  type Column,
  type Filter,
  type Groups,
  type List,
  type Search,
  type Visitor,
} from './list.ts';
export { listPages, listTemplates } from './list-pages.ts';
