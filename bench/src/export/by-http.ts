import { connect } from 'node:net';

/** How a download went. */
export interface Download {
  readonly seconds: number;
  readonly firstByteMs: number;
  readonly bytes: number;
}

/** The last piece of a chunked body (RFC 9112, 7.1); a file that broke off lacks it. */
const end = '0\r\n\r\n';

/**
 * Downloads an address and keeps nothing of it. It reads the socket into one and the same block, as `curl` would: the
 * one who measures shares the cores with what is measured.
 */
export function download(address: string, cookie: string): Promise<Download> {
  const { hostname, port, pathname, search, host } = new URL(address);
  const asked = [
    `GET ${pathname}${search} HTTP/1.1`,
    `Host: ${host}`,
    `Cookie: ${cookie}`,
    'Connection: close',
    '',
    '',
  ];
  const begun = performance.now();
  let [firstByteMs, bytes, last] = [0, 0, ''];
  return new Promise((done, fail) => {
    const callback = (count: number, block: Uint8Array) => {
      const seen = Buffer.from(block.buffer, block.byteOffset, count);
      if (!firstByteMs) {
        firstByteMs = performance.now() - begun;
        if (!seen.toString('latin1').startsWith('HTTP/1.1 200 '))
          fail(new Error(`${address}: ${seen.toString().split('\r\n')[0]}`));
      }
      bytes += count;
      last = (last + seen.subarray(-end.length).toString('latin1')).slice(-end.length);
      return true;
    };
    const socket = connect({
      host: hostname,
      port: Number(port),
      onread: { buffer: Buffer.alloc(256 * 1024), callback },
    });
    socket.on('error', fail);
    socket.on('end', () =>
      last === end
        ? done({ seconds: (performance.now() - begun) / 1000, firstByteMs, bytes })
        : fail(new Error('The file broke off')),
    );
    socket.write(asked.join('\r\n'));
  });
}
