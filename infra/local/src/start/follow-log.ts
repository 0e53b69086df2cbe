import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';

/** Hands over each new line of a file, until it is told to stop. Files, not pipes: they outlive whoever reads them. */
export function followLog(file: string, onLine: (line: string) => void, every = 500): () => void {
  let position = existsSync(file) ? statSync(file).size : 0;
  let rest = '';
  const look = () => {
    const size = existsSync(file) ? statSync(file).size : 0;
    if (size < position) position = 0;
    if (size === position) return;
    const lines = `${rest}${read(file, position, size - position)}`.split('\n');
    position = size;
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.trim()) onLine(line);
  };
  const timer = setInterval(look, every).unref();
  return () => clearInterval(timer);
}

const read = (file: string, position: number, length: number): string => {
  const buffer = Buffer.alloc(length);
  const fd = openSync(file, 'r');
  try {
    return buffer.toString('utf8', 0, readSync(fd, buffer, 0, length, position));
  } finally {
    closeSync(fd);
  }
};
