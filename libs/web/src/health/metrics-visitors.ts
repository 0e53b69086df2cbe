import { BlockList, isIPv6 } from 'node:net';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const privateNetwork = new BlockList();
for (const [net, bits] of [
  ['127.0.0.0', 8],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  privateNetwork.addSubnet(net, bits);
}
privateNetwork.addAddress('::1', 'ipv6');
privateNetwork.addSubnet('fc00::', 7, 'ipv6');

/** Who may read /metrics, by the setting METRICS_FROM. What came through a proxy comes from the world. */
export function mayReadMetrics(
  from: 'loopback' | 'private' | 'anyone',
  address: string | undefined,
  forwarded: boolean,
): boolean {
  if (from === 'anyone') return true;
  if (!address || forwarded) return false;
  const plain = address.replace(/^::ffff:/, '');
  return (from === 'loopback' ? loopback : privateNetwork).check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
