import { createConnection, createServer, type Socket } from 'node:net';

/** A wire to a server that can be cut (connections are reset and refused) or fall silent, and be mended. */
export interface LossyWire {
  readonly port: number;
  readonly cut: () => void;
  readonly silence: () => void;
  readonly mend: () => void;
  readonly close: () => Promise<void>;
}

/** Lays a wire to a port of this machine. */
export async function layWire(target: number): Promise<LossyWire> {
  let state: 'whole' | 'cut' | 'silent' = 'whole';
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    if (state === 'cut') near.resetAndDestroy();
    const far = createConnection(target, '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('data', (data) => state === 'whole' && to.write(data));
      from.on('error', () => {});
      from.on('close', () => to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const drop = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cut: () => {
      state = 'cut';
      drop();
    },
    silence: () => {
      state = 'silent';
    },
    mend: () => {
      if (state !== 'whole') drop();
      state = 'whole';
    },
    close: () => {
      drop();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
