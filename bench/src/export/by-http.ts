import { get } from 'node:http';

/** How a download went. */
export interface Download {
  readonly seconds: number;
  readonly firstByteMs: number;
  readonly bytes: number;
}

/** Downloads an address and keeps nothing of it. */
export function download(url: string, cookie: string): Promise<Download> {
  const begun = performance.now();
  return new Promise((done, fail) => {
    get(url, { headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return void fail(new Error(`${url} answers ${response.statusCode}`));
      let [firstByteMs, bytes] = [0, 0];
      response.on('data', (chunk: Buffer) => {
        firstByteMs ||= performance.now() - begun;
        bytes += chunk.length;
      });
      response.on('end', () => done({ seconds: (performance.now() - begun) / 1000, firstByteMs, bytes }));
      response.on('error', fail);
    }).on('error', fail);
  });
}
