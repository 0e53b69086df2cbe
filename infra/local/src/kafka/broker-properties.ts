/** Where a broker listens, and how clients reach it. */
export interface BrokerPlace {
  /** In a container it listens to all, and the image's own script prepares the data folder. */
  readonly inContainer?: boolean;
  readonly advertised: string;
  readonly port: number;
  readonly controllerPort: number;
  readonly logDirs: string;
}

/** One KRaft node that is broker and controller: small, quick to start, nothing created that nobody asked for. */
export const brokerProperties = ({
  inContainer,
  advertised,
  port,
  controllerPort,
  logDirs,
}: BrokerPlace): Record<string, string> => ({
  'process.roles': 'broker,controller',
  'node.id': '1',
  // The image's script does not know how to format a node that finds its quorum by itself.
  ...(inContainer
    ? { 'controller.quorum.voters': `1@127.0.0.1:${controllerPort}` }
    : { 'controller.quorum.bootstrap.servers': `127.0.0.1:${controllerPort}` }),
  listeners: `PLAINTEXT://${inContainer ? '0.0.0.0' : '127.0.0.1'}:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
  'advertised.listeners': `PLAINTEXT://${advertised}:${port}`,
  'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
  'inter.broker.listener.name': 'PLAINTEXT',
  'controller.listener.names': 'CONTROLLER',
  'log.dirs': logDirs,
  'num.partitions': '1',
  'auto.create.topics.enable': 'false',
  'offsets.topic.replication.factor': '1',
  'offsets.topic.num.partitions': '4',
  'transaction.state.log.replication.factor': '1',
  'transaction.state.log.min.isr': '1',
  'transaction.state.log.num.partitions': '4',
  'share.coordinator.state.topic.replication.factor': '1',
  'share.coordinator.state.topic.min.isr': '1',
  'share.coordinator.state.topic.num.partitions': '1',
  // After a kill a broker waits until its former self counts as dead; nine seconds unless told.
  'broker.session.timeout.ms': '3000',
  'broker.heartbeat.interval.ms': '500',
  'group.initial.rebalance.delay.ms': '0',
  // Groups that nobody reads any more keep their place for a year, not for a week.
  'offsets.retention.minutes': '525600',
});

/** As a file of Java's, which is Latin-1: whatever is not ASCII is written by its number, and so is its own escape sign. */
export const asPropertiesFile = (properties: Record<string, string>) =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value.replaceAll(/\\|[^\x20-\x7e]/g, byNumber)}\n`)
    .join('');

const byNumber = (sign: string) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** As the variables that the official image reads. */
export const asVariables = (properties: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, value]),
  );
