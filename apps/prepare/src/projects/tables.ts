import type { HandoverState, PreparedProject } from '@academies/contracts';
import { defineEntity, p } from '@mikro-orm/core';

/** A project with its whole public state. `version` counts the changes that people make, so that two of them notice. */
export const ProjectRow = defineEntity({
  name: 'ProjectRow',
  tableName: 'project',
  properties: { id: p.text().primary(), version: p.integer(), state: p.json<PreparedProject>() },
});

/** A school or academy of a project, with the state of its handover for lists and filters. */
export const AcademyRow = defineEntity({
  name: 'AcademyRow',
  tableName: 'project_academy',
  properties: {
    projectId: p.text().primary(),
    urn: p.text().primary(),
    position: p.integer(),
    handoverState: p.text().$type<HandoverState>(),
  },
});

export const projectTables = [ProjectRow, AcademyRow];
