import { z } from 'zod';
import type { EventDefinition } from '../event.ts';

/** The JSON Schema (draft 2020-12) of what an event carries. */
export const jsonSchemaOf = (event: EventDefinition) => ({
  $id: `${event.type}.schema.json`,
  title: event.type,
  description: event.meaning,
  ...z.toJSONSchema(event.value, { io: 'input' }),
});
