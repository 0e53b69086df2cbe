import type { Adapter, AdapterPayload } from 'oidc-provider';

/** Where the provider keeps codes and sessions: in memory, until they expire. Services keep sessions of their own. */
export function shortMemory() {
  const entries = new Map<string, { payload: AdapterPayload; until: number }>();

  return class ShortMemory implements Adapter {
    constructor(private readonly model: string) {}

    async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
      const now = Date.now();
      for (const [key, { until }] of entries) if (until < now) entries.delete(key);
      entries.set(`${this.model}:${id}`, { payload, until: now + (expiresIn || 3_600) * 1_000 });
    }

    async find(id: string): Promise<AdapterPayload | undefined> {
      return entries.get(`${this.model}:${id}`)?.payload;
    }

    async findByUid(uid: string): Promise<AdapterPayload | undefined> {
      return [...entries].find(([key, { payload }]) => key.startsWith(`${this.model}:`) && payload.uid === uid)?.[1]
        .payload;
    }

    async findByUserCode(): Promise<undefined> {}

    async consume(id: string): Promise<void> {
      const entry = entries.get(`${this.model}:${id}`);
      if (entry) entry.payload = { ...entry.payload, consumed: Math.floor(Date.now() / 1_000) };
    }

    async destroy(id: string): Promise<void> {
      entries.delete(`${this.model}:${id}`);
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
    }
  };
}
