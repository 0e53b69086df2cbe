/** How a process reaches Kafka. `namespace` is put before the names of topics and groups; tests use it. */
export interface KafkaSettings {
  readonly brokers: string[];
  readonly namespace?: string | undefined;
  readonly clientId: string;
}

/** The name on the broker of a topic or group. */
export const onBroker = ({ namespace }: KafkaSettings, name: string): string => (namespace ? `${namespace}.${name}` : name);

/** The name that contracts and tables use for what the broker calls so. */
export const offBroker = ({ namespace }: KafkaSettings, name: string): string =>
  namespace ? name.slice(namespace.length + 1) : name;
